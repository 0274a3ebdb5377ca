"""How large the measured tests are: small in every run, of the promised size where a proof is asked for."""

import os

FULL = os.environ.get("SIDIK_TEST_SIZE") == "full"


def scale(everyday: int, *, full: int) -> int:
    """The number of examples for this run: the smaller one in `make test`, the promised one in `make proof`."""
    return full if FULL else everyday
