"""Every public call of the shop's services, each tried once in a shop that has traded a little."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from jxc_desktop.models.values.accounts import CASH
from jxc_desktop.models.values.document_filter import DocumentFilter
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.receipt_page import ReceiptPaper
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import ProductDetails
from jxc_desktop.services.catalog.product_list import ProductFilter
from jxc_desktop.services.inventory.counting import CountedLine, OpeningLine
from jxc_desktop.services.inventory.stock_list import StockFilter
from jxc_desktop.services.migrate_in.import_forms import ImportKind
from jxc_desktop.services.partners.partner import PartnerDetails
from jxc_desktop.services.partners.partner_list import PartnerFilter
from jxc_desktop.services.people.go_live import GoLiveStep
from jxc_desktop.services.people.operators import OperatorDetails
from jxc_desktop.services.people.settings import RECEIPT_FOOTER, SHOP_NAME
from jxc_desktop.services.purchasing.receipt import Receipt, ReceivedLine
from jxc_desktop.services.purchasing.receiving_draft import ReceivingDraft
from jxc_desktop.services.reports.answer import ReportAnswer
from jxc_desktop.services.reports.report import Asked, Period
from jxc_desktop.services.shop import Shop
from tests.services.migrate_in.refused_list import refused_list
from tests.services.sales.at_counter import cash, line, ticket
from tests.story import ONE, Story

COLA_CODE = "6901234567892"
THREE = Quantity.of(3)
TODAY = date(2026, 3, 2)


class DeafPrinter:
    """Takes everything and prints nothing."""

    def print_pdf(self, document: bytes, *, title: str, paper: str) -> None:
        pass


@dataclass
class TradedShop:
    """A shop with a product of a known cost, a receipt, a sale, a return, a held cart and paper that waits."""

    story: Story
    folder: Path
    cola: int
    supplier: int
    receipt: int
    correction: int
    sale: int
    back: int
    opening: int
    answer: ReportAnswer[Any]

    @property
    def shop(self) -> Shop:
        return self.story.shop

    @property
    def sale_line(self) -> int:
        return self.story.sale_line(self.sale)

    @property
    def receipt_line(self) -> int:
        return self.story.receipt_line(self.receipt)

    def received(self) -> Receipt:
        goods = ReceivedLine(self.cola, "瓶", ONE, THREE, UnitPrice.parse("2"))
        return Receipt(self.story.token(), self.supplier, (goods,))


def trade_a_little(story: Story, folder: Path) -> TradedShop:
    """The shop all calls are tried in."""
    shop = story.shop
    story.allow_overselling()
    cola = story.product("可乐", "3.00", (COLA_CODE,), cost="2.00")
    tea = story.product("红茶", "4.00")
    receipt = story.receive(cola, "10", "2.00")
    correction = shop.purchasing.correct_cost(story.receipt_line(receipt), Money.parse("1"), story.token())
    sale = story.sell(cola, "5").document_id
    back = story.take_back(sale, "1")
    shop.paper.reprint(sale)
    shop.carts.hold("held", "{}", "")
    shop.people.close_month(date(2026, 1, 1))
    opening = story.open_with(tea, "2", "5.00")
    answer = shop.reports.run("sales-by-day", Asked(Period(TODAY, TODAY)))
    return TradedShop(story, folder, cola, story.supplier(), receipt, correction, sale, back, opening, answer)


Call = Callable[[TradedShop], object]

CALLS: dict[str, Call] = {
    "catalog.find_by_code": lambda at: at.shop.catalog.find_by_code(COLA_CODE),
    "catalog.find_by_id": lambda at: at.shop.catalog.find_by_id(at.cola),
    "catalog.search": lambda at: at.shop.catalog.search("可乐"),
    "catalog.product": lambda at: at.shop.catalog.product(at.cola),
    "catalog.product_list": lambda at: at.shop.catalog.product_list(ProductFilter()),
    "catalog.product_list_count": lambda at: at.shop.catalog.product_list_count(ProductFilter()),
    "catalog.export_products": lambda at: at.shop.catalog.export_products(ProductFilter(), at.folder / "goods.csv"),
    "catalog.categories": lambda at: at.shop.catalog.categories(),
    "catalog.category_keys": lambda at: at.shop.catalog.category_keys(),
    "catalog.save_product": lambda at: at.shop.catalog.save_product(ProductDetails(name="雪碧", unit="瓶")),
    "catalog.set_reference_cost": lambda at: at.shop.catalog.set_reference_cost(at.cola, UnitPrice.parse("2")),
    "finder.find": lambda at: at.shop.finder.find("可乐"),
    "finder.recall": lambda at: at.shop.finder.recall([at.cola], [at.sale, at.receipt]),
    "imports.look": lambda at: at.shop.imports.look(ImportKind.PRODUCTS, at.folder / "no.csv"),
    "imports.partners": lambda at: at.shop.imports.partners(at.folder / "no.csv"),
    "imports.write_faults": lambda at: at.shop.imports.write_faults(*refused_list(at.folder), at.folder / "f.xlsx"),
    "imports.write_template": lambda at: at.shop.imports.write_template(ImportKind.PRODUCTS, at.folder / "t.xlsx"),
    "imports.products": lambda at: at.shop.imports.products(at.folder / "no.csv"),
    "imports.opening_stock": lambda at: at.shop.imports.opening_stock(at.folder / "no.csv"),
    "imports.history": lambda at: at.shop.imports.history([at.folder / "no.csv"]),
    "inventory.stock_list": lambda at: at.shop.inventory.stock_list(StockFilter()),
    "inventory.stock_summary": lambda at: at.shop.inventory.stock_summary(StockFilter()),
    "inventory.stock_of": lambda at: at.shop.inventory.stock_of(at.cola),
    "inventory.stock_ledger": lambda at: at.shop.inventory.stock_ledger(at.cola),
    "inventory.export_stock": lambda at: at.shop.inventory.export_stock(StockFilter(), at.folder / "stock.csv"),
    "inventory.post_count": lambda at: at.shop.inventory.post_count(
        [CountedLine(at.cola, THREE)], TODAY, at.story.token()
    ),
    "inventory.post_opening_stock": lambda at: at.shop.inventory.post_opening_stock(
        [OpeningLine(at.cola, THREE, Money.parse("6"))], TODAY, at.story.token()
    ),
    "inventory.opening_stock_list": lambda at: at.shop.inventory.opening_stock_list(),
    "inventory.opening_stock": lambda at: at.shop.inventory.opening_stock(at.opening),
    "inventory.export_opening_stock": lambda at: at.shop.inventory.export_opening_stock(at.folder / "o.csv"),
    "inventory.reverse": lambda at: at.shop.inventory.reverse(at.opening, "写错了"),
    "partners.suppliers": lambda at: at.shop.partners.suppliers(),
    "partners.add_supplier": lambda at: at.shop.partners.add_supplier("城北批发"),
    "partners.partner_list": lambda at: at.shop.partners.partner_list(PartnerFilter()),
    "partners.partner_list_count": lambda at: at.shop.partners.partner_list_count(),
    "partners.export_partners": lambda at: at.shop.partners.export_partners(PartnerFilter(), at.folder / "p.csv"),
    "partners.partner": lambda at: at.shop.partners.partner(at.supplier),
    "partners.save_partner": lambda at: at.shop.partners.save_partner(PartnerDetails("城东", is_supplier=True)),
    "purchasing.receive_goods": lambda at: at.shop.purchasing.receive_goods(at.received()),
    "purchasing.return_goods": lambda at: at.shop.purchasing.return_goods(
        at.receipt, {at.receipt_line: ONE}, at.story.token()
    ),
    "purchasing.return_without_receipt": lambda at: at.shop.purchasing.return_without_receipt(
        at.supplier, {at.cola: ONE}, {}, at.story.token()
    ),
    "purchasing.correct_cost": lambda at: at.shop.purchasing.correct_cost(
        at.receipt_line, Money.parse("1"), at.story.token()
    ),
    "purchasing.reverse": lambda at: at.shop.purchasing.reverse(at.receipt, "送错了"),
    "purchasing.reverse_correction": lambda at: at.shop.purchasing.reverse_correction(at.correction, "写错了"),
    "purchasing.receipt_list": lambda at: at.shop.purchasing.receipt_list(DocumentFilter()),
    "purchasing.receipt_totals": lambda at: at.shop.purchasing.receipt_totals(DocumentFilter()),
    "purchasing.export_receipts": lambda at: at.shop.purchasing.export_receipts(
        DocumentFilter(), at.folder / "receipts.csv"
    ),
    "purchasing.receipt_by_number": lambda at: at.shop.purchasing.receipt_by_number("CGRK20260302-0001"),
    "purchasing.receipt": lambda at: at.shop.purchasing.receipt(at.receipt),
    "purchasing.trail": lambda at: at.shop.purchasing.trail(at.receipt),
    "purchasing.last_price": lambda at: at.shop.purchasing.last_price(at.cola, ONE),
    "purchasing.last_shelf_days": lambda at: at.shop.purchasing.last_shelf_days(at.cola),
    "purchasing.credit_for": lambda at: at.shop.purchasing.credit_for(at.receipt, {at.receipt_line: ONE}),
    "purchasing.paying_accounts": lambda at: at.shop.purchasing.paying_accounts(),
    "purchasing.keep_draft": lambda at: at.shop.purchasing.keep_draft(ReceivingDraft()),
    "purchasing.kept_draft": lambda at: at.shop.purchasing.kept_draft(),
    "purchasing.give_up_draft": lambda at: at.shop.purchasing.give_up_draft(ReceivingDraft()),
    "sales.checkout": lambda at: at.shop.sales.checkout(ticket(at.story, [line(at.cola)], cash("3"))),
    "sales.return_goods": lambda at: at.shop.sales.return_goods(at.sale, {at.sale_line: ONE}, CASH, at.story.token()),
    "sales.refund_of": lambda at: at.shop.sales.refund_of(at.sale, {at.sale_line: ONE}),
    "sales.reverse": lambda at: at.shop.sales.reverse(at.back, "打错了"),
    "sales.sale_list": lambda at: at.shop.sales.sale_list(DocumentFilter()),
    "sales.sale_totals": lambda at: at.shop.sales.sale_totals(DocumentFilter()),
    "sales.sale": lambda at: at.shop.sales.sale(at.sale),
    "sales.export_sales": lambda at: at.shop.sales.export_sales(DocumentFilter(), at.folder / "s.csv"),
    "sales.trail": lambda at: at.shop.sales.trail(at.sale),
    "sales.sale_by_number": lambda at: at.shop.sales.sale_by_number("XS20260302-0001"),
    "sales.last_sale": lambda at: at.shop.sales.last_sale(),
    "sales.ways_of_paying": lambda at: at.shop.sales.ways_of_paying(),
    "carts.save": lambda at: at.shop.carts.save("cart", "{}"),
    "carts.hold": lambda at: at.shop.carts.hold("cart", "{}", ""),
    "carts.take_back": lambda at: at.shop.carts.take_back("held"),
    "carts.discard": lambda at: at.shop.carts.discard("cart", "{}"),
    "carts.held": lambda at: at.shop.carts.held(),
    "carts.unfinished": lambda at: at.shop.carts.unfinished(),
    "carts.take_over": lambda at: at.shop.carts.take_over(1),
    "paper.reprint": lambda at: at.shop.paper.reprint(at.sale),
    "paper.print_waiting": lambda at: at.shop.paper.print_waiting(DeafPrinter()),
    "paper.sample": lambda at: at.shop.paper.sample(ReceiptPaper.MM_58),
    "paper.print_test": lambda at: at.shop.paper.print_test(DeafPrinter()),
    "paper.note_tested": lambda at: at.shop.paper.note_tested(),
    "paper.give_up_waiting": lambda at: at.shop.paper.give_up_waiting(),
    "paper.waiting_count": lambda at: at.shop.paper.waiting_count(),
    "people.operators": lambda at: at.shop.people.operators(),
    "people.add_operator": lambda at: at.shop.people.add_operator("小李", Role.CLERK),
    "people.set_password": lambda at: at.shop.people.set_password(1, ""),
    "people.operator_list": lambda at: at.shop.people.operator_list(),
    "people.change_operator": lambda at: at.shop.people.change_operator(1, OperatorDetails("老板", Role.OWNER)),
    "people.set_pin": lambda at: at.shop.people.set_pin(1, ""),
    "people.close_month": lambda at: at.shop.people.close_month(date(2026, 2, 1)),
    "people.reopen_month": lambda at: at.shop.people.reopen_month(),
    "settings.shop_name": lambda at: at.shop.settings.shop_name(),
    "settings.read": lambda at: at.shop.settings.read(SHOP_NAME),
    "settings.change": lambda at: at.shop.settings.change(RECEIPT_FOOTER, "慢走"),
    "memory.recall": lambda at: at.shop.memory.recall("columns"),
    "memory.remember": lambda at: at.shop.memory.remember("columns", "name"),
    "reports.names": lambda at: at.shop.reports.names(),
    "reports.spec": lambda at: at.shop.reports.spec("stock"),
    "reports.run": lambda at: at.shop.reports.run("stock"),
    "reports.month": lambda at: at.shop.reports.month(TODAY),
    "reports.write": lambda at: at.shop.reports.write(at.answer, at.folder / "days.csv"),
    "reports.paper": lambda at: at.shop.reports.paper(at.answer),
    "health.verify": lambda at: at.shop.health.verify(),
    "health.check_file": lambda at: at.shop.health.check_file(),
    "health.last_act_at": lambda at: at.shop.health.last_act_at(),
    "backups.make": lambda at: at.shop.backups.make(),
    "backups.listed": lambda at: at.shop.backups.listed(),
    "backups.look_into": lambda at: at.shop.backups.look_into(at.folder / "no.jxcbackup"),
    "backups.is_sound": lambda at: at.shop.backups.is_sound(at.folder / "no.jxcbackup"),
    "backups.second_place": lambda at: at.shop.backups.second_place(),
    "backups.choose_second_place": lambda at: at.shop.backups.choose_second_place(None),
    "backups.restore_beside": lambda at: at.shop.backups.restore_beside(at.folder / "no.jxcbackup"),
    "backups.prepare_restore": lambda at: at.shop.backups.prepare_restore(at.folder / "no.jxcbackup"),
    "go_live.rows": lambda at: at.shop.go_live.rows(),
    "go_live.is_over": lambda at: at.shop.go_live.is_over(),
    "go_live.set_needed": lambda at: at.shop.go_live.set_needed(GoLiveStep.PRINTER, False),
}


def public_calls(shop: Shop) -> Iterator[str]:
    """The name of every public method of every service."""
    later = [name for name, part in vars(Shop).items() if isinstance(part, cached_property)]
    for service in sorted({*(name for name in vars(shop) if not name.startswith("_")), *later}):
        for name, _ in inspect.getmembers(type(getattr(shop, service)), inspect.isfunction):
            if not name.startswith("_"):
                yield f"{service}.{name}"
