"""What the money ledgers say after buying, asked for as an accountant would."""

from jxc_desktop.models.values.money import Money
from tests.story import Story


def _sum(story: Story, sql: str, key: int) -> str:
    with story.desk.storage.reading() as books:
        found = books.connection.exec_driver_sql(sql, (key,)).scalar()
    return str(Money(found or 0))


def owed_by(story: Story, partner: int) -> str:
    """What a partner owes the shop; minus: what the shop owes him. The ledger and its balance must agree."""
    ledger = _sum(story, "SELECT sum(amount) FROM partner_entry WHERE partner_id = ?", partner)
    assert ledger == _sum(story, "SELECT amount FROM partner_balance WHERE partner_id = ?", partner)
    return ledger


def in_account(story: Story, account: int) -> str:
    """What is in an account; its ledger and its balance must agree."""
    ledger = _sum(story, "SELECT sum(amount) FROM money_entry WHERE account_id = ?", account)
    assert ledger == _sum(story, "SELECT amount FROM account_balance WHERE account_id = ?", account)
    return ledger


def differences(story: Story, document: int) -> str:
    """The cost differences a document brought, in booked fen."""
    return _sum(
        story,
        "SELECT sum(booked) FROM cost_entry WHERE kind = 'purchase_difference' AND document_id = ?",
        document,
    )
