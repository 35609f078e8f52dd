"""The parts of an xlsx file round its sheets: which sheets there are, and what cells look like.

Source: ECMA-376, SpreadsheetML.
"""

from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# Below this a format is one that every program has built in.
FIRST_OWN_FORMAT = 164


def frame_parts(titles: Sequence[str], formats: Sequence[tuple[str, bool]]) -> dict[str, str]:
    """The parts by name, for sheets of these titles; a cell of style 2 × n has format n, of 2 × n + 1 in bold.

    Shape: one format per kind of cell: how a number is written, and whether an apostrophe keeps a text from being run.
    """
    return {
        "[Content_Types].xml": _content_types(len(titles)),
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _workbook(titles),
        "xl/_rels/workbook.xml.rels": _relations(
            [("worksheet", f"worksheets/sheet{number}.xml") for number in range(1, len(titles) + 1)]
            + [("styles", "styles.xml")]
        ),
        "xl/styles.xml": _styles(formats),
    }


def sheet_part(number: int) -> str:
    """The name of the part that holds the sheet of that number, counted from 1."""
    return f"xl/worksheets/sheet{number}.xml"


def sheet_head(widths: Sequence[int]) -> str:
    """A sheet as far as its first row: the headings stay in sight, columns have widths in characters."""
    columns = "".join(
        f'<col min="{place}" max="{place}" width="{width}" customWidth="1"/>' for place, width in enumerate(widths, 1)
    )
    return (
        f'{HEAD}<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>'
        f"<cols>{columns}</cols><sheetData>"
    )


SHEET_FOOT = "</sheetData></worksheet>"


def _content_types(sheets: int) -> str:
    parts = [("/xl/workbook.xml", "sheet.main"), ("/xl/styles.xml", "styles")]
    parts += [(f"/{sheet_part(number)}", "worksheet") for number in range(1, sheets + 1)]
    overrides = "".join(f'<Override PartName="{name}" ContentType="{CONTENT}.{kind}+xml"/>' for name, kind in parts)
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>'


def _workbook(titles: Sequence[str]) -> str:
    sheets = "".join(
        f'<sheet name={quoteattr(title)} sheetId="{number}" r:id="rId{number}"/>'
        for number, title in enumerate(titles, 1)
    )
    views = "<bookViews><workbookView/></bookViews>"
    return f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{views}<sheets>{sheets}</sheets></workbook>'


def _styles(formats: Sequence[tuple[str, bool]]) -> str:
    own = [written for written, _is_guarded in formats if written != "General"]
    numbers = {written: FIRST_OWN_FORMAT + place for place, written in enumerate(dict.fromkeys(own))}
    written_formats = "".join(
        f'<numFmt numFmtId="{number}" formatCode={quoteattr(written)}/>' for written, number in numbers.items()
    )
    looks = "".join(
        _look(numbers.get(written, 0), is_guarded, font) for written, is_guarded in formats for font in (0, 1)
    )
    return (
        f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts count="{len(numbers)}">{written_formats}</numFmts>'
        '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>'
        '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{2 * len(formats)}">{looks}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def _look(number_format: int, is_guarded: bool, font: int) -> str:
    applied = ' applyNumberFormat="1"' if number_format else ""
    applied += ' applyFont="1"' if font else ""
    applied += ' quotePrefix="1"' if is_guarded else ""
    return f'<xf numFmtId="{number_format}" fontId="{font}" fillId="0" borderId="0" xfId="0"{applied}/>'
