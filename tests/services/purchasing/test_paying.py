"""What a supplier can be paid from."""

from tests.story import Story


def test_a_supplier_is_paid_from_the_drawer_or_the_bank(story: Story) -> None:
    names = [account.name for account in story.shop.purchasing.paying_accounts()]

    assert names == ["现金", "微信", "支付宝", "银行卡", "银行存款"]
