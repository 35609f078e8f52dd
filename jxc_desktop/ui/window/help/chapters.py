"""The handbook: its chapters, who reads them, and what is searched in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.resource_files import resource_path
from jxc_desktop.services.words import _, language
from jxc_desktop.services.words import _ as in_the_shops_language
from jxc_desktop.services.words.initials import search_initials
from jxc_desktop.ui.settings.role_words import role_word
from jxc_desktop.ui.window.pages import PAGES

# In a chapter [[F9]] is a key and {{挂单}} a word of the program, or by its key the name of a page.
KEY = re.compile(r"\[\[(.+?)\]\]")
WORD = re.compile(r"\{\{(.+?)\}\}")
HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)

_COUNTER = frozenset({Role.OWNER, Role.CLERK})
_STOCK = frozenset({Role.OWNER, Role.STOCKKEEPER})
_OWNER = frozenset({Role.OWNER})


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter before it is read.

    Attributes:
        name: its file. whose: for whom it is; None: for everybody. roles: who sees it.
        pages: how the keys of the pages begin that it is about.
    """

    name: str
    whose: Role | None
    roles: frozenset[Role]
    pages: tuple[str, ...]

    def who(self) -> str:
        """For whom it is, in words."""
        return _("大家") if self.whose is None else role_word(self.whose)

    def source(self) -> str:
        """The chapter as it was written, in the shop's language."""
        return resource_path("help", language(), f"{self.name}.md").read_text(encoding="utf-8")

    def markdown(self) -> str:
        """The chapter with the program's own words in it; keys are written as code."""
        return WORD.sub(lambda found: f"**{program_word(found[1])}**", KEY.sub(r"`\1`", self.source()))

    def title(self) -> str:
        """Its first heading."""
        return next(self.headings())

    def headings(self) -> Iterator[str]:
        """What its parts are called."""
        return (WORD.sub(lambda found: program_word(found[1]), found[1]) for found in HEADING.finditer(self.source()))

    def holds(self, text: str) -> bool:
        """Whether the text stands in it, or a heading has these pinyin initials."""
        wanted = text.lower()
        if wanted in _plain(self.markdown()).lower():
            return True
        return wanted.isascii() and any(wanted in search_initials(heading) for heading in self.headings())


CHAPTERS = (
    Chapter("first-day", Role.OWNER, _OWNER, ("catalog.go_live",)),
    Chapter("counter", Role.CLERK, _COUNTER, ("sales.checkout",)),
    Chapter("returns", Role.CLERK, _COUNTER, ("sales.",)),
    Chapter("receiving", Role.STOCKKEEPER, _STOCK, ("purchasing.",)),
    Chapter("stock", Role.STOCKKEEPER, _STOCK, ("inventory.",)),
    Chapter("goods", Role.STOCKKEEPER, _STOCK, ("catalog.",)),
    Chapter("reports", Role.OWNER, _STOCK, ("reports.",)),
    Chapter("people", Role.OWNER, _OWNER, ("settings.operators",)),
    Chapter("backups", Role.OWNER, _OWNER, ("settings.backups",)),
    Chapter("settings", None, frozenset(Role), ("settings.",)),
    Chapter("trouble", None, frozenset(Role), ("",)),
)


def chapters_for(role: Role) -> list[Chapter]:
    """The chapters that somebody of this role sees, in their order."""
    return [chapter for chapter in CHAPTERS if role in chapter.roles]


def fitting(chapters: list[Chapter], page: str) -> Chapter:
    """The chapter about a page; the last one is about everything."""
    return next(chapter for chapter in chapters if page.startswith(chapter.pages))


def program_word(name: str) -> str:
    """A page's name by its key; any other word in the shop's language."""
    return next((page.word() for page in PAGES if page.key == name), None) or in_the_shops_language(name)


def _plain(markdown: str) -> str:
    return markdown.replace("**", "").replace("`", "")
