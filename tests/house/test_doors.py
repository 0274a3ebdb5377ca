"""The commands that people and machines begin with exist, and say what they do."""

import subprocess

import pytest

from tests.house.reading import ROOT

PROMISED = ("help", "run", "test", "check", "fmt", "bench", "demo")


def test_make_help_tells_of_every_promised_command() -> None:
    told = subprocess.run(["make", "-s", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert not [word for word in PROMISED if f"make {word} " not in told]


@pytest.mark.parametrize("target", PROMISED)
def test_make_knows_how_to_do_what_it_promises(target: str) -> None:
    plan = subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, text=True, check=False)
    assert plan.returncode == 0, plan.stderr


def test_the_build_machines_script_is_sound_and_allows_no_skipped_tool() -> None:
    subprocess.run(["bash", "-n", ROOT / ".ci/run"], check=True)
    script = (ROOT / ".ci/run").read_text()
    assert "SIDIK_TEST_REQUIRE=all" in script
    assert "set -euo pipefail" in script
    assert script.rstrip().endswith("make test")
