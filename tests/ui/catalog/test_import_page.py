"""导入: a file is looked at, matched by hand where it must be, checked, and taken in whole or not at all."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jxc_desktop.services.exchange.sheet_reader import read_sheet
from jxc_desktop.services.migrate_in.import_forms import ImportKind
from jxc_desktop.services.migrate_in.preview import PreviewRow
from jxc_desktop.ui.catalog.import_page import ImportPage
from jxc_desktop.ui.look.tones import Tone
from tests.robots.desk import CONTROL, Desk
from tests.services.exchange.sheet_files import new_workbook, xlsx_file
from tests.services.migrate_in.goods_lists import product_count, rows_of
from tests.story import Story

Importing = Desk[ImportPage]
GOODS = "条码,商品名称,单位,零售价,产地\n6948195801696,大豆油,桶,33,东北\n6902083881405,红茶,瓶,3,\n"
BAD = "条码,商品名称,单位,零售价\n6948195801696,大豆油,桶,贵\n6902083881405,红茶,瓶,3\n,,袋,1\n"


@pytest.fixture
def importing(qtbot: QtBot, dress: Callable[..., None], story: Story) -> Iterator[Importing]:
    """The owner at 导入."""
    dress()
    desk = Desk(qtbot, story, ImportPage)
    yield desk
    desk.close()


def written(folder: Path, text: str, name: str = "商品.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def look_at(importing: Importing, path: Path) -> None:
    importing.page.open_item(path)
    importing.wait(lambda: importing.page.seen is not None and not importing.page._work.is_busy())


def press_f9(importing: Importing, said: str) -> None:
    importing.key(Qt.Key.Key_F9)
    importing.wait(lambda: said in importing.page.line.shown_words() and not importing.page._work.is_busy())


def choose_file(importing: Importing, path: Path) -> None:
    """Choose it in the dialog that is open, and be back at the page."""
    importing.pick_file(path)
    importing.page.activateWindow()
    importing.wait(lambda: QApplication.focusWindow() is importing.page.windowHandle())


def current_row(importing: Importing) -> PreviewRow:
    row = importing.page.rows.table.current_row()
    assert isinstance(row, PreviewRow)
    return row


def fields_over_columns(importing: Importing) -> list[str]:
    return [choice.currentText() for choice in importing.page.rows.strip.choices]


def test_a_file_is_chosen_seen_checked_and_taken_in_by_keys_alone(importing: Importing, tmp_path: Path) -> None:
    importing.key(Qt.Key.Key_O, CONTROL)
    choose_file(importing, written(tmp_path, GOODS))
    importing.wait(lambda: importing.page.seen is not None)
    assert fields_over_columns(importing) == ["条码", "商品名称 *", "单位", "零售价", "不导入"]
    assert importing.sees(importing.page.rows.table, "B") == ["大豆油", "红茶"]
    assert importing.sees(importing.page.rows.table, "row") == ["2", "3"]
    press_f9(importing, "新增 2，修改 0，没有变化 0")
    assert "F9 导入" in importing.page.line.shown_words()
    assert product_count(importing.story) == 0
    press_f9(importing, "已导入 新增 2")
    assert product_count(importing.story) == 2


def test_left_and_right_say_at_once_what_will_be_brought_in_and_again_after_esc(
    importing: Importing, tmp_path: Path
) -> None:
    importing.key(Qt.Key.Key_Right)
    assert importing.page.options.kind() is ImportKind.PARTNERS
    importing.key(Qt.Key.Key_Left)
    look_at(importing, written(tmp_path, GOODS))
    importing.key(Qt.Key.Key_Escape)
    assert importing.page.seen is None
    importing.key(Qt.Key.Key_Right)
    assert importing.page.options.kind() is ImportKind.PARTNERS


def test_the_page_says_how_a_text_file_is_written(importing: Importing, tmp_path: Path) -> None:
    path = tmp_path / "商品.csv"
    path.write_bytes(GOODS.encode("gbk"))
    look_at(importing, path)
    assert "商品.csv · 2 行 · 文字编码 GB18030" in importing.page._header.words()


def test_before_an_import_the_shop_file_is_backed_up(importing: Importing, tmp_path: Path) -> None:
    look_at(importing, written(tmp_path, GOODS))
    press_f9(importing, "可以导入")
    assert list(tmp_path.glob("*-backups/*")) == []
    press_f9(importing, "已导入")
    assert len(list(tmp_path.glob("*-backups/*.jxcbackup"))) == 1


def test_a_file_that_changes_nothing_is_not_taken_in_again(importing: Importing, tmp_path: Path) -> None:
    path = written(tmp_path, GOODS)
    importing.story.shop.imports.products(path)
    look_at(importing, path)
    press_f9(importing, "没有要改的")
    notes = rows_of(importing.story, "audit_entry")
    press_f9(importing, "没有要改的")
    assert rows_of(importing.story, "audit_entry") == notes


def test_faults_stand_in_a_list_and_lead_to_their_cells(importing: Importing, tmp_path: Path) -> None:
    look_at(importing, written(tmp_path, BAD))
    press_f9(importing, "有 2 处错误，没有导入任何内容")
    page = importing.page
    assert importing.sees(page.faults, "row") == ["2", "4"]
    assert importing.sees(page.faults, "column") == ["D 零售价", "B 商品名称"]
    assert importing.sees(page.faults, "reason") == ["“贵”不是数字", "没有商品名称"]
    assert page.faults.hasFocus()
    importing.key(Qt.Key.Key_Down)
    importing.key(Qt.Key.Key_Return)
    assert page.rows.table.hasFocus()
    row = current_row(importing)
    assert row.number == 4
    columns = {column.name: column for column in page.rows.table.model_of_rows().columns}
    assert columns["B"].tone_of(row) is Tone.DANGER
    assert columns["D"].tone_of(row) is not Tone.DANGER
    assert product_count(importing.story) == 0


def test_a_fault_far_down_is_brought_into_view(importing: Importing, tmp_path: Path) -> None:
    lines = [f"{n},商品{n},个,{'贵' if n == 900 else 1}" for n in range(2, 1200)]
    look_at(importing, written(tmp_path, "条码,商品名称,单位,零售价\n" + "\n".join(lines)))
    press_f9(importing, "有 1 处错误")
    importing.key(Qt.Key.Key_Return)
    assert current_row(importing).number == 900


def test_the_rows_with_faults_become_a_sheet_that_is_corrected_and_read(importing: Importing, tmp_path: Path) -> None:
    look_at(importing, written(tmp_path, BAD))
    press_f9(importing, "有 2 处错误")
    importing.key(Qt.Key.Key_E, CONTROL)
    choose_file(importing, tmp_path / "要改的.xlsx")
    importing.wait(lambda: "已导出 要改的.xlsx" in importing.page.line.shown_words())
    headings, first, second, third = ([*row] for row in read_sheet(tmp_path / "要改的.xlsx").rows)
    assert headings == ["问题", "原行号", "条码", "商品名称", "单位", "零售价"]
    assert first == ["零售价：“贵”不是数字", "2", "6948195801696", "大豆油", "桶", "贵"]
    assert second[:2] == ["商品名称：没有商品名称", "4"]
    assert third[:3] == ["", "3", "6902083881405"]
    first[5], second[3] = "33", "纸袋"
    look_at(importing, xlsx_file(tmp_path / "改好了.xlsx", [headings, first, second, third]))
    press_f9(importing, "新增 3")
    press_f9(importing, "已导入")
    assert product_count(importing.story) == 3


def test_a_column_is_matched_by_hand_and_so_again_next_time(importing: Importing, tmp_path: Path) -> None:
    text = "甲,乙,丙\n6948195801696,大豆油,33\n"
    look_at(importing, written(tmp_path, text))
    press_f9(importing, "还没有选列：商品名称")
    importing.key(Qt.Key.Key_Right)
    importing.page.rows.strip.choices[1].setCurrentIndex(1)
    importing.key(Qt.Key.Key_Left)
    importing.page.rows.strip.choices[0].setCurrentIndex(3)
    assert fields_over_columns(importing) == ["条码", "商品名称 *", "不导入"]
    press_f9(importing, "新增 1")
    press_f9(importing, "已导入")
    look_at(importing, written(tmp_path, text.replace("6948195801696,大豆油", "6902083881405,红茶"), "二.csv"))
    assert fields_over_columns(importing) == ["条码", "商品名称 *", "不导入"]
    assert "和上次一样" in importing.page.side.found.words()
    press_f9(importing, "新增 1")


def test_a_field_stands_over_one_column_only(importing: Importing, tmp_path: Path) -> None:
    look_at(importing, written(tmp_path, "商品名称,条码,备用码\n红茶,6902083881405,0001\n"))
    importing.page.rows.strip.choices[2].setCurrentIndex(3)
    assert fields_over_columns(importing) == ["商品名称 *", "不导入", "条码"]


def test_left_and_right_walk_over_the_columns_and_tab_leaves_them(importing: Importing, tmp_path: Path) -> None:
    look_at(importing, written(tmp_path, GOODS))
    strip = importing.page.rows.strip
    strip.take_focus()
    assert strip.choices[0].hasFocus()
    importing.key(Qt.Key.Key_Right)
    assert strip.choices[1].hasFocus()
    importing.key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() not in strip.choices


def test_another_row_of_headings_is_chosen(importing: Importing, tmp_path: Path) -> None:
    look_at(importing, written(tmp_path, "名称,说明\n商品名称,条码\n红茶,6902083881405\n"))
    page = importing.page
    assert page.options.head_row.currentText() == "表头在第 2 行"
    page.options.head_row.setCurrentIndex(0)
    assert fields_over_columns(importing) == ["商品名称 *", "不导入"]
    assert importing.sees(page.rows.table, "row") == ["2", "3"]


def test_the_sheet_is_chosen_where_there_are_several(importing: Importing, tmp_path: Path) -> None:
    workbook = new_workbook()
    workbook.active.append(["随便写的"])
    goods = workbook.create_sheet("其它")
    for row in (["商品名称", "条码"], ["红茶", "6902083881405"]):
        goods.append(row)
    workbook.save(tmp_path / "两张.xlsx")
    look_at(importing, tmp_path / "两张.xlsx")
    page = importing.page
    assert page.options.sheet.currentText() == "其它 · 2 行"
    page.options.sheet.setCurrentIndex(0)
    assert page.side.found.words().startswith("商品名称 必填，还没选列")


def test_what_is_to_be_known_of_a_file_is_said_beside_it(importing: Importing, tmp_path: Path) -> None:
    look_at(importing, xlsx_file(tmp_path / "数字.xlsx", [["商品名称", "条码", "零售价"], ["红茶", 123, 3]]))
    assert "开头的 0 可能已经丢了" in importing.page.side.remarks.words()


def test_a_file_dropped_on_the_page_is_read(importing: Importing, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(written(tmp_path, GOODS)))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), copy, data, left, none)
    QApplication.sendEvent(importing.page, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(importing.page, QDropEvent(QPointF(50, 50), copy, data, left, none))
    importing.wait(lambda: importing.page.seen is not None)


def test_a_file_that_cannot_be_read_is_refused_and_another_can_be_chosen(importing: Importing, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    importing.page.open_item(tmp_path / "a.pdf")
    importing.wait(lambda: "a.pdf 不是表格文件" in importing.page.line.shown_words())
    assert importing.page.seen is None
    look_at(importing, written(tmp_path, GOODS))


def test_a_bill_is_refused_by_what_it_is(importing: Importing, tmp_path: Path) -> None:
    look_at(importing, written(tmp_path, "条码,名称,数量,单价\n1,红茶,3,2\n", "单.csv"))
    press_f9(importing, "单.csv 像是一张单据的明细，不是商品表")
    assert "像是一张单据的明细" in importing.page.side.remarks.words()


def test_esc_stops_an_import_and_nothing_came_in(importing: Importing, tmp_path: Path) -> None:
    lines = [f"20000{number:06d},商品{number},个,1" for number in range(4000)]
    look_at(importing, written(tmp_path, "\n".join(["条码,商品名称,单位,零售价", *lines])))
    press_f9(importing, "可以导入")
    importing.key(Qt.Key.Key_F9)
    importing.key(Qt.Key.Key_Escape)
    importing.wait(lambda: "已经停下" in importing.page.line.shown_words())
    assert product_count(importing.story) == 0


def test_f5_reads_a_file_again_that_was_corrected(importing: Importing, tmp_path: Path) -> None:
    path = written(tmp_path, BAD)
    look_at(importing, path)
    press_f9(importing, "有 2 处错误")
    written(tmp_path, GOODS)
    importing.page.reload()
    importing.wait(lambda: len(importing.page.rows.strip.choices) == 5)
    assert not importing.page._fault_panel.isVisible()
    press_f9(importing, "新增 2")


def test_the_template_of_each_kind_is_written_and_read_again(importing: Importing, tmp_path: Path) -> None:
    for kind in ImportKind:
        importing.page.open_item(kind)
        importing.key(Qt.Key.Key_F6)
        path = tmp_path / f"{kind.value}.xlsx"
        choose_file(importing, path)
        said = f"已导出 {path.name}"
        importing.qtbot.waitUntil(lambda said=said: said in importing.page.line.shown_words())  # type: ignore[misc]
        seen = importing.story.shop.imports.look(kind, path)
        assert [column.field for column in seen.columns] == [field.key for field in seen.form.fields]


def test_partners_come_in_as_what_is_chosen_for_them(importing: Importing, tmp_path: Path) -> None:
    importing.page.open_item(ImportKind.PARTNERS)
    look_at(importing, written(tmp_path, "名称,电话\n城南批发,13800000000\n", "名单.csv"))
    press_f9(importing, "有 1 处错误")
    assert importing.sees(importing.page.faults, "reason")[0].startswith("没有写是供应商还是客户")
    importing.page.options.role.setCurrentIndex(1)
    press_f9(importing, "新增 1")
    press_f9(importing, "已导入")
    assert [supplier.name for supplier in importing.story.shop.partners.suppliers()] == ["城南批发"]
    importing.key(Qt.Key.Key_F7)
    assert importing.asked_pages == [("catalog.partners", None)]


def test_opening_stock_comes_in_with_its_day(importing: Importing, tmp_path: Path) -> None:
    importing.story.product("可乐", codes=("6901234567892",))
    importing.page.open_item(ImportKind.OPENING_STOCK)
    look_at(importing, written(tmp_path, "条码,数量,成本单价\n6901234567892,10,2\n", "期初.csv"))
    importing.page.options.day.setText("不知道")
    press_f9(importing, "期初日期还没有写对")
    importing.page.options.day.setText("2026-03-01")
    press_f9(importing, "期初库存 1 行")
    press_f9(importing, "已导入 1 行，单号 QC")
    listed = importing.story.shop.inventory.opening_stock_list(0, 10)
    assert [str(row.day) for row in listed] == ["2026-03-01"]


def test_a_scan_is_answered_and_changes_nothing(importing: Importing) -> None:
    importing.scan("6901234567892")
    assert "这里不用扫码" in importing.page.line.shown_words()
