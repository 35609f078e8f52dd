"""What an import did, or would do."""

from dataclasses import dataclass

from jxc_desktop.services.migrate_in.remarks import ImportRemark


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import of products or partners did, or would do.

    Attributes:
        added, changed, unchanged: how many.
        unused: headings of the file's columns that nothing was taken from.
        remarks: what is to be known about what was taken in.
    """

    added: int
    changed: int
    unchanged: int
    unused: tuple[str, ...] = ()
    remarks: tuple[ImportRemark, ...] = ()


@dataclass(frozen=True, slots=True)
class OpeningResult:
    """What an import of opening stock did: documents (one per warehouse) and their lines."""

    numbers: tuple[str, ...]
    lines: int
    remarks: tuple[ImportRemark, ...] = ()
