"""A catalogue is read as a translator's program writes it."""

from pathlib import Path

from jxc_desktop.services.words.catalogue import read_catalogue

WRITTEN = """\
# A comment with msgid "in it".
msgid ""
msgstr ""
"Language: en\\n"

#: jxc_desktop/commands.py
msgid "挂单"
msgstr "Hold"

msgid ""
"一行说不完，"
"所以分两行"
msgstr ""
"Too long for one line, "
"so it has two"

msgid "他说“好”\\n再见"
msgstr "He said \\"good\\"\\nBye"

msgid "还没有译文"
msgstr ""

#~ msgid "以前的"
#~ msgstr "Former"

msgid " 或 "
msgstr " or "
"""


def test_each_text_is_found_with_its_translation(tmp_path: Path) -> None:
    (tmp_path / "jxc.po").write_text(WRITTEN, encoding="utf-8")
    assert read_catalogue(tmp_path / "jxc.po") == {
        "挂单": "Hold",
        "一行说不完，所以分两行": "Too long for one line, so it has two",
        "他说“好”\n再见": 'He said "good"\nBye',
        " 或 ": " or ",
    }


def test_the_last_line_needs_no_end(tmp_path: Path) -> None:
    (tmp_path / "jxc.po").write_text('msgid "挂单"\nmsgstr "Hold"', encoding="utf-8")
    assert read_catalogue(tmp_path / "jxc.po") == {"挂单": "Hold"}


def test_a_language_without_a_catalogue_leaves_the_source(tmp_path: Path) -> None:
    assert read_catalogue(tmp_path / "jxc.po") == {}
