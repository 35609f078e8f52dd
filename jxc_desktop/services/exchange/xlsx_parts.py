"""Which part of an xlsx file is which sheet."""

import posixpath
import zipfile
from xml.etree import ElementTree

WORKBOOK = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"


def sheet_parts(archive: zipfile.ZipFile) -> list[str]:
    """The names of the parts that hold the sheets, in the order of the workbook; empty where it does not say."""
    try:
        workbook = ElementTree.fromstring(archive.read(WORKBOOK))
        relations = ElementTree.fromstring(archive.read(RELATIONS))
    except (KeyError, ElementTree.ParseError):
        return []
    targets = {each.get("Id"): _full_name(each.get("Target", "")) for each in relations}
    sheets = (each for each in workbook.iter() if each.tag.endswith("}sheet"))
    return [targets.get(_relation(sheet), "") for sheet in sheets]


def _relation(sheet: ElementTree.Element) -> str:
    return next((value for key, value in sheet.items() if key.endswith("}id")), "")


def _full_name(target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join("xl", target))
