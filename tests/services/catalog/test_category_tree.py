from pathlib import Path

from sqlalchemy import select

from jxc_desktop.models.records import Product
from jxc_desktop.services.catalog.category_tree import category_paths, is_within
from tests.services.small_shop import BISCUIT, COLA, RICE, TEA, SmallShop


def test_a_category_is_named_from_the_root_and_holds_everything_below_it(tmp_path: Path) -> None:
    shop = SmallShop(tmp_path)
    paths = category_paths()
    with shop.reading() as books:
        named = books.connection.execute(select(paths.c.id, paths.c.path).order_by(paths.c.id)).all()
        food = books.connection.execute(select(Product.id).where(is_within(1)).order_by(Product.id)).scalars().all()
        nowhere = books.connection.execute(select(Product.id).where(is_within(99))).scalars().all()
    shop.close()
    assert named == [(1, "食品"), (2, "食品 / 饮料"), (3, "食品 / 粮油"), (4, "百货")]
    assert food == [COLA, RICE, TEA, BISCUIT]
    assert nowhere == []
