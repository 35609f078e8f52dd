"""What a file of something else seems to be, and lists that fit by chance."""

from pathlib import Path

import pytest

from jxc_desktop.services.exchange.sheet_reader import read_sheet
from jxc_desktop.services.migrate_in.forms import FORMS
from jxc_desktop.services.migrate_in.import_forms import ImportKind
from jxc_desktop.services.migrate_in.seeming import seems_to_be
from tests.services.migrate_in.goods_lists import goods_list

GOODS, PARTNERS, OPENING = ImportKind.PRODUCTS, ImportKind.PARTNERS, ImportKind.OPENING_STOCK


@pytest.mark.parametrize(
    ("headings", "wanted", "seems"),
    [
        ("微信支付账单明细", GOODS, "wechat_bill"),
        ("支付宝交易号|交易对方|金额", GOODS, "alipay_bill"),
        ("订单编号|买家会员名|宝贝标题", GOODS, "online_orders"),
        ("卡号|姓名|积分", PARTNERS, "members"),
        ("条码|入库数量", GOODS, "goods_in"),
        ("名称|电话|联系人", GOODS, "partners"),
        ("商品名称|条码|零售价", PARTNERS, "products"),
        ("条码|数量", GOODS, "opening-stock"),
        ("甲|乙", GOODS, ""),
    ],
)
def test_what_a_file_seems_to_be(tmp_path: Path, headings: str, wanted: ImportKind, seems: str) -> None:
    assert seems_to_be([read_sheet(goods_list(tmp_path, headings, "1|2|3"))], FORMS[wanted]) == seems
