"""The words on screen and paper: Chinese is the source, one gettext catalogue for every other language."""

import gettext

from jxc_desktop.resource_files import resource_path

_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def _(text: str) -> str:
    """The text in the shop's language; the Chinese text itself where there is no translation."""
    return _catalogue.gettext(text)


def choose_language(language: str) -> None:
    """Speak ``zh`` (the source) or ``en`` from now on."""
    global _catalogue
    folder = resource_path("translations")
    _catalogue = gettext.translation("jxc", folder, [language], fallback=True)
