"""The category tree as the lists ask it: a category with all below it, and its path as one text."""

from sqlalchemy import CTE, ColumnElement, Text, cast, select

from jxc_desktop.models.records import Category, Product
from jxc_desktop.models.values.goods_words import BETWEEN_NAMES


def is_within(category_id: int) -> ColumnElement[bool]:
    """Whether a product belongs to the category or to one below it."""
    branch = select(Category.id).where(Category.id == category_id).cte("branch", recursive=True)
    branch = branch.union_all(select(Category.id).join(branch, Category.parent_id == branch.c.id))
    return Product.category_id.in_(select(branch.c.id))


def category_paths() -> CTE:
    """Every category's names from the root, such as 食品 / 饮料.

    Shape: one row per category: id, path.
    """
    roots = select(Category.id, cast(Category.name, Text).label("path")).where(Category.parent_id.is_(None))
    paths = roots.cte("category_path", recursive=True)
    below = select(Category.id, paths.c.path + BETWEEN_NAMES + Category.name)
    return paths.union_all(below.join(paths, Category.parent_id == paths.c.id))
