"""Files that are there whole or not at all."""

from __future__ import annotations

import os
import stat

import pytest

from press.atomic import replacing


def test_a_file_gets_its_name_when_it_is_whole(tmp_path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"as it was")
    with replacing(path) as file:
        file.write(b"new")
        file.flush()
        assert path.read_bytes() == b"as it was"
    assert path.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_what_fails_midway_leaves_nothing(tmp_path) -> None:
    path = tmp_path / "a.txt"
    with pytest.raises(KeyboardInterrupt), replacing(path) as file:
        file.write(b"half")
        raise KeyboardInterrupt
    assert os.listdir(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_permissions_are_those_of_any_new_file(tmp_path) -> None:
    (tmp_path / "plain").write_bytes(b"")
    with replacing(tmp_path / "whole") as file:
        file.write(b"x")
    plain, whole = (stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("plain", "whole"))
    assert whole == plain
