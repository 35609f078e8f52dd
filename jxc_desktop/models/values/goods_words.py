"""What shops write about goods: the units they count in, the names of a category from the root of the tree."""

# What Chinese shops count in; another unit is typed.
UNITS = ("个", "瓶", "袋", "包", "盒", "罐", "支", "条", "块", "件", "kg", "斤")
BETWEEN_NAMES = " / "


def category_text(path: tuple[str, ...]) -> str:
    """A category as one text: 食品 / 饮料."""
    return BETWEEN_NAMES.join(path)


def category_path(text: str) -> tuple[str, ...]:
    """The names of a category as they were typed, with or without blanks; () for none."""
    return tuple(name.strip() for name in text.split("/") if name.strip())
