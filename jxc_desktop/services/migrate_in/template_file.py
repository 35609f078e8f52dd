"""The empty file of a kind, to be filled in: headings, two rows that show how, and a page about the columns."""

from pathlib import Path

from jxc_desktop.services.exchange.text_sheets import TextSheet, write_text_sheets
from jxc_desktop.services.migrate_in.import_forms import ImportForm
from jxc_desktop.services.words import _


def write_template_file(path: Path, form: ImportForm) -> None:
    """Write it.

    Raises:
        TableKindError: the file's name ends in something else than .xlsx.
        FileNotWrittenError: the system refuses to write there.
    """
    examples = [[field.examples[row] for field in form.fields] for row in range(2)]
    marked = [[_("例：{name}").format(name=first), *others] for first, *others in examples]
    write_text_sheets(
        path,
        [
            TextSheet(form.word(), [field.word() for field in form.fields], marked),
            TextSheet(_("说明"), [_("列"), _("必填"), _("怎么写")], [*_about(form), *_notes()]),
        ],
    )


def _about(form: ImportForm) -> list[list[str]]:
    return [[field.word(), _("必填") if field.required else "", field.accepts()] for field in form.fields]


def _notes() -> list[list[str]]:
    return [
        ["", "", ""],
        ["", "", _("“例：”开头的行不会导入，留着、删掉都行")],
        ["", "", _("用不上的列可以删；列的先后不要紧；多出来的列不会导入")],
        ["", "", _("再导入一次改过的文件：已经有的会改，没有的会加，空着的格不动")],
    ]
