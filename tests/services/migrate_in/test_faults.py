import ast
from pathlib import Path
from types import ModuleType

import pytest

from jxc_desktop.services.migrate_in import (
    history,
    history_rows,
    opening_stock,
    partner_cells,
    partner_rows,
    partners,
    product_cells,
    product_packs,
    product_plan,
    product_rows,
)
from jxc_desktop.services.migrate_in.faults import (
    MOST_LISTED,
    FaultList,
    FileFaultsError,
    ImportFault,
    fault_sentences,
    fault_text,
    faults_text,
)
from jxc_desktop.services.migrate_in.opening_columns import OPENING_FORM
from jxc_desktop.services.migrate_in.partner_columns import PARTNER_FORM
from jxc_desktop.services.migrate_in.product_columns import PRODUCT_COLUMNS

LIST = Path("商品.xlsx")


def fault_list() -> FaultList:
    return FaultList(LIST, {"name": "品名", "barcode": "条码", "unit": "单位"}, {"name": 0, "barcode": 27})


def refusal_of(faults: FaultList) -> FileFaultsError:
    with pytest.raises(FileFaultsError) as refusal:
        faults.refuse()
    return refusal.value


def test_a_fault_says_row_and_column_as_a_spreadsheet_shows_them() -> None:
    faults = fault_list()
    faults.add(12, "barcode", "code_twice", "6901028126212", first=3)
    (fault,) = refusal_of(faults).faults
    assert (fault.row, fault.letter, fault.heading) == (12, "AB", "条码")
    assert fault_text(fault) == "第 12 行 AB 列（条码）：“6901028126212”与第 3 行重复"


def test_a_fault_about_a_column_that_the_file_lacks_names_it_without_a_letter() -> None:
    faults = fault_list()
    faults.add(5, "unit", "weighed_without_unit")
    (fault,) = refusal_of(faults).faults
    assert fault_text(fault) == "第 5 行（单位）：计重商品要填写单位，例如 kg 或 斤"


def test_a_fault_about_a_whole_row_names_only_the_row() -> None:
    assert fault_text(ImportFault(5, "", "", "empty")) == "第 5 行：没有填写"


def test_faults_come_in_the_order_of_the_file_whatever_order_they_were_found_in() -> None:
    faults = fault_list()
    for row, column in ((9, "barcode"), (9, "name"), (2, "barcode")):
        faults.add(row, column, "empty")
    assert [(fault.row, fault.letter) for fault in refusal_of(faults).faults] == [(2, "AB"), (9, "A"), (9, "AB")]


def test_a_file_without_faults_is_not_refused() -> None:
    fault_list().refuse()


def test_more_faults_than_anybody_mends_by_hand_are_counted() -> None:
    faults = fault_list()
    for row in range(1, MOST_LISTED + 501):
        faults.add(row, "name", "name_missing")
    refusal = refusal_of(faults)
    assert (len(refusal.faults), refusal.count) == (1_000, 1_500)
    lines = faults_text(refusal).splitlines()
    assert lines[0] == "商品.xlsx 有 1500 处错误，没有导入任何内容："
    assert lines[-1] == "另有 500 处错误未列出"


def test_a_long_text_is_shown_cut_and_in_one_line() -> None:
    text = fault_text(ImportFault(2, "C", "售价(元)\n必填", "not_a_number", "很长的\n" + "字" * 100))
    assert text.startswith("第 2 行 C 列（售价(元)）：“很长的 字字")
    assert text.endswith("字…”不是数字")
    assert len(text) < 80


def test_braces_in_a_cell_are_shown_as_they_are() -> None:
    assert "“{first}”不是数字" in fault_text(ImportFault(2, "C", "售价", "not_a_number", "{first}"))


def test_a_reason_without_a_sentence_still_says_where_it_is() -> None:
    assert fault_text(ImportFault(2, "C", "售价", "unheard_of", "7")) == "第 2 行 C 列（售价）：“7”不能用（unheard_of）"


GIVE_REASONS = {"BadCellError", "BadPackError", "BadCell", "add", "_add", "_choice"}
IMPORTS = (
    *(history, history_rows, opening_stock, partner_cells, partner_rows, partners),
    *(product_cells, product_packs, product_plan, product_rows),
)
COLUMN_KEYS = {
    spec.key
    for specs in (
        PRODUCT_COLUMNS,
        OPENING_FORM.specs,
        PARTNER_FORM.specs,
        *(kind.value for kind in history_rows.HistoryKind),
    )
    for spec in specs
}


def reasons_in(source: str) -> set[str]:
    """The words that a module passes to what makes faults, other than columns."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    given = [call for call in calls if getattr(call.func, "attr", getattr(call.func, "id", "")) in GIVE_REASONS]
    texts = (node for call in given for argument in call.args for node in ast.walk(argument))
    return {
        node.value for node in texts if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value
    } - COLUMN_KEYS


@pytest.mark.parametrize("module", IMPORTS, ids=lambda module: module.__name__.rpartition(".")[2])
def test_every_reason_that_an_import_may_give_has_a_sentence(module: ModuleType) -> None:
    assert module.__file__ is not None
    reasons = reasons_in(Path(module.__file__).read_text(encoding="utf-8"))
    assert reasons <= set(fault_sentences())
    assert reasons or module is history_rows
