"""A shop's old goods list becomes its products: new ones are added, known ones changed, all rows or none."""

from jxc_desktop.services.catalog.product_book import ProductBook
from jxc_desktop.services.migrate_in.known_products import KnownProducts
from jxc_desktop.services.migrate_in.product_plan import ProductPlan, new_details, plan_products
from jxc_desktop.services.migrate_in.product_rows import ProductFile
from jxc_desktop.services.migrate_in.progress import Progress, reported
from jxc_desktop.services.people.desk import Act
from jxc_desktop.services.storage.unit_of_work import OpenTransaction


def planned_products(books: OpenTransaction, file: ProductFile) -> ProductPlan:
    """What importing the list would do.

    Raises:
        FileFaultsError: rows that cannot be right; all of them are listed.
    """
    plan = plan_products(file.rows, KnownProducts(books), file.faults)
    file.faults.refuse()
    return plan


def import_products(act: Act, file: ProductFile, plan: ProductPlan, progress: Progress | None = None) -> None:
    """Add and change products as planned; the caller commits. Progress is told the second half of the way."""
    total, count = 2 * file.count, len(plan.new)
    keys = {code: key for row in plan.new for code, key in zip(row.codes, row.keys, strict=True)}
    book = ProductBook(act.work, keys)
    new = reported(plan.new, count, progress, total - count, total)
    book.add(map(new_details, new))
    book.change_all(plan.changed)
    act.journal.note(
        "imports.products",
        file=file.path.name,
        added=len(plan.new),
        changed=len(plan.changed),
        unchanged=plan.unchanged,
    )
