"""What a shop remembers of the files it took in."""

from jxc_desktop.services.migrate_in.import_forms import ImportKind
from jxc_desktop.services.migrate_in.layouts import layout_of, layouts_known, remember_layout
from tests.story import Story

KIND = ImportKind.PRODUCTS


def remember(story: Story, layout: str, fields: dict[int, str]) -> None:
    with story.desk.storage.writing() as work:
        remember_layout(work, KIND, layout, fields)
        work.commit()


def test_a_layout_is_its_headings_in_their_order() -> None:
    assert layout_of(["甲", "乙"]) == layout_of([" 甲", "乙 ", ""])
    assert layout_of(["甲", "乙"]) != layout_of(["乙", "甲"])
    assert layout_of(["甲乙"]) != layout_of(["甲", "乙"])
    assert len(layout_of(["甲"])) == 64


def test_the_last_matching_of_a_layout_counts(story: Story) -> None:
    remember(story, "a", {0: "name"})
    remember(story, "a", {1: "name", 2: "barcode"})
    with story.desk.storage.reading() as books:
        assert layouts_known(books, KIND) == {"a": {1: "name", 2: "barcode"}}
        assert layouts_known(books, ImportKind.PARTNERS) == {}
