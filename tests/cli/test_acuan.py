"""`flask muat-acuan`: counts on the terminal, faults as sentences."""

from collections.abc import Callable
from pathlib import Path
from typing import Any


def test_a_second_run_adds_nothing(run: Callable[..., Any]) -> None:
    result = run("muat-acuan")
    assert result.exit_code == 0
    assert "Perangkat daerah: 0 ditambahkan, 35 sudah ada" in result.output


def test_a_faulty_file_ends_with_its_line_and_exit_code_one(run: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "perangkat_daerah.csv").write_text("kode,nama\n,Tanpa Kode\n")
    result = run("muat-acuan", "--folder", str(tmp_path))
    assert result.exit_code == 1
    assert "perangkat_daerah.csv baris 2, kolom kode: wajib diisi." in result.output


def test_a_folder_that_does_not_exist_is_a_usage_error(run: Callable[..., Any], tmp_path: Path) -> None:
    assert run("muat-acuan", "--folder", str(tmp_path / "tidak-ada")).exit_code == 2
