"""What a shop person sees of one product after something happened."""

from dataclasses import dataclass

from jxc_desktop.services.inventory.stock_list import StockRow
from jxc_desktop.services.inventory.stock_of import stock_of
from tests.story import Story


@dataclass(frozen=True, slots=True)
class Seen:
    """Stock, value and unit cost as they are shown."""

    quantity: str
    value: str
    unit_cost: str


def stock_row(story: Story, product: int) -> StockRow:
    """The product's row of the stock page."""
    with story.desk.question("inventory.stock_of") as books:
        return stock_of(books, product, with_cost=True).total


def seen(story: Story, product: int) -> Seen:
    """The figures of that row."""
    row = stock_row(story, product)
    return Seen(str(row.quantity), str(row.value), str(row.average_cost))


def on_hand(story: Story, product: int) -> str:
    """How much there is."""
    return str(stock_row(story, product).quantity)


def owed_to_suppliers(story: Story) -> int:
    """What the shop owes, in fen."""
    with story.desk.storage.reading() as books:
        found = books.connection.exec_driver_sql("SELECT coalesce(-sum(amount), 0) FROM partner_balance").scalar_one()
    return int(found)
