"""A line of words."""

from collections.abc import Callable

from jxc_desktop.ui.look.type_scale import ANSWER, text_width
from jxc_desktop.ui.widgets.parts import bold, muted, parts_width, plain, shortened, words_of


def test_only_the_longest_part_of_a_line_loses_its_end(dress: Callable[..., None]) -> None:
    dress()
    line = [plain("君乐宝红枣酸奶量贩装150g*8 君乐宝红枣酸奶量贩装"), bold("16.00"), muted("× 1")]

    cut = shortened(line, 8, 200)

    assert parts_width(cut, 8) <= 200
    assert [part.text for part in cut[1:]] == ["16.00", "× 1"]
    assert cut[0].text.startswith("君乐宝")


def test_a_line_that_fits_is_left_alone(dress: Callable[..., None]) -> None:
    dress()

    assert shortened([plain("香满园大豆油")], 8, 400) == [plain("香满园大豆油")]


def test_the_width_of_a_line_is_its_words_and_the_gaps(dress: Callable[..., None]) -> None:
    dress()

    assert parts_width([bold("16.00"), bold("16.00")], 8) == 2 * text_width(ANSWER, "16.00") + 8
    assert words_of([plain("香满园"), bold("33.00")]) == "香满园 33.00"
