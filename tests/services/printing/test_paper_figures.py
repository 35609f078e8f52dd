"""The figures that a report is read for."""

from jxc_desktop.models.values.report_paper import PaperFigure, PaperFigures
from jxc_desktop.services.printing.fonts import BOLD, drawing
from jxc_desktop.services.printing.paper_figures import VALUE, fitting_size
from jxc_desktop.services.printing.paper_words import PaperWords
from jxc_desktop.services.printing.report_pdf import report_pdf
from tests.services.printing.a_report import a_month, a_report, overlapping, page_texts, runs


def test_each_figure_stands_with_what_it_is_and_what_it_is_compared_with() -> None:
    (page,) = page_texts(report_pdf(a_month()))
    for words in ("销售额￥15,929.19↓35.8%比1月", "客单价29.94↓29.8%比1月"):
        assert words in page


def test_a_large_figure_becomes_smaller_and_is_never_cut() -> None:
    figures = PaperFigures(tuple(PaperFigure("销售额", "￥-999,999,999.99", "长" * 80) for _ in range(6)))
    document = report_pdf(a_report(figures))
    assert page_texts(document)[0].count("￥-999,999,999.99") == 6
    assert overlapping(runs(document)[0]) == []


def test_longer_words_are_written_smaller_before_they_are_cut() -> None:
    figures = PaperFigures(
        tuple(PaperFigure("Stock at month end", "￥19,476.65", "↓ 35.8% vs September") for _ in range(6))
    )
    page = page_texts(report_pdf(a_report(figures)))[0]
    assert page.count("Stockatmonthend") == 6
    assert page.count("↓35.8%vsSeptember") == 6


def test_a_figure_that_has_room_keeps_its_size() -> None:
    with drawing:
        assert fitting_size(PaperWords(), ["12", "9.50"], VALUE, 100, BOLD) == VALUE
