"""A shop's old goods list becomes its products: new ones are added, known ones changed, all rows or none."""

from dataclasses import dataclass

from jxc_desktop.services.catalog.product_book import ProductBook
from jxc_desktop.services.migrate_in.known_products import KnownProducts
from jxc_desktop.services.migrate_in.product_plan import ProductPlan, new_details, plan_products
from jxc_desktop.services.migrate_in.product_rows import ProductFile
from jxc_desktop.services.migrate_in.progress import Progress, reported
from jxc_desktop.services.people.desk import Act
from jxc_desktop.services.storage.unit_of_work import OpenTransaction


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import of products did, or would do.

    Attributes:
        added, changed, unchanged: how many products.
        unused: headings of the file's columns that nothing was taken from.
    """

    added: int
    changed: int
    unchanged: int
    unused: tuple[str, ...] = ()


def check_products(books: OpenTransaction, file: ProductFile) -> ImportResult:
    """What importing the list would do.

    Raises:
        FileFaultsError: rows that cannot be right; all of them are listed.
    """
    return _result(file, _plan(books, file))


def import_products(act: Act, file: ProductFile, progress: Progress | None = None) -> ImportResult:
    """Add and change products as the list says; the caller commits. Progress is told the second half of the way.

    Raises:
        FileFaultsError: rows that cannot be right; all of them are listed, and nothing is written.
    """
    plan = _plan(act.work, file)
    total, count = 2 * file.count, len(plan.new)
    keys = {code: key for row in plan.new for code, key in zip(row.codes, row.keys, strict=True)}
    book = ProductBook(act.work, keys)
    new = reported(plan.new, count, progress, total - count, total)
    book.add(map(new_details, new))
    book.change_all(plan.changed)
    result = _result(file, plan)
    act.journal.note(
        "imports.products",
        file=file.path.name,
        added=result.added,
        changed=result.changed,
        unchanged=result.unchanged,
    )
    return result


def _plan(books: OpenTransaction, file: ProductFile) -> ProductPlan:
    plan = plan_products(file.rows, KnownProducts(books), file.faults)
    file.faults.refuse()
    return plan


def _result(file: ProductFile, plan: ProductPlan) -> ImportResult:
    return ImportResult(len(plan.new), len(plan.changed), plan.unchanged, file.unused)
