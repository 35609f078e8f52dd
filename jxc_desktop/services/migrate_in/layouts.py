"""What the shop remembers of files: how the columns of a layout were matched by hand."""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256

from sqlalchemy import bindparam, delete, select

from jxc_desktop.models.records import ImportLayout
from jxc_desktop.services.migrate_in.import_forms import ImportKind
from jxc_desktop.services.storage.prepared import Prepared, Query
from jxc_desktop.services.storage.tables import table_of
from jxc_desktop.services.storage.unit_of_work import OpenTransaction, UnitOfWork

# Layout → column in the file → key of the field.
Layouts = Mapping[str, Mapping[int, str]]

_LAYOUTS = Query[tuple[str, str]](
    select(ImportLayout.layout, ImportLayout.content).where(ImportLayout.kind == bindparam("of_kind")), "of_kind"
)
_FORGET = Prepared(
    delete(ImportLayout).where(
        ImportLayout.kind == bindparam("of_kind"), ImportLayout.layout == bindparam("of_layout")
    ),
    "of_kind",
    "of_layout",
)


def layout_of(headings: Sequence[str]) -> str:
    """What tells files with the same headings in the same order from others."""
    texts = [" ".join(heading.split()) for heading in headings]
    while texts and not texts[-1]:
        texts.pop()
    return sha256("\x1f".join(texts).encode()).hexdigest()


def layouts_known(books: OpenTransaction, kind: ImportKind) -> Layouts:
    """Every layout of a kind of file that was matched by hand."""
    return {
        layout: {int(place): key for place, key in json.loads(content).items()}
        for layout, content in books.rows(_LAYOUTS, kind.value)
    }


def remember_layout(work: UnitOfWork, kind: ImportKind, layout: str, fields: Mapping[int, str]) -> None:
    """Use this matching for the next file of the layout; the caller commits."""
    work.run(_FORGET, [(kind.value, layout)])
    work.insert(table_of(ImportLayout), [(kind.value, layout, json.dumps(fields))])
