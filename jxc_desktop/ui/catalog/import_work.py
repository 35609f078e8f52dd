"""What an import is asked to do, done for each kind of file, and said."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from jxc_desktop.services.migrate_in.import_forms import ImportKind
from jxc_desktop.services.migrate_in.import_result import ImportResult, OpeningResult
from jxc_desktop.services.migrate_in.imports import Imports
from jxc_desktop.services.migrate_in.preview import ImportPreview
from jxc_desktop.services.words import _

Result = ImportResult | OpeningResult
# Where what was taken in is seen afterwards.
PAGE_OF = {
    ImportKind.PRODUCTS: "catalog.products",
    ImportKind.PARTNERS: "catalog.partners",
    ImportKind.OPENING_STOCK: "inventory.opening",
}


@dataclass(frozen=True, slots=True)
class ImportAsked:
    """One file as it is seen, and what else its kind needs.

    Attributes:
        role: what partners are of whom the file does not say it. day: of opening stock.
    """

    seen: ImportPreview
    role: str | None = None
    day: date | None = None


def take_in(imports: Imports, asked: ImportAsked, progress: Callable[[int, int], None], *, check_only: bool) -> Result:
    """Check the file, and take it in unless it is only to be checked.

    Raises:
        ShopError: it is refused; nothing was taken in.
    """
    path, choice = asked.seen.path, asked.seen.choice()
    match asked.seen.form.kind:
        case ImportKind.PRODUCTS:
            return imports.products(path, choice=choice, check_only=check_only, progress=progress)
        case ImportKind.PARTNERS:
            return imports.partners(path, asked.role, choice=choice, check_only=check_only)
        case ImportKind.OPENING_STOCK:
            return imports.opening_stock(path, asked.day, choice=choice, check_only=check_only, progress=progress)


def changes_nothing(result: Result) -> bool:
    """Whether there is nothing in the file that the shop does not have."""
    if isinstance(result, OpeningResult):
        return not result.lines
    return not (result.added or result.changed)


def summary(result: Result) -> str:
    """What a file does to the shop, in numbers."""
    if isinstance(result, OpeningResult):
        return _("期初库存 {lines} 行").format(lines=f"{result.lines:,}")
    return _("新增 {added}，修改 {changed}，没有变化 {unchanged}").format(
        added=f"{result.added:,}", changed=f"{result.changed:,}", unchanged=f"{result.unchanged:,}"
    )


def outcome(result: Result) -> str:
    """The same after it was done."""
    if isinstance(result, OpeningResult):
        return _("{lines} 行，单号 {numbers}").format(lines=f"{result.lines:,}", numbers=_("、").join(result.numbers))
    return summary(result)


def way_on(kind: ImportKind) -> str:
    """What F7 leads to afterwards."""
    return {
        ImportKind.PRODUCTS: _("看商品"),
        ImportKind.PARTNERS: _("看往来单位"),
        ImportKind.OPENING_STOCK: _("看期初库存"),
    }[kind]
