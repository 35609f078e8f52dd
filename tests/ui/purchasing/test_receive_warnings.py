"""What of a delivery is named before it is posted, also where there is little room."""

from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.purchasing.receive_warnings import Warned, lines_in

OLD = Warned("已经过期 2 行，不要收", Tone.DANGER, (("牛奶", "2026-02-28"), ("酸奶", "2026-03-01")))
DEAR = Warned("涨价提醒 2 种", Tone.WARNING, (("可乐", "2.00 → 2.50"), ("红茶", "3.00 → 3.20")))


def written(room: int, *warnings: Warned) -> list[str]:
    return [f"{line.name} {line.words}".strip() for line in lines_in(warnings or (OLD, DEAR), room)]


def test_with_room_enough_every_one_has_its_line() -> None:
    assert written(6) == [
        OLD.title,
        "牛奶 2026-02-28",
        "酸奶 2026-03-01",
        DEAR.title,
        "可乐 2.00 → 2.50",
        "红茶 3.00 → 3.20",
    ]


def test_with_less_room_those_without_a_line_stand_after_the_title() -> None:
    assert written(5) == [
        OLD.title,
        "牛奶 2026-02-28",
        "酸奶 2026-03-01",
        f"{DEAR.title} 红茶",
        "可乐 2.00 → 2.50",
    ]
    assert written(4) == [f"{OLD.title} 酸奶", "牛奶 2026-02-28", f"{DEAR.title} 红茶", "可乐 2.00 → 2.50"]


def test_both_kinds_are_named_in_two_lines() -> None:
    assert written(2) == [f"{OLD.title} 牛奶、酸奶", f"{DEAR.title} 可乐、红茶"]


def test_what_is_too_old_has_its_line_before_what_is_dearer() -> None:
    assert written(3) == [f"{OLD.title} 酸奶", "牛奶 2026-02-28", f"{DEAR.title} 可乐、红茶"]
