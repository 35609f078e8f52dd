"""The table of the sample shop."""

import re

import pytest

from jxc_desktop.models.values.barcode import gtin_fault
from jxc_desktop.services.catalog.catalog import check_barcode
from jxc_desktop.services.catalog.lookup import FIRST_WEIGHED_RULES
from jxc_desktop.services.sample_shop.goods import Nature, SampleTable


@pytest.mark.parametrize("language", ["zh", "en"])
def test_about_sixty_goods_each_with_codes_of_its_own_that_every_scanner_takes(language: str) -> None:
    goods = SampleTable(language).goods
    codes = [code for one in goods for code in (*one.details.codes, *(c for p in one.details.packs for c in p.codes))]
    assert 55 <= len(goods) <= 70
    assert len(set(codes)) == len(codes)
    for code in codes:
        check_barcode(code)
        assert gtin_fault(code) is None
        assert code.startswith("2")  # numbers that a shop may give itself


def test_only_weighed_goods_have_a_code_that_a_scale_prints() -> None:
    for one in SampleTable("zh").goods:
        is_label = any(re.match(rule.pattern[:2], one.details.codes[0]) for rule in FIRST_WEIGHED_RULES)
        assert is_label == (one.nature is Nature.WEIGHED), one.details.name


def test_nothing_but_what_is_meant_to_is_priced_below_its_cost() -> None:
    dear = [one.details.name for one in SampleTable("zh").goods if one.details.retail_price <= one.cost]
    assert dear == []


def test_both_languages_name_everything() -> None:
    chinese, english = SampleTable("zh"), SampleTable("en")
    assert len(chinese.names.suppliers) == len(english.names.suppliers) == 3
    for one in english.goods:
        words = (one.details.name, one.details.unit, *one.details.category, *(p.name for p in one.details.packs))
        assert all(word and word.isascii() for word in words), one
