"""A report on A4 paper."""

import csv
import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from jxc_desktop.models.values.report_paper import (
    Direction,
    PaperBreak,
    PaperColumn,
    PaperNote,
    PaperOptions,
    PaperTable,
)
from jxc_desktop.services.printing.errors import TooManyColumnsError
from jxc_desktop.services.printing.report_pdf import report_pdf
from tests.services.printing.a_report import (
    COLUMNS,
    a_month,
    a_report,
    a_row,
    a_table,
    overlapping,
    page_texts,
    runs,
)

HEADINGS = "".join(column.heading for column in COLUMNS)
A4 = (595, 842)


def sizes(document: bytes) -> list[tuple[int, int]]:
    boxes = [page.mediabox for page in PdfReader(BytesIO(document)).pages]
    return [(round(float(box.width)), round(float(box.height))) for box in boxes]


def content(document: bytes) -> str:
    """What is drawn, as the PDF says it."""
    contents = [page.get_contents() for page in PdfReader(BytesIO(document)).pages]
    return "".join(each.get_data().decode("latin-1") for each in contents if each is not None)


def test_every_row_stands_on_it_once_and_in_its_order() -> None:
    text = "".join(page_texts(report_pdf(a_report(a_table(120)))))
    codes = [int(code) - 6_900_000_000_000 for code in re.findall(r"69000000\d{5}", text)]
    assert codes == list(range(120))
    for number in (0, 60, 119):
        assert text.count("".join(a_row(number))) == 1


def test_the_heading_is_repeated_on_every_page_and_the_totals_stand_on_the_last_one_only() -> None:
    pages = page_texts(report_pdf(a_report(a_table(120))))
    assert len(pages) > 2
    assert [page.count(HEADINGS) for page in pages] == [1] * len(pages)
    assert [page.count("合计9,999123,456.7814.0%") for page in pages] == [0] * (len(pages) - 1) + [1]


def test_every_page_says_which_of_how_many_it_is() -> None:
    pages = page_texts(report_pdf(a_report(a_table(120))))
    for number, page in enumerate(pages, 1):
        assert f"第{number}页，共{len(pages)}页" in page


def test_it_says_whose_it_is_what_narrowed_it_who_asked_and_when() -> None:
    (page,) = page_texts(report_pdf(a_report(a_table(3))))
    for words in ("惠民便利店", "商品销售", "2026-02-01至2026-02-28", "全部仓库·食品", "制表老板2026-03-0414:32"):
        assert words in page.replace("・", "·")


def test_what_narrowed_it_and_who_asked_can_be_left_out() -> None:
    (page,) = page_texts(report_pdf(a_report(a_table(3)), PaperOptions(has_notes=False)))
    assert "惠民便利店" in page
    assert "第1页，共1页" in page
    assert "2026-02-01" not in page
    assert "制表" not in page


def test_a_report_without_rows_is_its_heading_with_its_totals() -> None:
    (page,) = page_texts(report_pdf(a_report(a_table(0))))
    assert page.index(HEADINGS) < page.index("合计")


def test_a_heading_never_stands_alone_at_the_foot_of_a_page() -> None:
    for rows in range(30, 44):
        pages = page_texts(report_pdf(a_report(a_table(rows), replace(a_table(5), title="第二张"))))
        page = next(page for page in pages if "第二张" in page)
        assert "商品0号" in page.split("第二张")[1], rows


@pytest.mark.parametrize(("rows", "page"), [(30, 1), (2, 0)])
def test_what_comes_after_a_break_begins_a_page_unless_most_of_this_one_is_free(rows: int, page: int) -> None:
    pages = page_texts(report_pdf(a_report(a_table(rows), PaperBreak(), PaperNote("后面的话"))))
    assert ["后面的话" in text for text in pages].index(True) == page


def test_figures_end_below_each_other() -> None:
    for page in runs(report_pdf(a_report(a_table(60)))):
        ends = {round(seen.right) for seen in page if re.fullmatch(r"\d+\.50|123,456\.78", seen.text)}
        assert max(ends) - min(ends) <= 1


@pytest.mark.parametrize("name", ["好" * 200, "W" * 300, "康师傅 " * 60, "a/b-c_" * 90])
def test_a_long_name_goes_on_in_a_second_line_and_is_cut_there(name: str) -> None:
    table = PaperTable(COLUMNS, [a_row(1), a_row(2, name), a_row(3)], None)
    document = report_pdf(a_report(table))
    (page,) = runs(document)
    assert overlapping(page) == []
    assert max(seen.right for seen in page) < A4[0] - 35
    assert page_texts(document)[0].count("…") == 1


def test_a_name_that_has_room_is_not_cut() -> None:
    (page,) = page_texts(report_pdf(a_report(a_table(3, "100g云南白药牙膏留兰香型家庭优惠装"))))
    assert page.count("100g云南白药牙膏留兰香型家庭优惠装") == 3
    assert "…" not in page


def wide(columns: int) -> PaperTable:
    figures = tuple(PaperColumn(f"列{number}", is_figure=True) for number in range(columns))
    return PaperTable(figures, [("9,999,999.99",) * columns] * 3, None)


def test_a_table_of_few_columns_stands_upright_and_one_of_many_lies_across() -> None:
    assert sizes(report_pdf(a_report(wide(6)))) == [A4]
    assert sizes(report_pdf(a_report(wide(11)))) == [A4[::-1]]


def test_it_lies_as_it_is_told() -> None:
    assert sizes(report_pdf(a_report(wide(2)), PaperOptions(Direction.LANDSCAPE))) == [A4[::-1]]
    assert sizes(report_pdf(a_report(wide(9)), PaperOptions(Direction.PORTRAIT))) == [A4]


@pytest.mark.parametrize("columns", range(1, 16))
def test_no_number_of_columns_makes_texts_lie_over_each_other(columns: int) -> None:
    for page in runs(report_pdf(a_report(wide(columns)))):
        assert overlapping(page) == []


def test_what_has_no_room_at_all_is_refused_with_the_number_of_its_columns() -> None:
    with pytest.raises(TooManyColumnsError) as refused:
        report_pdf(a_report(wide(30)))
    assert (refused.value.columns, refused.value.direction) == (30, Direction.FITTING)
    with pytest.raises(TooManyColumnsError):
        report_pdf(a_report(wide(12)), PaperOptions(Direction.PORTRAIT))


def test_the_same_report_is_the_same_bytes() -> None:
    assert report_pdf(a_month()) == report_pdf(a_month())


def test_it_is_drawn_in_greys() -> None:
    drawn = content(report_pdf(a_month()))
    assert not re.search(r"[\d.]+ [\d.]+ [\d.]+ (rg|RG)\b", drawn)
    assert re.search(r"\.78 G\b", drawn)


def test_without_greys_everything_is_black() -> None:
    drawn = content(report_pdf(a_month(), PaperOptions(is_black_only=True)))
    assert set(re.findall(r"([\d.]+) [gG]\b", drawn)) == {"0"}


def test_the_chinese_font_is_part_of_the_file_but_only_its_letters_that_are_used() -> None:
    document = report_pdf(a_report(a_table(3)))
    fonts = PdfReader(BytesIO(document)).pages[0]["/Resources"]["/Font"].values()  # type: ignore[index]
    described = [font.get_object() for font in fonts]
    assert all("NotoSansSC" in str(font["/BaseFont"]) for font in described)
    assert all("/FontFile2" in font["/FontDescriptor"].get_object() for font in described)
    assert len(document) < 60_000


def test_a_character_that_no_font_has_is_seen_as_a_box_and_named() -> None:
    (page,) = page_texts(report_pdf(a_report(a_table(1, "喆\U0002a6b2饼\U0001f600干"))))
    assert "喆□饼□干" in page
    assert "U+1F600" in page
    assert "U+2A6B2" in page


def test_the_sign_of_the_yuan_is_there_however_it_is_written() -> None:
    (page,) = page_texts(report_pdf(a_report(a_table(1, "¥12 和 ￥12"))))
    assert "￥12和￥12" in page


def test_no_text_of_the_collection_breaks_it(shared: Path) -> None:
    with (shared / "data/text/cjk_torture.csv").open(encoding="utf-8-sig", newline="") as file:
        texts = [row["text"] for row in csv.DictReader(file)]
    texts += (shared / "data/text/blns.txt").read_text(encoding="utf-8").splitlines()
    table = PaperTable(COLUMNS, [a_row(number, text) for number, text in enumerate(texts)], None)
    document = report_pdf(replace(a_report(table), shop_name=texts[3], title="名字", filter_words=tuple(texts[:90])))
    codes = re.findall(r"69000000\d{5}", "".join(page_texts(document)))
    assert len(set(codes)) == len(texts)
    for page in runs(document):
        assert max(seen.right for seen in page) < A4[0] - 35
        ends = {round(seen.right) for seen in page if seen.text == "12.5%"}
        assert not ends or max(ends) - min(ends) <= 1
