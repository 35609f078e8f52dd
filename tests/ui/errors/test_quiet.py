"""The same fault again within seconds is no news."""

from jxc_desktop.ui.errors.quiet import Quiet


class Clock:
    now = 0

    def __call__(self) -> int:
        return self.now


def test_a_fault_is_news_once_and_again_after_a_quiet_while() -> None:
    clock = Clock()
    quiet = Quiet(clock, 10_000)
    assert quiet.is_news("a")
    clock.now = 9_999
    assert not quiet.is_news("a")
    clock.now += 10_000
    assert quiet.is_news("a")


def test_a_fault_that_never_stops_is_never_news_again() -> None:
    clock = Clock()
    quiet = Quiet(clock, 10_000)
    quiet.is_news("paint")
    news = []
    for _frame in range(1_000):
        clock.now += 16
        news.append(quiet.is_news("paint"))
    assert not any(news)


def test_another_fault_is_news() -> None:
    quiet = Quiet(Clock())
    quiet.is_news("a")
    assert quiet.is_news("b")


def test_what_was_heard_elsewhere_is_no_news() -> None:
    quiet = Quiet(Clock())
    quiet.hear("a")
    assert not quiet.is_news("a")
