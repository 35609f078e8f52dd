from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.tax_rate import TaxRate
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import Pack, ProductDetails
from jxc_desktop.services.migrate_in.known_products import KnownProducts
from tests.story import Story

COLA = ProductDetails(
    name="可乐",
    code="A1",
    codes=("6901028126212", "111"),
    unit="瓶",
    packs=(Pack("箱", Quantity.of(12), UnitPrice(330_000), ("222",)), Pack("提", Quantity.of(6))),
    initials="kekoukele",
    category=("食品", "饮料"),
    brand="可口可乐",
    spec="500ml",
    retail_price=UnitPrice(30_000),
    member_price=UnitPrice(28_000),
    wholesale_price=UnitPrice(25_000),
    lowest_price=UnitPrice(24_000),
    reference_cost=UnitPrice(20_000),
    tax_rate=TaxRate.EXEMPT,
    is_active=False,
)


def test_everything_that_was_written_down_comes_back(story: Story) -> None:
    product = story.shop.catalog.save_product(COLA)
    with story.desk.question("catalog.product") as books:
        known = KnownProducts(books)
        details = known.details(product)
    assert {name: getattr(details, name) for name in COLA.__slots__ if name != "id"} == {
        name: getattr(COLA, name) for name in COLA.__slots__ if name != "id"
    }
    assert details.id == product


def test_products_are_known_by_each_of_their_codes_and_by_name(story: Story) -> None:
    product = story.shop.catalog.save_product(COLA)
    other = story.product("雪碧", codes=("333",))
    with story.desk.question("catalog.product") as books:
        known = KnownProducts(books)
    assert known.by_code["A1"] == product
    assert known.by_key["06901028126212"] == (product, None)
    case = known.by_key["222"]
    assert (case[0], known.unit_name(*case), known.unit_name(product, None)) == (product, "箱", "瓶")
    assert known.by_name == {("可乐", "500ml"): [product], ("雪碧", ""): [other]}


def test_initials_that_were_computed_are_not_the_shops_own(story: Story) -> None:
    product = story.product("农夫山泉")
    with story.desk.question("catalog.product") as books:
        assert KnownProducts(books).details(product).initials == ""


def test_a_product_has_moved_once_some_came_in(story: Story) -> None:
    moved, still = story.product("可乐"), story.product("雪碧")
    story.receive(moved, "10", "2.00")
    with story.desk.question("catalog.product") as books:
        known = KnownProducts(books)
        assert (known.has_moved(moved), known.has_moved(still)) == (True, False)
