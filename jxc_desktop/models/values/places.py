"""Kinds of places where goods can be, and the ones every shop has."""

from enum import Enum


class PlaceKind(Enum):
    """What a place is. The value is what the books store."""

    WAREHOUSE = "warehouse"
    IN_TRANSIT = "in_transit"
    SUPPLIER = "supplier"
    CUSTOMER = "customer"
    LOSS = "loss"
    OPENING = "opening"
    WORKSHOP = "workshop"


# The keys of the places a shop file is made with. The first warehouse is the shop floor.
SHOP_FLOOR = 1
IN_TRANSIT = 2
SUPPLIERS = 3
CUSTOMERS = 4
LOSSES = 5
OPENING = 6
WORKSHOP = 7

FIRST_PLACES: tuple[tuple[int, PlaceKind, str], ...] = (
    (SHOP_FLOOR, PlaceKind.WAREHOUSE, "门店"),
    (IN_TRANSIT, PlaceKind.IN_TRANSIT, "在途"),
    (SUPPLIERS, PlaceKind.SUPPLIER, "供应商"),
    (CUSTOMERS, PlaceKind.CUSTOMER, "顾客"),
    (LOSSES, PlaceKind.LOSS, "盘点损益"),
    (OPENING, PlaceKind.OPENING, "期初"),
    (WORKSHOP, PlaceKind.WORKSHOP, "加工"),
)
