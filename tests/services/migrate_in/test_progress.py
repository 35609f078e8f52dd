import pytest

from jxc_desktop.services.migrate_in.progress import reported


@pytest.mark.parametrize("count", [0, 1, 9, 10, 11, 95, 100_000])
def test_progress_is_told_ten_times_at_most_and_ends_at_the_end(count: int) -> None:
    told: list[tuple[int, int]] = []
    items = list(reported(range(count), count, lambda done, total: told.append((done, total)), 500, 500 + count))
    assert items == list(range(count))
    assert 1 <= len(told) <= 10
    assert told == sorted(told)
    assert told[-1] == (500 + count, 500 + count)


def test_nobody_need_wait_for_progress() -> None:
    assert list(reported("abc", 3, None, 0, 3)) == ["a", "b", "c"]


def test_whoever_is_told_may_stop_it() -> None:
    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(reported(range(100), 100, stop, 0, 100))
