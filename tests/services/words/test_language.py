"""The shop says which language is spoken; until it has, it is Chinese."""

import pytest

from jxc_desktop.services.people.settings import LANGUAGE
from jxc_desktop.services.shop import Shop, look_in
from jxc_desktop.services.words import _, choose_language, language
from tests.story import Story


@pytest.fixture
def english_shop(story: Story, english: None) -> Story:
    story.shop.settings.change(LANGUAGE, "en")
    choose_language("zh")
    return story


def test_a_new_shop_is_chinese(story: Story) -> None:
    assert (language(), _("挂单")) == ("zh", "挂单")


def test_a_shop_speaks_its_language_from_the_moment_it_is_open(english_shop: Story) -> None:
    with Shop.open(english_shop.shop.path, english_shop.clock):
        assert (language(), _("挂单")) == ("en", "Hold")


def test_whoever_is_asked_for_a_password_is_asked_in_the_shops_language(english_shop: Story) -> None:
    look_in(english_shop.shop.path)
    assert _("密码") == "Password"


def test_a_text_nobody_has_translated_is_said_in_chinese(english: None) -> None:
    assert _("没有人译过这一句") == "没有人译过这一句"


@pytest.mark.parametrize("other", ["zh", "en"])
def test_every_language_a_shop_can_choose_is_spoken(other: str, english: None) -> None:
    assert other in LANGUAGE.options
    choose_language(other)
    assert _("取单") == {"zh": "取单", "en": "Recall"}[other]
