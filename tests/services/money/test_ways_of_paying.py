"""Where money is taken into, and what is paid from."""

from tests.story import Story


def test_a_supplier_is_paid_from_the_drawer_or_the_bank(story: Story) -> None:
    names = [account.name for account in story.shop.purchasing.paying_accounts()]

    assert names == ["现金", "微信", "支付宝", "银行卡", "银行存款"]


def test_the_counter_takes_no_bank_transfer(story: Story) -> None:
    assert [way.name for way in story.shop.sales.ways_of_paying()] == ["现金", "微信", "支付宝", "银行卡"]
