"""What an act touched, so that every page can decide whether its figures are old."""

from enum import Enum, auto


class Change(Enum):
    """One kind of thing that an act changed."""

    PRODUCTS = auto()
    STOCK = auto()
    SALES = auto()
    PURCHASES = auto()
    PARTNERS = auto()
    MONEY = auto()
    CARTS = auto()
    PAPER = auto()
    PEOPLE = auto()
    SETTINGS = auto()
