"""What stands on every page of a report."""

from dataclasses import replace

from jxc_desktop.models.values.report_paper import PaperOptions
from jxc_desktop.services.printing.report_pdf import report_pdf
from tests.services.printing.a_report import a_month, a_report, a_table, overlapping, page_texts, runs


def test_the_first_page_has_the_title_with_its_month() -> None:
    assert "经营月报2026年2月" in page_texts(report_pdf(a_month()))[0]


def test_the_other_pages_say_in_small_what_they_are_and_whose() -> None:
    for page in page_texts(report_pdf(a_report(a_table(100))))[1:]:
        assert "商品销售" in page
        assert "惠民便利店" in page
        assert "全部仓库" not in page


def test_the_other_pages_say_of_which_days_they_are_unless_that_is_left_out() -> None:
    report = replace(a_report(a_table(100)), filter_words=("2026-02-01 至 2026-02-28", "全部仓库"), subject="")
    assert all("2026-02-01至2026-02-28" in page for page in page_texts(report_pdf(report)))
    bare = page_texts(report_pdf(report, PaperOptions(has_notes=False)))
    assert all("2026-02-01" not in page for page in bare)


def test_long_words_of_all_kinds_lie_over_nothing() -> None:
    report = replace(
        a_report(a_table(3)),
        shop_name="店" * 90,
        title="报" * 60,
        filter_words=("条件" * 80, "短", *("再" * 30,) * 9),
        made_by="名" * 200,
    )
    (page,) = runs(report_pdf(report))
    assert overlapping(page) == []
    assert max(seen.right for seen in page) < 595 - 35


def test_a_report_that_nothing_narrows_has_only_its_title() -> None:
    (page,) = page_texts(report_pdf(replace(a_report(a_table(1)), filter_words=())))
    assert "·" not in page.replace("・", "·")
