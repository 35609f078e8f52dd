"""How far an ods sheet reaches."""

from pathlib import Path

import pytest

from jxc_desktop.services.exchange.faults import SheetDamagedError, SheetTooLargeError
from jxc_desktop.services.exchange.limits import SheetLimits
from jxc_desktop.services.exchange.ods_extent import require_ods_within
from tests.services.exchange.sheet_files import ODS_HEAD, ODS_TAIL

LIMITS = SheetLimits(cells=100)
FULL = '<table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell>'
GAP = '<table:table-cell table:number-columns-repeated="{}"/>'


def check(rows: str) -> None:
    require_ods_within(Path("x.ods"), [(ODS_HEAD + rows + ODS_TAIL).encode()], LIMITS)


def test_empty_cells_and_rows_at_the_end_reach_nowhere() -> None:
    check(
        f"<table:table-row>{FULL}{GAP.format(16383)}</table:table-row>"
        f'<table:table-row table:number-rows-repeated="1048575">{GAP.format(16384)}</table:table-row>'
    )


@pytest.mark.parametrize(
    "rows",
    [
        f"<table:table-row>{GAP.format(100)}{FULL}</table:table-row>",
        f'<table:table-row table:number-rows-repeated="101">{FULL}</table:table-row>',
        f'<table:table-row table:number-rows-repeated="100"/><table:table-row>{FULL}</table:table-row>',
        f"<table:table-row>{GAP.format(50)}{FULL}</table:table-row><table:table-row>{FULL}</table:table-row>",
    ],
)
def test_a_cell_too_far_out_is_refused(rows: str) -> None:
    with pytest.raises(SheetTooLargeError):
        check(rows)


def test_each_sheet_is_measured_by_itself() -> None:
    column = f'<table:table-row table:number-rows-repeated="20">{FULL}</table:table-row>'
    check(f"{column}</table:table><table:table><table:table-row>{GAP.format(9)}{FULL}</table:table-row>")


@pytest.mark.parametrize("rows", ["<table:table-row>", '<table:table-row table:number-rows-repeated="x"/>'])
def test_broken_xml_is_a_damaged_file(rows: str) -> None:
    with pytest.raises(SheetDamagedError):
        check(rows)
