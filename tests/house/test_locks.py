"""The locks say the same as pyproject.toml and as each other, and every package in them carries its hashes."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.reading import ROOT

LOCKS = ("requirements.lock", "requirements-dev.lock")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


def locked(name: str) -> dict[str, str]:
    """Package → exact version, of one lock."""
    found = re.findall(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)", (ROOT / name).read_text(), re.MULTILINE)
    return {canonicalize_name(package): version for package, version in found}


def wanted(name: str) -> list[Requirement]:
    extra = PROJECT["optional-dependencies"]["dev"] if name == "requirements-dev.lock" else []
    return [Requirement(line) for line in [*PROJECT["dependencies"], *extra]]


@pytest.mark.parametrize("name", LOCKS)
def test_every_dependency_is_locked_within_its_bounds(name: str) -> None:
    lock = locked(name)
    faults = [
        str(need) for need in wanted(name) if not need.specifier.contains(lock.get(canonicalize_name(need.name), "0"))
    ]
    assert not faults, f"run `make lock`: {faults}"


def test_the_developers_lock_holds_the_servers_lock_unchanged() -> None:
    dev = locked("requirements-dev.lock")
    other = {
        package: version for package, version in locked("requirements.lock").items() if dev.get(package) != version
    }
    assert not other, f"run `make lock`: {other}"


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_carries_a_hash(name: str) -> None:
    entries = re.split(r"^(?=[A-Za-z0-9])", (ROOT / name).read_text(), flags=re.MULTILINE)
    assert not [entry.split()[0] for entry in entries if "==" in entry and "--hash=sha256:" not in entry]


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_address(name: str) -> None:
    assert "://" not in (ROOT / name).read_text()
