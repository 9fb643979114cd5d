"""``python -m press evaluate``."""

from __future__ import annotations

from press.__main__ import main


def test_labels_that_cannot_be_read_are_told_without_a_traceback(tmp_path, capsys) -> None:
    assert main(["evaluate", str(tmp_path / "none.jsonl")]) == 1
    assert "none.jsonl" in capsys.readouterr().err
    (tmp_path / "faulty.jsonl").write_text('{"text": "x", "url": "u", "gold": {}}\n{"text": 1\n', "utf8")
    assert main(["evaluate", str(tmp_path / "faulty.jsonl")]) == 1
    assert "line 2: is no JSON" in capsys.readouterr().err
