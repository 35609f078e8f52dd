"""What can be wrong with a file that a shop person picked, or with the place where one is to be written."""

from pathlib import Path

from jxc_desktop.services.errors import ShopError


class SheetFileError(ShopError):
    """A file cannot be taken in or written.

    Attributes:
        path: the file.
    """

    def __init__(self, path: Path, *details: object) -> None:
        super().__init__(path, *details)
        self.path = path


class NoSuchFileError(SheetFileError):
    """There is no file of that name."""


class FileNotReadableError(SheetFileError):
    """The file is there, but the system does not let it be read: another program has it, or the disk fails.

    Attributes:
        reason: what the system said.
    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason)
        self.reason = reason


class FileNotWrittenError(SheetFileError):
    """The file could not be written; one that was there before is unchanged.

    Attributes:
        reason: ``in_use`` (open in another program, or not allowed), ``disk_full``, ``no_folder`` or ``system``.
    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason)
        self.reason = reason


class TableKindError(SheetFileError):
    """A table cannot be written as a file of this kind.

    Attributes:
        possible: the endings a table can be written with.
    """

    def __init__(self, path: Path, possible: tuple[str, ...]) -> None:
        super().__init__(path, possible)
        self.possible = possible


class NotASheetError(SheetFileError):
    """The file is something else than a sheet, whatever its name ends in.

    Attributes:
        found: what it is: ``folder pdf picture archive web_page xml document slides database xlsb old_xls unknown``.
    """

    def __init__(self, path: Path, found: str) -> None:
        super().__init__(path, found)
        self.found = found


class SheetLockedError(SheetFileError):
    """The file is protected by a password."""


class SheetTooLargeError(SheetFileError):
    """The file holds more than is taken in at once.

    Attributes:
        what: which limit: ``file_bytes expanded_bytes expansion_ratio parts rows columns cells text``.
        limit: the most it may be, in the unit of that limit.
    """

    def __init__(self, path: Path, what: str, limit: int) -> None:
        super().__init__(path, what, limit)
        self.what = what
        self.limit = limit


class SheetDamagedError(SheetFileError):
    """The file looks like a sheet, but cannot be read to its end."""


class UnknownEncodingError(SheetFileError):
    """A text file is written in none of the encodings that are tried.

    Attributes:
        position: the first byte that fits none of them.
    """

    def __init__(self, path: Path, position: int) -> None:
        super().__init__(path, position)
        self.position = position


class UnclosedQuoteError(SheetFileError):
    """A text file has a quotation mark that is never closed, so the rows after it cannot be told apart.

    Attributes:
        row: the row it is in.
    """

    def __init__(self, path: Path, row: int) -> None:
        super().__init__(path, row)
        self.row = row


class SheetEmptyError(SheetFileError):
    """No visible sheet of the file holds anything."""


class HeaderNotFoundError(SheetFileError):
    """No row of any visible sheet has the headings that are needed.

    Attributes:
        missing: the headings that the best row still lacks; all that are needed where no row has any.
        sheet: the sheet of the best row.
        row: the best row; 0 where no row has any.
    """

    def __init__(self, path: Path, missing: tuple[str, ...], sheet: str, row: int) -> None:
        super().__init__(path, missing, sheet, row)
        self.missing = missing
        self.sheet = sheet
        self.row = row
