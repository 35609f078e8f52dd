"""Who may ask the shop's services for what: held against a table of this test's own."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path

import pytest

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.errors import NotAllowedError, ShopError
from jxc_desktop.services.exchange.table import Table
from jxc_desktop.services.people.desk import SignedIn
from jxc_desktop.services.people.permission_table import MAY_CALL
from jxc_desktop.services.reports.answer import ReportAnswer
from tests.services.people.every_call import CALLS, TradedShop, public_calls, trade_a_little
from tests.story import Story

OWNER, OFFICE, COUNTER, ALL = "老板", "老板 库管", "老板 收银", "老板 库管 收银"
ROLES = {Role.OWNER: "老板", Role.STOCKKEEPER: "库管", Role.CLERK: "收银"}

# Never made from the program's own table: both must be changed by hand, and the difference is found here.
EXPECTED = {
    "catalog.find_by_code": ALL,
    "catalog.find_by_id": ALL,
    "catalog.search": ALL,
    "catalog.product": ALL,
    "catalog.product_list": ALL,
    "catalog.product_list_count": ALL,
    "catalog.export_products": OFFICE,
    "catalog.categories": ALL,
    "catalog.category_keys": ALL,
    "catalog.save_product": OFFICE,
    "catalog.set_reference_cost": OFFICE,
    "finder.find": ALL,
    "finder.recall": ALL,
    "imports.look": OWNER,
    "imports.products": OWNER,
    "imports.partners": OWNER,
    "imports.opening_stock": OWNER,
    "imports.history": OWNER,
    "imports.write_faults": OWNER,
    "imports.write_template": OWNER,
    "inventory.stock_list": ALL,
    "inventory.stock_summary": ALL,
    "inventory.stock_of": ALL,
    "inventory.stock_ledger": ALL,
    "inventory.export_stock": ALL,
    "inventory.post_count": OFFICE,
    "inventory.post_opening_stock": OWNER,
    "inventory.opening_stock_list": OFFICE,
    "inventory.opening_stock": OFFICE,
    "inventory.export_opening_stock": OFFICE,
    "inventory.reverse": OWNER,
    "partners.suppliers": OFFICE,
    "partners.add_supplier": OFFICE,
    "partners.partner_list": OFFICE,
    "partners.partner_list_count": OFFICE,
    "partners.export_partners": OFFICE,
    "partners.partner": OFFICE,
    "partners.save_partner": OFFICE,
    "purchasing.receive_goods": OFFICE,
    "purchasing.return_goods": OFFICE,
    "purchasing.return_without_receipt": OFFICE,
    "purchasing.correct_cost": OWNER,
    "purchasing.reverse": OWNER,
    "purchasing.reverse_correction": OWNER,
    "purchasing.receipt_list": OFFICE,
    "purchasing.receipt_totals": OFFICE,
    "purchasing.export_receipts": OFFICE,
    "purchasing.receipt_by_number": OFFICE,
    "purchasing.receipt": OFFICE,
    "purchasing.trail": OFFICE,
    "purchasing.last_price": OFFICE,
    "purchasing.last_shelf_days": OFFICE,
    "purchasing.credit_for": OFFICE,
    "purchasing.paying_accounts": OFFICE,
    "purchasing.keep_draft": OFFICE,
    "purchasing.kept_draft": OFFICE,
    "purchasing.give_up_draft": OFFICE,
    "sales.checkout": COUNTER,
    "sales.return_goods": COUNTER,
    "sales.refund_of": COUNTER,
    "sales.reverse": OWNER,
    "sales.sale_list": COUNTER,
    "sales.sale_totals": COUNTER,
    "sales.sale": COUNTER,
    "sales.export_sales": COUNTER,
    "sales.trail": COUNTER,
    "sales.sale_by_number": COUNTER,
    "sales.last_sale": COUNTER,
    "sales.ways_of_paying": COUNTER,
    "carts.save": COUNTER,
    "carts.hold": COUNTER,
    "carts.take_back": COUNTER,
    "carts.discard": COUNTER,
    "carts.held": COUNTER,
    "carts.unfinished": COUNTER,
    "carts.take_over": COUNTER,
    "paper.reprint": COUNTER,
    "paper.print_waiting": ALL,
    "paper.print_test": ALL,
    "paper.note_tested": ALL,
    "paper.sample": ALL,
    "paper.give_up_waiting": COUNTER,
    "paper.waiting_count": ALL,
    "people.operators": OWNER,
    "people.add_operator": OWNER,
    "people.set_password": OWNER,
    "people.operator_list": OWNER,
    "people.change_operator": OWNER,
    "people.set_pin": OWNER,
    "people.close_month": OWNER,
    "people.reopen_month": OWNER,
    "settings.shop_name": ALL,
    "settings.read": ALL,
    "settings.change": OWNER,
    "memory.recall": ALL,
    "memory.remember": ALL,
    "reports.names": ALL,
    "reports.spec": OFFICE,
    "reports.run": OFFICE,
    "reports.month": OFFICE,
    "reports.write": OFFICE,
    "reports.paper": OFFICE,
    "health.verify": ALL,
    "health.check_file": ALL,
    "health.last_act_at": ALL,
    "backups.make": ALL,
    "backups.listed": OWNER,
    "backups.look_into": OWNER,
    "backups.is_sound": OWNER,
    "backups.second_place": ALL,
    "backups.choose_second_place": OWNER,
    "backups.restore_beside": OWNER,
    "backups.prepare_restore": OWNER,
    "go_live.rows": OWNER,
    "go_live.is_over": OWNER,
    "go_live.set_needed": OWNER,
}

COST_WORDS = ("成本", "进价", "毛利", "库存金额", "cost", "profit")


@pytest.fixture
def traded(story: Story, tmp_path: Path) -> TradedShop:
    return trade_a_little(story, tmp_path)


def seat(traded: TradedShop, role: Role) -> None:
    """Somebody of that role takes the desk."""
    traded.story.desk.operator = SignedIn(1, "某人", role)


def may(traded: TradedShop, call: str) -> bool:
    """Whether the call gets past the door; what else refuses it does not matter here."""
    try:
        CALLS[call](traded)
    except NotAllowedError:
        return False
    except ShopError:
        return True
    return True


def test_every_public_call_of_the_shop_is_in_the_table_of_this_test(story: Story) -> None:
    assert set(public_calls(story.shop)) == set(EXPECTED) == set(CALLS)


@pytest.mark.parametrize("call", EXPECTED)
def test_only_these_roles_may_make_the_call(traded: TradedShop, call: str) -> None:
    made = []
    for role in (Role.CLERK, Role.STOCKKEEPER, Role.OWNER):
        seat(traded, role)
        if may(traded, call):
            made.append(ROLES[role])
    assert set(made) == set(EXPECTED[call].split())


def test_every_call_has_a_right_of_its_own_and_no_right_is_given_for_a_call_that_is_not_there(story: Story) -> None:
    assert set(MAY_CALL) == set(public_calls(story.shop))


@pytest.mark.parametrize("call", EXPECTED)
def test_a_call_is_made_by_its_own_right_and_no_other(
    traded: TradedShop, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    """Nobody is given the call's own right; whoever borrows another one would get through."""
    seat(traded, Role.OWNER)
    monkeypatch.setitem(MAY_CALL, call, frozenset())
    assert not may(traded, call)


@pytest.mark.parametrize(("role", "is_offered"), [(Role.CLERK, False), (Role.STOCKKEEPER, False), (Role.OWNER, True)])
def test_a_page_can_ask_before_it_offers_something(traded: TradedShop, role: Role, is_offered: bool) -> None:
    seat(traded, role)
    assert traded.shop.may("sales.reverse") is is_offered


def costs_in(value: object, place: str = "") -> Iterator[str]:
    """Where the value says what goods cost, however deep."""
    if isinstance(value, ReportAnswer):
        yield from costs_in(value.table(), place)
    elif isinstance(value, Table):
        for heading in (column.heading for column in value.columns):
            if any(word in heading for word in COST_WORDS):
                yield f"{place} {heading}"
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            inside, at = getattr(value, field.name), f"{place}.{field.name}"
            if ("cost" in field.name or field.name == "value") and inside is not None:
                yield at
            yield from costs_in(inside, at)
    elif isinstance(value, Mapping):
        yield from costs_in([*value.keys(), *value.values()], place)
    elif isinstance(value, list | tuple | set | frozenset):
        for one in value:
            yield from costs_in(one, place)
    else:
        assert value is None or isinstance(value, str | int | Enum | bytes | Path) or hasattr(value, "year"), type(
            value
        )


def costs_seen(traded: TradedShop, call: str) -> list[str]:
    """What of an answer, or of the files it wrote, says what goods cost."""
    try:
        answer = CALLS[call](traded)
    except ShopError:
        return []
    found = list(costs_in(answer, call))
    for file in traded.folder.glob("*.csv"):
        with file.open(encoding="utf-8-sig", newline="") as sheet:
            headings = next(csv.reader(sheet), [])
        found += [heading for heading in headings if any(word in heading for word in COST_WORDS)]
        file.unlink()
    return found


@pytest.mark.parametrize("call", [call for call, roles in EXPECTED.items() if "收银" in roles])
def test_no_call_tells_a_clerk_what_goods_cost(traded: TradedShop, call: str) -> None:
    seat(traded, Role.CLERK)
    assert costs_seen(traded, call) == []


@pytest.mark.parametrize(
    "call",
    [
        "catalog.product",
        "catalog.product_list",
        "inventory.stock_list",
        "inventory.stock_summary",
        "inventory.stock_of",
        "inventory.stock_ledger",
        "inventory.export_stock",
        "reports.run",
    ],
)
def test_the_owner_is_told_by_the_same_calls_so_that_this_test_can_see_a_cost(traded: TradedShop, call: str) -> None:
    assert costs_seen(traded, call) != []
