"""往来单位: the list, what it is narrowed by, the form, the file that goes out."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.exchange.sheet_reader import read_sheet
from jxc_desktop.services.migrate_in.import_forms import ImportKind
from jxc_desktop.services.partners.partner import PartnerDetails
from jxc_desktop.services.people.desk import SignedIn
from jxc_desktop.ui.partners.partner_list_page import PartnerListPage
from tests.robots.desk import CONTROL, Desk
from tests.story import Story

Partners = Desk[PartnerListPage]


@pytest.fixture
def people(story: Story) -> dict[str, int]:
    """A supplier and a customer."""
    save = story.shop.partners.save_partner
    return {
        "城南": save(PartnerDetails("城南批发", is_supplier=True, phone="13800000000")),
        "小学": save(PartnerDetails("幸福小学", is_customer=True)),
    }


@pytest.fixture
def partners(qtbot: QtBot, dress: Callable[..., None], story: Story, people: dict[str, int]) -> Iterator[Partners]:
    """The owner at 往来单位."""
    dress()
    desk = Desk(qtbot, story, PartnerListPage)
    desk.wait(lambda: desk.page.list.row_count() == 2)
    yield desk
    desk.close()


def test_suppliers_and_customers_are_listed_with_what_they_are(partners: Partners) -> None:
    table = partners.page.list.table
    assert partners.sees(table, "name") == ["城南批发", "幸福小学"]
    assert partners.sees(table, "role") == ["供应商", "客户"]
    assert not partners.page.list.category.isVisible()


def test_typing_narrows_and_nothing_found_says_so(partners: Partners) -> None:
    partners.type("xfxx")
    partners.wait_for_rows(partners.page.list.table, "name", ["幸福小学"])
    partners.clear_and_type("zzz")
    partners.wait(lambda: "没有符合的往来单位" in partners.page.list.table.nothing_words())


def test_a_new_one_is_written_down_by_keys_alone(partners: Partners) -> None:
    partners.key(Qt.Key.Key_N, CONTROL)
    partners.type("xin")
    partners.key(Qt.Key.Key_S, CONTROL)
    assert "已保存 xin" in partners.page.form.line.shown_words()
    partners.key(Qt.Key.Key_Escape)
    assert not partners.page.is_form_shown()
    partners.wait(lambda: "xin" in partners.sees(partners.page.list.table, "name"))
    assert "xin" in [supplier.name for supplier in partners.story.shop.partners.suppliers()]


def test_what_is_wrong_is_said_at_its_field(partners: Partners, people: dict[str, int]) -> None:
    partners.page.open_item(people["城南"])
    partners.clear_and_type("幸福小学")
    partners.key(Qt.Key.Key_S, CONTROL)
    assert partners.page.form.fields["name"].fault() == "已经有人用了"
    partners.page.form.supplier.setChecked(False)
    partners.clear_and_type("a")
    partners.key(Qt.Key.Key_S, CONTROL)
    assert "类型：还没有填" in partners.page.form.line.shown_words()


def test_typed_work_is_asked_about_before_it_is_thrown_away(partners: Partners, people: dict[str, int]) -> None:
    partners.page.open_item(people["城南"])
    partners.type("x")
    assert not partners.page.may_leave()
    partners.key(Qt.Key.Key_Escape)
    assert "改了 1 处，没保存" in partners.page.form.line.shown_words()
    partners.key(Qt.Key.Key_Escape)
    assert not partners.page.is_form_shown()
    assert partners.story.shop.partners.partner(people["城南"]).name == "城南批发"


def test_one_the_shop_gave_up_has_its_own_segment(partners: Partners, people: dict[str, int]) -> None:
    partners.page.open_item(people["小学"])
    partners.page.form.stopped.setChecked(True)
    partners.key(Qt.Key.Key_S, CONTROL)
    partners.key(Qt.Key.Key_Escape)
    partners.wait_for_rows(partners.page.list.table, "name", ["城南批发"])
    partners.page.list.segments.choose("inactive")
    partners.wait_for_rows(partners.page.list.table, "name", ["幸福小学"])


def test_ctrl_e_writes_what_is_seen(partners: Partners, tmp_path: Path) -> None:
    partners.page.list.segments.choose("customers")
    partners.wait_for_rows(partners.page.list.table, "name", ["幸福小学"])
    partners.key(Qt.Key.Key_E, CONTROL)
    partners.pick_file(tmp_path / "往来.xlsx")
    partners.wait(lambda: "已导出 往来.xlsx" in partners.page.line.shown_words())
    assert [row[0] for row in read_sheet(tmp_path / "往来.xlsx").rows] == ["名称", "幸福小学"]


def test_ctrl_o_leads_to_where_partners_come_in(partners: Partners) -> None:
    partners.key(Qt.Key.Key_O, CONTROL)
    assert partners.asked_pages == [("catalog.import", ImportKind.PARTNERS)]


def test_a_scan_changes_nothing(partners: Partners) -> None:
    partners.scan("6901234567892")
    assert "这里不用扫码" in partners.page.line.shown_words()


def test_an_empty_list_says_what_to_do(qtbot: QtBot, dress: Callable[..., None], story: Story) -> None:
    dress()
    story.desk.operator = SignedIn(1, "小李", Role.STOCKKEEPER)
    desk = Desk(qtbot, story, PartnerListPage)
    desk.wait(lambda: desk.page.list.is_empty())
    shown = [button.text() for button in desk.page.findChildren(QPushButton) if button.isVisible()]
    assert shown == ["新建"]
    desk.close()
