"""Suppliers and customers from a file: new ones, known ones, all or none."""

from pathlib import Path

import pytest

from jxc_desktop.services.migrate_in.faults import FileFaultsError, fault_text
from jxc_desktop.services.migrate_in.import_result import ImportResult
from jxc_desktop.services.partners.partner import PartnerDetails
from jxc_desktop.services.partners.partner_list import PartnerFilter, PartnerSegment
from tests.services.migrate_in.goods_lists import goods_list, rows_of
from tests.story import Story

WHOLE = "名称|类型|联系人|电话|地址|税号|备注|状态"


def bring_in(story: Story, folder: Path, *rows: str, role: str | None = None, name: str = "名单.xlsx") -> ImportResult:
    path = goods_list(folder, *rows).rename(folder / name)
    return story.shop.imports.partners(path, role)


def refused(story: Story, folder: Path, *rows: str) -> list[str]:
    with pytest.raises(FileFaultsError) as refusal:
        bring_in(story, folder, *rows)
    assert rows_of(story, "partner") == 0
    return [fault_text(fault) for fault in refusal.value.faults]


def written(story: Story, only: PartnerSegment = PartnerSegment.ACTIVE) -> list[PartnerDetails]:
    return story.shop.partners.partner_list(PartnerFilter(only=only))


def test_everything_that_a_list_says_is_written_down(story: Story, tmp_path: Path) -> None:
    row = "城南批发|供应商,客户|王师傅|010-62220000|城南路 12 号|91110000MA00000000|周二送货|正常"
    assert bring_in(story, tmp_path, WHOLE, row).added == 1
    (partner,) = written(story)
    texts = (partner.contact, partner.phone, partner.address, partner.tax_number, partner.note)
    assert texts == ("王师傅", "010-62220000", "城南路 12 号", "91110000MA00000000", "周二送货")
    assert (partner.name, partner.is_supplier, partner.is_customer) == ("城南批发", True, True)


def test_the_same_list_again_changes_nothing_and_a_better_one_adds_to_it(story: Story, tmp_path: Path) -> None:
    bring_in(story, tmp_path, "名称|类型|电话", "城南|供应商|13800000000")
    again = bring_in(story, tmp_path, "名称|类型|电话", "城南|供应商|13800000000")
    assert (again.added, again.changed, again.unchanged) == (0, 0, 1)
    better = bring_in(story, tmp_path, "名称|类型|电话|地址", "城南|客户||城南路")
    assert (better.added, better.changed) == (0, 1)
    (partner,) = written(story)
    assert (partner.phone, partner.address) == ("13800000000", "城南路")
    assert (partner.is_supplier, partner.is_customer) == (True, True)


@pytest.mark.parametrize(
    ("heading", "name", "segment"),
    [
        ("供应商名称", "名单.xlsx", PartnerSegment.SUPPLIERS),
        ("客户名称*", "名单.xlsx", PartnerSegment.CUSTOMERS),
        ("名称", "客户资料.xlsx", PartnerSegment.CUSTOMERS),
        ("名称", "供应商.xlsx", PartnerSegment.SUPPLIERS),
    ],
)
def test_a_list_without_types_says_by_its_headings_or_its_name_what_they_are(
    story: Story, tmp_path: Path, heading: str, name: str, segment: PartnerSegment
) -> None:
    bring_in(story, tmp_path, f"{heading}|电话", "城南|138", name=name)
    assert [partner.name for partner in written(story, segment)] == ["城南"]


def test_where_the_list_says_nothing_somebody_says_it(story: Story, tmp_path: Path) -> None:
    assert refused(story, tmp_path, "名称|电话", "城南|138") == [
        "第 2 行（类型）：没有写是供应商还是客户；请加一列“类型”，或在导入时选一样"
    ]
    assert bring_in(story, tmp_path, "名称|电话", "城南|138", role="customer").added == 1
    assert [partner.name for partner in written(story, PartnerSegment.CUSTOMERS)] == ["城南"]


def test_every_fault_is_told_with_row_and_column_and_nothing_comes_in(story: Story, tmp_path: Path) -> None:
    rows = ["城南|供应商|1", "|供应商|2", "城南|客户|3", "城北|会员|4", "城西|供应商|1.38E+10"]
    assert refused(story, tmp_path, "名称|类型|电话", *rows) == [
        "第 3 行 A 列（名称）：没有名称",
        "第 4 行 A 列（名称）：与第 2 行同名；一家只写一行，两样都是就写 供应商,客户",
        "第 5 行 B 列（类型）：“会员”看不懂；可填 供应商、客户，或 供应商,客户",
        "第 6 行 C 列（电话）：“1.38E+10”是科学记数，后几位已丢失；请把该列设为文本格式，重新填写",
    ]


def test_a_sum_at_the_end_is_nobody(story: Story, tmp_path: Path) -> None:
    assert bring_in(story, tmp_path, "供应商名称|欠款", "城南|5", "合计|5").added == 1


def test_an_exported_list_is_read_again_without_a_change(story: Story, tmp_path: Path) -> None:
    bring_in(story, tmp_path, WHOLE, "+1商行|供应商|@x||||-5号|停用", "城北|客户||0101||||正常")
    for only in (PartnerSegment.ACTIVE, PartnerSegment.INACTIVE):
        for ending in ("csv", "xlsx"):
            path = tmp_path / f"out.{ending}"
            story.shop.partners.export_partners(PartnerFilter(only=only), path)
            again = story.shop.imports.partners(path)
            assert (again.added, again.changed, again.unchanged) == (0, 0, 1)


def test_pages_with_partners_hear_of_it_and_the_record_says_which_file_it_was(story: Story, tmp_path: Path) -> None:
    bring_in(story, tmp_path, "供应商名称", "城南")
    with story.desk.storage.reading() as books:
        content = books.connection.exec_driver_sql(
            "SELECT content FROM audit_entry WHERE act = 'imports.partners'"
        ).scalar_one()
    assert '"file":"名单.xlsx"' in content
    assert '"added":1' in content
