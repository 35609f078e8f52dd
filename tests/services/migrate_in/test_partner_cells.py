import pytest

from jxc_desktop.services.migrate_in.partner_cells import CUSTOMER, SUPPLIER, roles_of, whole_number
from jxc_desktop.services.migrate_in.product_cells import BadCellError


@pytest.mark.parametrize(
    ("cell", "roles"),
    [
        ("供应商", {SUPPLIER}),
        ("客户", {CUSTOMER}),
        ("Supplier", {SUPPLIER}),
        ("供应商,客户", {SUPPLIER, CUSTOMER}),
        ("客户/供货商", {SUPPLIER, CUSTOMER}),
        ("两者", {SUPPLIER, CUSTOMER}),
    ],
)
def test_what_a_partner_is(cell: str, roles: set[str]) -> None:
    assert roles_of(cell) == roles


@pytest.mark.parametrize("cell", ["会员", "供应商,会员", "1", "/"])
def test_what_nobody_is(cell: str) -> None:
    with pytest.raises(BadCellError):
        roles_of(cell)


def test_a_telephone_number_keeps_its_zeros_and_one_that_lost_digits_is_refused() -> None:
    assert whole_number("010-62220000", 40) == "010-62220000"
    with pytest.raises(BadCellError):
        whole_number("1.38E+10", 40)
    with pytest.raises(BadCellError):
        whole_number("1" * 41, 40)
