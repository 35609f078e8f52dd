"""The nine rules of cost, one by one, with figures worked out by hand.

Units: quantities in 1/1000, values in 1/1,000,000 yuan; the short words below take pieces and fen.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.services.inventory.cost import CostChange, CostKind, OpenPart, ProductCost, StillOut, booked

SALE, STOCK = CostKind.SALE_DIFFERENCE, CostKind.STOCK_DIFFERENCE
PIECE, FEN, YUAN = 1_000, 10_000, 1_000_000


def stock(quantity: int = 0, value: int = 0, last: int | None = None, reference: int = 0) -> ProductCost:
    """So many pieces worth so many fen; last cost and reference cost in fen a piece."""
    return ProductCost(
        quantity * PIECE, value * FEN, None if last is None else last * FEN, reference=reference * FEN, parts=[]
    )


def out(root: int, quantity: int, cost: int) -> StillOut:
    """What of a move is still out: pieces and fen."""
    return StillOut(root, quantity * PIECE, cost, cost * FEN)


def fen(changes: list[CostChange]) -> list[int]:
    return [change.booked for change in changes]


def state(product: ProductCost) -> tuple[int, int]:
    """Quantity and exact value."""
    return product.quantity, product.value


# The booked value


@pytest.mark.parametrize(
    ("value", "fen_booked"),
    [(0, 0), (4_999, 0), (5_000, 1), (14_999, 1), (15_000, 2), (-5_000, 0), (-5_001, -1), (-15_000, -1)],
)
def test_the_booked_value_is_the_nearest_fen_halves_up(value: int, fen_booked: int) -> None:
    assert booked(value) == fen_booked


# 1. What comes in is whole fen


def test_what_comes_in_is_worth_what_is_owed_for_it() -> None:
    product = stock()
    (change,) = product.receive(3 * PIECE, 10_00 * FEN)
    assert (change.kind, change.quantity, change.exact, change.booked) == (CostKind.MOVE, 3_000, 10 * YUAN, 10_00)
    assert state(product) == (3_000, 10 * YUAN)


def test_a_gift_makes_the_goods_cheaper_and_is_worth_nothing_itself() -> None:
    product = stock(10, 60_00, last=6_00)
    (change,) = product.receive(2 * PIECE, 0)
    assert (change.booked, product.worth(PIECE), product.last) == (0, 5_00 * FEN, 6_00 * FEN)


# 2. Out of stock


def test_what_leaves_takes_its_share_and_the_last_piece_takes_the_rest() -> None:
    """10.00 over three pieces: 3.333333, 3.333334 and 3.333333; to the fen 3.33, 3.34 and 3.33."""
    product = stock(3, 10_00)
    taken = [product.issue(PIECE, own=n, kind=SALE) for n in (1, 2, 3)]
    assert [change.exact for change in taken] == [-3_333_333, -3_333_334, -3_333_333]
    assert fen(taken) == [-3_33, -3_34, -3_33]
    assert state(product) == (0, 0)


def test_goods_worth_nothing_take_nothing() -> None:
    product = stock(2, 0, reference=5_00)
    assert product.issue(2 * PIECE, 1, SALE).booked == 0
    assert (state(product), product.last) == ((0, 0), 5_00 * FEN)


def test_the_average_just_before_the_shelf_was_empty_is_the_last_cost() -> None:
    product = stock(4, 10_00)
    change = product.issue(4 * PIECE, 1, SALE)
    assert (change.last_price, product.last) == (2_50 * FEN, 2_50 * FEN)


@pytest.mark.parametrize(("reference", "worth"), [(0, 0), (3_00, 6_00 * FEN)])
def test_before_anything_came_in_the_reference_cost_stands_in(reference: int, worth: int) -> None:
    assert stock(reference=reference).worth(2 * PIECE) == worth


# 3. Below zero


def test_what_is_not_there_leaves_at_the_last_cost_in_whole_fen_and_stays_open() -> None:
    """Five pieces leave, two are there for 2.01; three more at 1.005 are 3.015, to the fen 3.02."""
    product = stock(2, 2_01)
    change = product.issue(5 * PIECE, 7, SALE)
    assert (change.exact, change.booked) == (-(2_010_000 + 3_020_000), -5_03)
    assert (change.open_quantity, change.open_estimate, change.last_price) == (3_000, 3_02, 1_005_000)
    assert product.parts == [OpenPart(7, SALE, 3_000, 3_02)]
    assert state(product) == (-3_000, -3_020_000)


def test_what_comes_in_covers_what_was_oversold_and_says_what_it_cost_more() -> None:
    """Two sold at a thought 3.00 each; ten come in for 40.00: the two cost 2.00 more in all."""
    product = stock(reference=3_00)
    product.issue(2 * PIECE, 7, SALE)
    receipt, difference = product.receive(10 * PIECE, 40_00 * FEN)
    assert (receipt.booked, receipt.root) == (40_00, None)
    assert (difference.kind, difference.root, difference.booked) == (SALE, 7, -2_00)
    assert (difference.open_quantity, difference.open_estimate) == (-2_000, -6_00)
    assert (state(product), product.parts) == ((8_000, 32 * YUAN), [])


def test_goods_that_came_cheaper_than_thought_make_the_sale_cheaper() -> None:
    product = stock(reference=3_00)
    product.issue(2 * PIECE, 7, SALE)
    assert fen(product.receive(2 * PIECE, 5_00 * FEN)) == [5_00, 1_00]
    assert state(product) == (0, 0)


def test_the_oldest_oversold_line_is_covered_first_and_each_by_its_own_kind() -> None:
    """One piece sold and two lost, thought to cost 1.00 each; two come in for 3.01."""
    product = stock(reference=1_00)
    product.issue(PIECE, 7, SALE)
    product.issue(2 * PIECE, 8, STOCK)
    _receipt, first, second = product.receive(2 * PIECE, 3_01 * FEN)
    assert [(change.kind, change.root, change.exact) for change in (first, second)] == [
        (SALE, 7, 1_000_000 - 1_505_000),
        (STOCK, 8, 1_000_000 - 1_505_000),
    ]
    assert product.parts == [OpenPart(8, STOCK, 1_000, 1_00)]
    assert state(product) == (-1_000, -YUAN)


def test_a_part_of_an_estimate_is_whole_fen_and_the_rest_stays_open() -> None:
    """Three pieces thought to cost 1.00 in all; one is covered for 0.40: its estimate is 0.33, 0.67 stays open."""
    product = stock(reference=0)
    product.quantity, product.value, product.parts = -3_000, -YUAN, [OpenPart(7, SALE, 3_000, 1_00)]
    _receipt, difference = product.receive(PIECE, 40 * FEN)
    assert (difference.exact, difference.open_estimate) == (330_000 - 400_000, -33)
    assert product.parts == [OpenPart(7, SALE, 2_000, 67)]
    assert state(product) == (-2_000, -670_000)


def test_free_goods_cover_what_was_oversold_but_do_not_become_the_last_cost() -> None:
    product = stock(reference=3_00)
    product.issue(2 * PIECE, 7, SALE)
    assert fen(product.receive(2 * PIECE, 0)) == [0, 6_00]
    assert (state(product), product.last) == ((0, 0), 3_00 * FEN)


def test_the_price_of_goods_that_came_while_there_was_none_is_the_last_cost() -> None:
    product = stock(reference=3_00)
    product.issue(5 * PIECE, 7, SALE)
    receipt, _difference = product.receive(2 * PIECE, 8_00 * FEN)
    assert (receipt.last_price, product.last) == (4_00 * FEN, 4_00 * FEN)


# 4. Customer return, reversal of a sale line


def test_what_a_customer_brings_back_bit_by_bit_brings_back_the_last_fen() -> None:
    """Three pieces left for 10.00: they come back for 3.33, 3.34 (half of 6.67 is 3.335, up) and 3.33."""
    product = stock(3, 10_00)
    product.issue(3 * PIECE, 7, SALE)
    left, cost, back = 3, 10_00, []
    while left:
        (change,) = product.bring_back(PIECE, out(7, left, cost))
        back.append(change.booked)
        left, cost = left - 1, cost - change.booked
    assert back == [3_33, 3_34, 3_33]
    assert state(product) == (3_000, 10 * YUAN)


def test_a_sale_comes_back_at_what_it_took_though_the_goods_became_dearer() -> None:
    product = stock(5, 50_00)
    product.issue(5 * PIECE, 7, SALE)
    product.receive(5 * PIECE, 100_00 * FEN)
    (change,) = product.bring_back(2 * PIECE, out(7, 5, 50_00))
    assert (change.booked, change.root, state(product)) == (20_00, 7, (7_000, 120 * YUAN))


def test_an_oversold_line_that_comes_back_closes_itself_at_its_estimate() -> None:
    product = stock(reference=3_00)
    product.issue(2 * PIECE, 7, SALE)
    (change,) = product.bring_back(2 * PIECE, out(7, 2, 6_00))
    assert (change.booked, change.open_quantity, change.open_estimate) == (6_00, -2_000, -6_00)
    assert (state(product), product.parts) == ((0, 0), [])


def test_the_own_open_part_comes_back_first_and_the_rest_covers_another_line() -> None:
    """Four left for 8.00, one of them oversold at 2.00, then another line oversold one at 2.00; all four come back."""
    product = stock(3, 6_00)
    product.issue(4 * PIECE, 7, SALE)
    product.issue(PIECE, 8, SALE)
    back, other = product.bring_back(4 * PIECE, out(7, 4, 8_00))
    assert (back.booked, back.open_quantity, back.open_estimate) == (8_00, -1_000, -2_00)
    assert (other.root, other.booked, other.open_quantity) == (8, 0, -1_000)
    assert (state(product), product.parts) == ((2_000, 4 * YUAN), [])


# 5. Supplier return


def two_prices() -> ProductCost:
    """Ten at 0.50, ten at 1.50, twelve sold: eight worth 8.00."""
    product = stock(10, 5_00)
    product.receive(10 * PIECE, 15_00 * FEN)
    product.issue(12 * PIECE, 7, SALE)
    return product


def test_a_supplier_return_gives_up_its_credit() -> None:
    product = two_prices()
    (change,) = product.return_to_supplier(2 * PIECE, 9, credit=3_00, named=True)
    assert (change.booked, state(product)) == (-3_00, (6_000, 5 * YUAN))


def test_a_return_never_leaves_goods_worth_less_than_nothing() -> None:
    """Seven of the dear ones go back for 10.50, more than all eight are worth: they take 7.00, 3.50 is a difference."""
    product = two_prices()
    move, difference = product.return_to_supplier(7 * PIECE, 9, credit=10_50, named=True)
    assert (move.booked, difference.booked) == (-10_50, 3_50)
    assert (difference.kind, difference.root, difference.quantity) == (CostKind.PURCHASE_DIFFERENCE, 9, 0)
    assert state(product) == (1_000, YUAN)


def test_the_last_goods_that_go_back_take_everything_with_them() -> None:
    product = two_prices()
    assert fen(product.return_to_supplier(8 * PIECE, 9, credit=4_00, named=True)) == [-4_00, -4_00]
    assert state(product) == (0, 0)


def test_a_return_without_its_receipt_takes_the_average() -> None:
    product = two_prices()
    assert fen(product.return_to_supplier(2 * PIECE, 9, credit=3_00, named=False)) == [-3_00, 1_00]
    assert state(product) == (6_000, 6 * YUAN)


def test_a_supplier_return_undone_brings_back_exactly_what_it_took() -> None:
    product = two_prices()
    product.return_to_supplier(7 * PIECE, 9, credit=10_50, named=True)
    still_out = StillOut(9, 7_000, 7_00, 7 * YUAN)
    move, difference = product.take_back_from_supplier(7 * PIECE, still_out, owed=10_50)
    assert (move.booked, difference.booked) == (10_50, -3_50)
    assert state(product) == (8_000, 8 * YUAN)


# 7. Freight or price correction after posting


@pytest.mark.parametrize(
    ("amount", "wanted", "kept", "entries"),
    [
        (5_00, 2_00, 2_00, [5_00, -3_00]),
        (5_00, 5_00, 5_00, [5_00]),
        (-5_00, -2_00, -2_00, [-5_00, 3_00]),
        (0, 0, 0, [0]),
    ],
)
def test_of_a_correction_only_the_share_of_what_is_still_here_stays_in_the_value(
    amount: int, wanted: int, kept: int, entries: list[int]
) -> None:
    product = stock(4, 40_00)
    stayed, changes = product.correct(amount, wanted, root=3)
    assert (stayed, fen(changes), product.value) == (kept, entries, (40_00 + kept) * FEN)
    assert [change.kind for change in changes] == [CostKind.CORRECTION, CostKind.PURCHASE_DIFFERENCE][: len(changes)]


def test_a_correction_takes_no_more_than_the_goods_are_worth() -> None:
    """Worth 1.005, so that 1.00 is the most whole fen that can be taken off."""
    product = ProductCost(1_000, 1_005_000)
    kept, changes = product.correct(-5_00, wanted=-3_00, root=3)
    assert (kept, fen(changes), product.value) == (-1_00, [-5_00, 4_00], 5_000)


@pytest.mark.parametrize("quantity", [0, -2])
def test_where_nothing_is_left_a_correction_is_a_difference_altogether(quantity: int) -> None:
    product = stock(quantity)
    kept, changes = product.correct(5_00, wanted=5_00, root=3)
    assert (kept, fen(changes), product.value) == (0, [5_00, -5_00], 0)


# 8. Count


def test_a_gain_is_worth_the_average_exactly_and_the_last_cost_where_nothing_is_there() -> None:
    assert stock(3, 10_00).worth(2 * PIECE) == 6_666_667
    assert stock(0, last=3_33).worth(2 * PIECE) == 6_660_000


def test_what_came_in_for_a_value_leaves_at_it_unless_that_is_more_than_there_is() -> None:
    product = stock(4, 10_00)
    assert product.give_up(PIECE, 9, STOCK, wanted=3_00 * FEN).booked == -3_00
    assert product.give_up(PIECE, 9, STOCK, wanted=50_00 * FEN).exact == -2_333_333  # a third of 7.00
    assert product.give_up(2 * PIECE, 9, STOCK, wanted=1).exact == -(7_000_000 - 2_333_333)
    assert state(product) == (0, 0)


def test_asking_what_goods_would_take_with_them_changes_nothing() -> None:
    product = stock(3, 10_00, reference=9_00)
    assert [product.would_take(quantity * PIECE) for quantity in (1, 3, 5)] == [3_33, 10_00, 16_67]
    assert (state(product), product.parts, product.last_price) == ((3_000, 10 * YUAN), [], None)


# Laws

ACTS = st.lists(
    st.tuples(st.sampled_from(["in", "out"]), st.integers(1, 9_999_999), st.integers(0, 9_999_999_99)), max_size=12
)


@given(ACTS, st.integers(0, 9_999_99))
def test_rows_always_add_up_and_no_goods_are_ever_worth_less_than_nothing(
    acts: list[tuple[str, int, int]], reference: int
) -> None:
    product = stock(reference=reference)
    rows: list[CostChange] = []
    for number, (way, quantity, value) in enumerate(acts, 1):
        rows += product.receive(quantity, value * FEN) if way == "in" else [product.issue(quantity, number, SALE)]
        assert sum(row.quantity for row in rows) == product.quantity
        assert sum(row.exact for row in rows) == product.value
        assert sum(row.booked for row in rows) == product.booked
        assert product.quantity <= 0 or product.value >= 0
        assert product.quantity != 0 or product.value == 0
        if product.quantity <= 0:
            assert product.value == -sum(part.estimate for part in product.parts) * FEN
            assert -product.quantity == sum(part.quantity for part in product.parts)


@given(st.integers(1, 9_999_999), st.integers(0, 9_999_999_99), st.data())
def test_a_sale_undone_at_once_leaves_the_stock_as_it_was(held: int, value: int, data: st.DataObject) -> None:
    product = ProductCost(held, value * FEN, reference=1_234_567)
    quantity = data.draw(st.integers(1, 2 * held))
    left = product.issue(quantity, 7, SALE)
    product.bring_back(quantity, StillOut(7, quantity, -left.booked, -left.exact))
    assert (product.quantity, product.booked, product.parts) == (held, value, [])
