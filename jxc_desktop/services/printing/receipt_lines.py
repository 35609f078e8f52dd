"""The counter's receipt laid out in columns: one layout for the PDF and for receipt printers.

Source: the shop's picture of the 80 and 58 mm receipts; 80 mm = 48 columns, 58 mm = 32.
"""

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.receipt_page import ReceiptKind, ReceiptLine, ReceiptPage, ReceiptPaper
from jxc_desktop.models.values.receipt_text import LineLook, PlacedText, ReceiptTextLine, Side
from jxc_desktop.models.values.text_width import one_line, text_columns
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.printing.bars import has_room_for_code_128
from jxc_desktop.services.printing.text_sheet import TextSheet
from jxc_desktop.services.words import _

INDENT = 2
# Where the figures of the wide paper end.
QUANTITY_END, PRICE_END, AMOUNT_END = 28, 37, 48


def receipt_lines(page: ReceiptPage) -> list[ReceiptTextLine]:
    """The receipt from top to bottom.

    Shape: one value per printed line, none wider than its columns; long names go on in the next line.
    """
    sheet = TextSheet(page.paper.columns)
    _write_heading(sheet, page)
    _write_column_titles(sheet, page)
    for line in page.lines:
        _write_line(sheet, line, page.paper)
    sheet.rule()
    _write_totals(sheet, page)
    _write_payment(sheet, page)
    _write_foot(sheet, page)
    return sheet.lines


def _write_heading(sheet: TextSheet, page: ReceiptPage) -> None:
    if page.is_reversed:
        sheet.middle(_("已红冲"), LineLook.STRONG)
    if page.kind is ReceiptKind.RETURN:
        sheet.middle(_("退货"), LineLook.STRONG)
    sheet.middle(page.shop_name, LineLook.DOUBLE)
    if page.reprinted is not None:
        sheet.middle(_("补打 {time}").format(time=_reprint_time(page)), LineLook.STRONG)
    for text in page.heading:
        sheet.middle(text)
    sheet.flow(
        _("单号 {number}").format(number=page.number),
        f"{page.moment:%Y-%m-%d %H:%M}",
        page.clerk,
        _("会员 {member}").format(member=page.member) if page.member else "",
    )


def _reprint_time(page: ReceiptPage) -> str:
    same_day = page.reprinted is not None and page.reprinted.date() == page.moment.date()
    return f"{page.reprinted:%H:%M}" if same_day else f"{page.reprinted:%Y-%m-%d %H:%M}"


def _write_column_titles(sheet: TextSheet, page: ReceiptPage) -> None:
    sheet.rule()
    titles = (_("数量"), _("单价"), _("小计"))
    if page.paper is ReceiptPaper.MM_80:
        sheet.row(PlacedText(_("商品")), *_figure_columns(*titles))
    else:
        sheet.spread(_("商品　{quantity} x {price}").format(quantity=titles[0], price=titles[1]), titles[2])
    sheet.rule()


def _figure_columns(quantity: str, price: str, amount: str) -> tuple[PlacedText, ...]:
    places = ((quantity, QUANTITY_END), (price, PRICE_END), (amount, AMOUNT_END))
    return tuple(PlacedText(text, end, Side.RIGHT) for text, end in places)


def _write_line(sheet: TextSheet, line: ReceiptLine, paper: ReceiptPaper) -> None:
    if paper is ReceiptPaper.MM_80 and _figures_have_room(line):
        _write_wide_line(sheet, line)
    else:
        _write_narrow_line(sheet, line, paper)


def _figures_have_room(line: ReceiptLine) -> bool:
    left = INDENT + text_columns(one_line(line.code)) + 1
    return (
        left + text_columns(_quantity(line)) <= QUANTITY_END
        and text_columns(_price(line.price)) < PRICE_END - QUANTITY_END
        and text_columns(_amount(line.net)) < AMOUNT_END - PRICE_END
    )


def _write_wide_line(sheet: TextSheet, line: ReceiptLine) -> None:
    """The name with its discount; below it the barcode, the quantity, the price and the amount."""
    name, discount = one_line(line.name), _discount(line)
    if text_columns(name) + 2 + text_columns(discount) <= sheet.columns:
        discount_beside = (PlacedText(discount, text_columns(name) + 2),) if discount else ()
        sheet.row(PlacedText(name), *discount_beside)
    else:
        sheet.left(name)
        _write_discount(sheet, discount)
    code = (PlacedText(one_line(line.code), INDENT),) if line.code else ()
    sheet.row(*code, *_figure_columns(_quantity(line), _price(line.price), _amount(line.net)))


def _write_narrow_line(sheet: TextSheet, line: ReceiptLine, paper: ReceiptPaper) -> None:
    """The name; below it quantity times price, the discount and the amount."""
    sheet.left(line.name)
    if line.code and paper is ReceiptPaper.MM_80:
        sheet.left(line.code, indent=INDENT)
    figures, discount, amount = f"{_quantity(line)} x {_price(line.price)}", _discount(line), _amount(line.net)
    beside = PlacedText(discount, INDENT + text_columns(figures) + 2)
    if discount and sheet.has_room(discount, amount, indent=beside.column):
        sheet.row(PlacedText(figures, INDENT), beside, PlacedText(amount, sheet.columns, Side.RIGHT))
        return
    sheet.spread(figures, amount, indent=INDENT)
    _write_discount(sheet, discount)


def _write_discount(sheet: TextSheet, discount: str) -> None:
    if discount:
        sheet.left(discount, indent=INDENT)


def _write_totals(sheet: TextSheet, page: ReceiptPage) -> None:
    totals = page.totals
    counted = _("{kinds} 种 {pieces} 件").format(kinds=_kinds(page), pieces=_pieces(page))
    if totals.discount.fen or totals.rounding.fen:
        sheet.spread(counted, _("原价 {amount}").format(amount=_amount(totals.list_total)))
    else:
        sheet.left(counted)
    for label, taken_off in ((_("优惠"), totals.discount), (_("抹零"), totals.rounding)):
        if taken_off.fen:
            sheet.right(f"{label} {_amount(-taken_off)}")
    label, due = (_("应退"), -totals.due) if page.kind is ReceiptKind.RETURN else (_("应收"), totals.due)
    sheet.spread(label, f"￥{_amount(due)}", LineLook.DOUBLE)


def _write_payment(sheet: TextSheet, page: ReceiptPage) -> None:
    """Every tender, and what was given back last; a return says what was handed to the customer."""
    for tender in page.tenders:
        if page.kind is ReceiptKind.RETURN:
            sheet.spread(_("退 {tender}").format(tender=tender.name), _amount(-tender.tendered))
        else:
            sheet.spread(tender.name, _amount(tender.tendered))
    if page.change.fen:
        sheet.spread(_("找零"), _amount(page.change))


def _write_foot(sheet: TextSheet, page: ReceiptPage) -> None:
    if has_room_for_code_128(page.number, page.paper.dots):
        sheet.barcode(page.number)
    sheet.middle(page.number)
    note = _("本小票不作发票凭证") if page.note is None else page.note
    for text in (*page.footer, note):
        if text:
            sheet.middle(text)


def _kinds(page: ReceiptPage) -> int:
    return len({(line.code, line.name) for line in page.lines})


def _pieces(page: ReceiptPage) -> int:
    """Pieces in the bag: what is weighed or measured counts as one."""
    sizes = (abs(line.quantity.milli) for line in page.lines)
    return sum(size // 1000 if size % 1000 == 0 else 1 for size in sizes)


def _quantity(line: ReceiptLine) -> str:
    return f"{line.quantity}{one_line(line.unit)}"


def _discount(line: ReceiptLine) -> str:
    return _("优惠 {amount}").format(amount=_amount(-line.discount)) if line.discount.fen else ""


def _price(price: UnitPrice) -> str:
    return _grouped(str(price))


def _amount(amount: Money) -> str:
    return _grouped(str(amount))


def _grouped(number: str) -> str:
    """12345.60 → 12,345.60."""
    sign = "-" if number.startswith("-") else ""
    whole, point, decimals = number.removeprefix("-").partition(".")
    return f"{sign}{int(whole):,}{point}{decimals}"
