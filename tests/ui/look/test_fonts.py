"""The shop's font, and the bundled file that is read only where it is needed."""

import pytest
from PySide6.QtGui import QFontDatabase

from jxc_desktop.ui.look import fonts


def _installed(monkeypatch: pytest.MonkeyPatch, *families: str) -> list[str]:
    """Pretends that only these families are installed; gives the files that are then read."""
    read: list[str] = []
    monkeypatch.setattr(QFontDatabase, "hasFamily", lambda name: name in families)
    monkeypatch.setattr(QFontDatabase, "addApplicationFont", read.append)
    return read


@pytest.mark.parametrize("family", ["Microsoft YaHei UI", "Noto Sans CJK SC"])
def test_the_bundled_font_is_not_read_where_the_machine_has_a_chinese_one(
    qapp: object, monkeypatch: pytest.MonkeyPatch, family: str
) -> None:
    read = _installed(monkeypatch, family)

    assert fonts.application_font(14).families() == [family]
    assert read == []


def test_the_windows_font_comes_before_the_others(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    _installed(monkeypatch, "Noto Sans CJK SC", "Microsoft YaHei UI")

    assert fonts.application_font(14).families() == ["Microsoft YaHei UI", "Noto Sans CJK SC"]
