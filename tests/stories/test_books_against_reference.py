"""The books against a model that knows nothing of them, over histories nobody planned."""

import os
import shutil
import tempfile
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from typing_extensions import override

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.inventory.errors import GoodsGoneError
from jxc_desktop.services.shop import Shop
from tests.reference.moving_average import Line, MovingAverage, Outcome, RefusedError, broken_rules
from tests.story import Story, TestClock, found_story

STEPS = 50
# An ordinary run takes 300 histories of 50 steps; `make prove` asks for more.
EXAMPLES = int(os.environ.get("PROVE_STEPS", "15000")) // STEPS

quantities = st.one_of(st.integers(1, 12).map(lambda pieces: pieces * 1000), st.integers(1, 9_999))
amounts = st.one_of(st.just(0), st.integers(1, 30), st.integers(1, 20_000))


def text(milli: int) -> str:
    return str(Quantity(milli))


def units(milli: int) -> Fraction:
    return Fraction(milli, 1000)


class BooksAndModel(RuleBasedStateMachine):
    """One product: every act is done by the shop's services and by the model."""

    template: Path

    @initialize(reference=st.one_of(st.none(), st.integers(0, 200_000)))
    def open_shop(self, reference: int | None) -> None:
        self.folder = tempfile.TemporaryDirectory()
        path = Path(self.folder.name, "shop.db")
        shutil.copyfile(self.template, path)
        clock = TestClock()
        self.story = Story(Shop.open(path, clock), clock)
        self.story.allow_overselling()
        cost = None if reference is None else f"{reference // 10_000}.{reference % 10_000:04d}"
        self.product = self.story.product(cost=cost)
        self.model = MovingAverage(reference_cost=Fraction(reference or 0, 100))
        self.receipts: list[tuple[int, Line]] = []
        self.sales: list[tuple[int, Line, Fraction]] = []
        self.losses: list[tuple[int, Line]] = []
        self.gains: list[tuple[int, Line]] = []
        self.returns: list[tuple[int, Outcome]] = []
        self.sent_back: list[tuple[int, Line]] = []
        self.corrections: list[tuple[int, Outcome]] = []

    @override
    def teardown(self) -> None:
        if hasattr(self, "story"):
            findings = self.story.shop.health.verify()
            self.story.shop.close()
            self.folder.cleanup()
            assert not findings, [finding.sentence for finding in findings]

    @rule(quantity=quantities, fen=amounts)
    def receive(self, quantity: int, fen: int) -> None:
        receipt = self.story.receive(self.product, text(quantity), amount=str(Money(fen)))
        self.receipts.append((receipt, self.model.receive(units(quantity), fen).line))

    @precondition(lambda self: self.model.acts == 0)
    @rule(quantity=quantities, fen=amounts)
    def open_with(self, quantity: int, fen: int) -> None:
        self.story.open_with(self.product, text(quantity), str(Money(fen)))
        self.model.open_with(units(quantity), fen)

    @rule(quantity=quantities)
    def sell(self, quantity: int) -> None:
        sold = self.story.sell(self.product, text(quantity))
        self.sales.append((sold.document_id, self.model.sell(units(quantity)).line, units(quantity)))

    @rule(quantity=quantities)
    def lose(self, quantity: int) -> None:
        document = self.story.difference(self.product, f"-{text(quantity)}")
        self.losses.append((document, self.model.lose(units(quantity)).line))

    @rule(quantity=quantities)
    def gain(self, quantity: int) -> None:
        document = self.story.difference(self.product, text(quantity))
        self.gains.append((document, self.model.gain(units(quantity)).line))

    @precondition(lambda self: self.sales)
    @rule(data=st.data(), wanted=quantities)
    def take_back(self, data: st.DataObject, wanted: int) -> None:
        sale, line, _ = data.draw(st.sampled_from(self.sales))
        quantity = min(wanted, int(line.quantity * 1000))
        if quantity:
            returned = self.story.take_back(sale, text(quantity))
            self.returns.append((returned, self.model.return_from_customer(line, units(quantity))))

    @rule(quantity=quantities)
    def take_back_without_sale(self, quantity: int) -> None:
        self.story.take_back_without_sale(self.product, text(quantity))
        self.model.return_naming_no_sale(units(quantity))

    @precondition(lambda self: any(line.quantity == sold for _, line, sold in self.sales))
    @rule(data=st.data())
    def reverse_sale(self, data: st.DataObject) -> None:
        whole = [place for place, (_, line, sold) in enumerate(self.sales) if line.quantity == sold]
        sale, line, _ = self.sales.pop(data.draw(st.sampled_from(whole)))
        self.story.shop.sales.reverse(sale, "打错了")
        self.model.reverse_issue(line)

    @precondition(lambda self: self.losses)
    @rule(data=st.data())
    def reverse_loss(self, data: st.DataObject) -> None:
        document, line = self.losses.pop(data.draw(st.integers(0, len(self.losses) - 1)))
        self.story.shop.inventory.reverse(document, "数错了")
        self.model.reverse_issue(line)

    @precondition(lambda self: self.gains)
    @rule(data=st.data())
    def reverse_gain(self, data: st.DataObject) -> None:
        document, line = self.gains.pop(data.draw(st.integers(0, len(self.gains) - 1)))
        self.story.shop.inventory.reverse(document, "数错了")
        self.model.reverse_gain(line)

    @precondition(lambda self: self.returns)
    @rule(data=st.data())
    def reverse_return(self, data: st.DataObject) -> None:
        document, outcome = self.returns.pop(data.draw(st.integers(0, len(self.returns) - 1)))
        self.story.shop.sales.reverse(document, "没有退")
        self.model.reverse_customer_return(outcome)

    @precondition(lambda self: self.receipts)
    @rule(data=st.data(), wanted=quantities)
    def send_back(self, data: st.DataObject, wanted: int) -> None:
        receipt, line = data.draw(st.sampled_from(self.receipts))
        quantity = min(wanted, int(line.quantity * 1000))
        if quantity:
            document = self.story.send_back(receipt, text(quantity))
            self.sent_back.append((document, self.model.return_to_supplier(line, units(quantity)).line))

    @rule(quantity=quantities, credit=st.one_of(st.none(), amounts))
    def send_back_without_receipt(self, quantity: int, credit: int | None) -> None:
        credits = {} if credit is None else {self.product: Money(credit)}
        document = self.story.shop.purchasing.return_without_receipt(
            self.story.supplier(), {self.product: Quantity(quantity)}, credits, self.story.token()
        )
        self.sent_back.append((document, self.model.return_to_supplier_without_receipt(units(quantity), credit).line))

    @precondition(lambda self: self.sent_back)
    @rule(data=st.data())
    def reverse_sent_back(self, data: st.DataObject) -> None:
        document, line = self.sent_back.pop(data.draw(st.integers(0, len(self.sent_back) - 1)))
        self.story.shop.purchasing.reverse(document, "没有退成")
        self.model.reverse_supplier_return(line)

    @precondition(lambda self: any(line.quantity for _, line in self.receipts))
    @rule(data=st.data())
    def reverse_receipt(self, data: st.DataObject) -> None:
        place = data.draw(st.sampled_from([n for n, (_, line) in enumerate(self.receipts) if line.quantity]))
        receipt, line = self.receipts[place]
        try:
            self.model.reverse_receipt(line)
        except RefusedError:
            with pytest.raises(GoodsGoneError):
                self.story.shop.purchasing.reverse(receipt, "退货")
        else:
            self.receipts.pop(place)
            self.story.shop.purchasing.reverse(receipt, "退货")

    @precondition(lambda self: self.receipts)
    @rule(data=st.data(), fen=st.integers(-20_000, 20_000).filter(bool))
    def correct(self, data: st.DataObject, fen: int) -> None:
        receipt, line = data.draw(st.sampled_from(self.receipts))
        key = self.story.receipt_line(receipt)
        document = self.story.shop.purchasing.correct_cost(key, Money(fen), self.story.token())
        self.corrections.append((document, self.model.correct(line, fen)))

    @precondition(lambda self: self.corrections)
    @rule(data=st.data())
    def reverse_correction(self, data: st.DataObject) -> None:
        document, outcome = self.corrections.pop(data.draw(st.integers(0, len(self.corrections) - 1)))
        self.story.shop.purchasing.reverse_correction(document, "算错了")
        self.model.reverse_correction(outcome)

    @invariant()
    def books_and_model_agree(self) -> None:
        if not hasattr(self, "model"):
            return
        quantity, value = self.story.cost_state(self.product)
        assert (units(quantity), Fraction(value, 10_000)) == (self.model.quantity, self.model.value)
        assert not broken_rules(self.model)


@pytest.mark.proof
def test_the_books_follow_the_reference_model(new_shop_file: Path) -> None:
    BooksAndModel.template = new_shop_file
    BooksAndModel.TestCase.settings = settings(
        max_examples=EXAMPLES,
        stateful_step_count=STEPS,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    BooksAndModel.TestCase().runTest()


def test_a_story_begins_with_an_empty_shop(tmp_path: Path) -> None:
    story = found_story(tmp_path)
    assert story.cost_state(story.product()) == (0, 0)
    story.shop.close()
