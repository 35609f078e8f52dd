"""The words on screen and paper: Chinese is the source, one gettext catalogue for every other language."""

from jxc_desktop.resource_files import resource_path

SOURCE = "zh"

_language = SOURCE
_catalogue: dict[str, str] = {}


def _(text: str) -> str:
    """The text in the shop's language; the Chinese text itself where there is no translation."""
    return _catalogue.get(text, text)


def language() -> str:
    """What is spoken: ``zh`` (the source) or ``en``."""
    return _language


def choose_language(wanted: str) -> None:
    """Speak ``zh`` (the source) or ``en`` from now on."""
    global _language, _catalogue
    _language, _catalogue = wanted, {}
    if wanted != SOURCE:
        from jxc_desktop.services.words.catalogue import read_catalogue

        _catalogue = read_catalogue(resource_path("translations", wanted, "LC_MESSAGES", "jxc.po"))
