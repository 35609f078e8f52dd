"""The stock as the window asks it: by role, as a list, as a file."""

from datetime import date
from pathlib import Path

import pytest

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.errors import InvalidInputError, NotAllowedError, NotFoundError
from jxc_desktop.services.exchange.faults import TableKindError
from jxc_desktop.services.exchange.sheet_reader import read_sheet
from jxc_desktop.services.inventory.stock_list import StockFilter, StockSegment, StockSort
from jxc_desktop.services.people.desk import SignedIn
from tests.story import Story


def works_as(story: Story, role: Role) -> None:
    story.desk.operator = SignedIn(1, "小王", role)


@pytest.fixture
def cola(story: Story) -> int:
    cola = story.product("可乐", "3.00", ("6901234567892",), "2.00")
    story.receive(cola, "10", "2.00")
    return cola


def test_the_owner_is_given_costs_everywhere(story: Story, cola: int) -> None:
    inventory = story.shop.inventory
    (row,) = inventory.stock_list(StockFilter())
    assert (str(row.average_cost), str(row.value)) == ("2.00", "20.00")
    assert str(inventory.stock_summary(StockFilter()).value) == "20.00"
    assert str(inventory.stock_of(cola).total.value) == "20.00"
    assert str(inventory.stock_ledger(cola)[0].cost) == "20.00"


def test_a_clerk_is_never_handed_a_cost(story: Story, cola: int, tmp_path: Path) -> None:
    works_as(story, Role.CLERK)
    inventory = story.shop.inventory
    (row,) = inventory.stock_list(StockFilter())
    assert (row.quantity, row.average_cost, row.value) == (Quantity.of(10), None, None)
    assert inventory.stock_summary(StockFilter()).value is None
    assert inventory.stock_of(cola).total.value is None
    assert inventory.stock_ledger(cola)[0].cost is None
    with pytest.raises(InvalidInputError) as refusal:
        inventory.stock_list(StockFilter(sort=StockSort.VALUE))
    assert refusal.value.reason == "needs_cost"
    inventory.export_stock(StockFilter(), tmp_path / "库存.csv")
    assert read_sheet(tmp_path / "库存.csv").rows[0] == ["商品", "条码", "货号", "规格", "单位", "现存", "零售价"]


def test_the_file_holds_what_the_list_holds_in_its_order_with_totals(story: Story, cola: int, tmp_path: Path) -> None:
    tea = story.product("红茶", "4.50", cost="3.00")
    story.receive(tea, "4", "3.00")
    story.product("没货", "1.00")
    wanted = StockFilter(only=StockSegment.IN_STOCK, sort=StockSort.VALUE)
    story.shop.inventory.export_stock(wanted, tmp_path / "库存.xlsx")
    rows = read_sheet(tmp_path / "库存.xlsx").rows
    value = rows[0].index("库存金额")
    assert [(row[0], float(row[value])) for row in rows[1:]] == [("红茶", 12.0), ("可乐", 20.0), ("合计", 32.0)]


def test_a_file_of_another_kind_is_refused_before_anything_is_read(story: Story, tmp_path: Path) -> None:
    with pytest.raises(TableKindError):
        story.shop.inventory.export_stock(StockFilter(), tmp_path / "库存.pdf")


def test_opening_stock_is_listed_newest_first_with_what_undid_it(story: Story) -> None:
    oil = story.product("大豆油", "33.00", ("6948195801696",), unit="桶")
    rice = story.product("米", "4.00")
    first = story.open_with(oil, "5", "155.00")
    story.clock.go_on(days=1)
    second = story.open_with(rice, "2.5", "7.50")
    mirror = story.shop.inventory.reverse(first, "数错了")

    rows = story.shop.inventory.opening_stock_list()
    assert [row.document_id for row in rows] == [mirror, second, first]
    assert [str(row.amount) for row in rows] == ["-155.00", "7.50", "155.00"]
    assert [str(row.quantity) for row in rows] == ["-5", "2.5", "5"]
    assert [(row.is_mirror, row.state.value, row.note) for row in rows] == [
        (True, "posted", "数错了"),
        (False, "posted", ""),
        (False, "reversed", ""),
    ]
    assert [row.day for row in rows] == [date(2026, 3, 3), date(2026, 3, 3), date(2026, 3, 2)]
    assert story.shop.inventory.opening_stock_list(1, 1) == rows[1:2]


def test_a_document_has_its_lines_and_knows_what_undid_it(story: Story) -> None:
    oil = story.product("大豆油", "33.00", ("6948195801696",), unit="桶")
    first = story.open_with(oil, "5", "155.00")
    mirror = story.shop.inventory.reverse(first, "数错了")
    document = story.shop.inventory.opening_stock(first)
    undone = story.shop.inventory.opening_stock(mirror)
    (line,) = document.lines
    assert (line.name, line.barcode, line.unit, str(line.quantity), str(line.value)) == (
        "大豆油",
        "6948195801696",
        "桶",
        "5",
        "155.00",
    )
    assert (document.reverses, document.reversed_by) == ("", undone.row.number)
    assert (undone.reverses, undone.reversed_by) == (document.row.number, "")


def test_a_document_of_another_kind_is_no_opening_stock(story: Story, cola: int) -> None:
    receipt = story.shop.inventory.stock_ledger(cola)[0].document_id
    with pytest.raises(NotFoundError):
        story.shop.inventory.opening_stock(receipt)


def test_a_clerk_may_not_see_opening_stock(story: Story) -> None:
    works_as(story, Role.CLERK)
    with pytest.raises(NotAllowedError):
        story.shop.inventory.opening_stock_list()
    with pytest.raises(NotAllowedError):
        story.shop.inventory.opening_stock(1)
