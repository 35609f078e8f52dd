"""What the suppliers of the sample shop bring, and when."""

from collections.abc import Iterable
from datetime import date, timedelta

from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.purchasing.receipt import ReceivedLine
from jxc_desktop.services.sample_shop.goods import Nature, SampleGoods, Shelf

# Each supplier comes on certain days of the week (0: Monday); the last one is paid at once.
COMES = {1: (0, 3), 2: (2,), 3: (1, 4, 6)}
PAID_AT_ONCE = 3
SMALLEST_ORDER = 6
KEEPS_DAYS = 45
DEARER_FROM, DEARER = 20, UnitPrice.parse("16.60")
# Days after which an article comes in no more: it is to run out, or the delivery was forgotten in the books.
LAST_DAY = {Nature.FEW: 24, Nature.OVERSOLD: 34}
NEVER = (Nature.SLOW, Nature.ASLEEP, Nature.STOPPED)


def comes_today(supplier: int, day: date) -> bool:
    """Whether the supplier delivers on this day of the week."""
    return day.weekday() in COMES[supplier]


def opening_quantity(goods: SampleGoods) -> Quantity:
    """How much of it lay there on the first day."""
    return Quantity.of(max(goods.weekly * 3 // 2, SMALLEST_ORDER))


def delivered(goods: Iterable[SampleGoods], shelf: Shelf, day: int, today: date) -> tuple[ReceivedLine, ...]:
    """What comes in on that day of the six weeks: of everything that runs low, for a week and a half."""
    wanted = (one for one in goods if _runs_low(one, shelf.left_of(one), day))
    return tuple(_line(one, shelf, day, today) for one in wanted)


def _runs_low(goods: SampleGoods, left: int, day: int) -> bool:
    if goods.nature in NEVER or day > LAST_DAY.get(goods.nature, day):
        return False
    return left < goods.weekly * 900


def _line(goods: SampleGoods, shelf: Shelf, day: int, today: date) -> ReceivedLine:
    size = goods.case_size or (1 if goods.nature is Nature.WEIGHED else SMALLEST_ORDER)
    count = -(-(goods.weekly * 1600 - shelf.left_of(goods)) // (size * 1000))
    price = DEARER if goods.nature is Nature.DEARER and day >= DEARER_FROM else goods.cost
    produced = today - timedelta(days=3) if goods.nature is Nature.DATED else None
    by_case = bool(goods.case_size)
    return ReceivedLine(
        product_id=shelf.keys[goods.number],
        unit_name=goods.details.packs[0].name if by_case else goods.details.unit,
        unit_factor=Quantity.of(size if by_case else 1),
        count=Quantity.of(count if by_case else count * size),
        price=UnitPrice(price.parts * size) if by_case else price,
        lot_number=f"{produced:%Y%m%d}" if produced else "",
        produced_on=produced,
        expires_on=produced + timedelta(days=KEEPS_DAYS) if produced else None,
    )
