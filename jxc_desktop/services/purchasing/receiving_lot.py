"""What a carton's code says about the batch in it."""

from jxc_desktop.models.values.gs1_code import BadGs1CodeError, is_gs1, parse_gs1
from jxc_desktop.models.values.scan_text import clean_scan
from jxc_desktop.services.errors import InvalidInputError
from jxc_desktop.services.purchasing.receiving_draft import NO_LOT, Lot


def lot_on_code(text: str) -> Lot:
    """The batch a GS1 code tells of; no batch for any other code, or where its dates cannot be."""
    scan = clean_scan(text)
    if not is_gs1(scan):
        return NO_LOT
    try:
        code = parse_gs1(scan.code)
        return Lot(code.lot or "", code.produced_on, None, code.expires_on or code.best_before).completed()
    except (BadGs1CodeError, InvalidInputError):
        return NO_LOT
