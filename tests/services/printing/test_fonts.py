"""The font of every PDF."""

from jxc_desktop.resource_files import resource_path
from jxc_desktop.services.printing.fonts import BOLD, REGULAR, has_glyph, natural_width, paper_font


def test_both_weights_have_the_same_characters() -> None:
    assert paper_font(REGULAR).face.charToGlyph.keys() == paper_font(BOLD).face.charToGlyph.keys()


def test_the_font_has_the_yuan_sign_and_rare_names_but_no_pictures() -> None:
    assert has_glyph("￥")
    assert has_glyph("䶮")
    assert not has_glyph("\U0001f411")


def test_digits_are_equally_wide() -> None:
    for font in (REGULAR, BOLD):
        assert len({natural_width(digit, font) for digit in "0123456789"}) == 1


def test_the_licence_lies_beside_the_fonts() -> None:
    assert "SIL Open Font License, Version 1.1" in resource_path("fonts", "OFL.txt").read_text(encoding="utf-8")
