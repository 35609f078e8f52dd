"""GS1 codes give the article, its lot, dates, count and weight."""

import contextlib
import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.models.values.barcode import BarcodeFault
from jxc_desktop.models.values.gs1_code import BadGs1CodeError, Gs1Code, is_gs1, parse_gs1
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.scan_text import ScannedText, clean_scan


def test_the_shop_starts_without_waiting_for_the_gs1_library() -> None:
    program = "import sys, jxc_desktop.models.values.gs1_code; sys.exit('biip' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.parametrize(
    ("text", "lot", "count"),
    [
        ("0108431673020125100000001", "0000001", None),
        ("0108431673020125305", None, 5),
        ("01084316730201253010", None, 10),
    ],
)
def test_a_carton_says_its_lot_or_how_many_it_holds(text: str, lot: str | None, count: int | None) -> None:
    assert parse_gs1(text) == Gs1Code(gtin="08431673020125", lot=lot, count=count)


def test_a_code_with_separator_gives_lot_weight_and_date() -> None:
    found = parse_gs1("01940190976854571033650100138\x1d310200200415131018")
    assert (found.gtin, found.lot) == ("94019097685457", "33650100138")
    assert (str(found.printed_weight), found.net_weight) == ("20.04", Quantity(20_040))
    assert found.best_before == date(2013, 10, 18)


@pytest.mark.parametrize(
    ("digits", "day"),
    [
        ("151020", date(2015, 10, 20)),
        ("520300", date(2052, 3, 31)),
        ("200200", date(2020, 2, 29)),
        ("260400", date(2026, 4, 30)),
        ("261200", date(2026, 12, 31)),
    ],
)
def test_day_zero_is_the_last_day_of_the_month(digits: str, day: date) -> None:
    assert parse_gs1(f"11{digits}15{digits}17{digits}") == Gs1Code(produced_on=day, best_before=day, expires_on=day)


@pytest.mark.parametrize(
    ("text", "printed", "milli"),
    [("3103000035", "0.035", 35), ("3105033333", "0.33333", 333), ("3100033333", "33333", 33_333_000)],
)
def test_the_field_says_how_many_decimals_the_weight_has(text: str, printed: str, milli: int) -> None:
    found = parse_gs1(text)
    assert (str(found.printed_weight), found.net_weight) == (printed, Quantity(milli))


def test_a_code_without_weight_has_none() -> None:
    assert parse_gs1("0108431673020125").net_weight is None


def test_a_code_written_with_brackets_is_read_too() -> None:
    found = parse_gs1("(01)08431673020125(17)261231(10)L 7")
    assert found == Gs1Code(gtin="08431673020125", expires_on=date(2026, 12, 31), lot="L7")


def test_fields_the_shop_has_no_use_for_are_passed_over() -> None:
    assert parse_gs1("0108431673020125240X9\x1d10L1") == Gs1Code(gtin="08431673020125", lot="L1")


def test_of_a_field_that_comes_twice_the_first_counts() -> None:
    assert parse_gs1("10L1\x1d10L2") == Gs1Code(lot="L1")


def test_a_wrong_article_number_says_so() -> None:
    with pytest.raises(BadGs1CodeError) as refused:
        parse_gs1("010843167302012610L1")
    assert refused.value.gtin_fault is BarcodeFault.CHECK_DIGIT


@pytest.mark.parametrize("text", ["", "6901234567892", "17261332", "(01)", "10" + "A" * 21, "农夫山泉", "30", "30٣"])
def test_a_text_that_is_no_gs1_code_is_refused(text: str) -> None:
    with pytest.raises(BadGs1CodeError) as refused:
        parse_gs1(text)
    assert (refused.value.text, refused.value.gtin_fault) == (text, None)


@given(st.one_of(st.text(max_size=30), st.from_regex(r"\A\(?(01|10|11|17|21|30|310[0-9])\)?[0-9\x1d()]{0,30}\Z")))
def test_whatever_is_scanned_is_read_or_refused(text: str) -> None:
    found = None
    with contextlib.suppress(BadGs1CodeError):
        found = parse_gs1(text)
    assert found is None or found != Gs1Code() or not text.startswith(("01", "10", "(01)"))


@pytest.mark.parametrize(
    ("sent", "answer"),
    [
        ("]C110L1", True),
        ("]Q30108431673020125", True),
        ("]E06901234567892", False),
        ("0108431673020125100000001", True),
        ("\x1d0108431673020125", True),
        ("(01)08431673020125(10)L1", True),
        ("0108431673020126", False),
        ("6901234567892", False),
        ("134567890123456789", False),
        ("https://example.com/01/08431673020125", False),
    ],
)
def test_only_a_code_that_says_so_is_taken_for_gs1(sent: str, answer: bool) -> None:
    assert is_gs1(clean_scan(sent)) is answer


def test_a_payment_code_is_not_taken_for_a_lot() -> None:
    assert not is_gs1(ScannedText("104567890123456789"))
