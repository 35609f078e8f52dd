"""The steps lead to the schema that the program works with."""

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from jxc_desktop.models.migrations import NEWEST
from jxc_desktop.models.records import Record
from jxc_desktop.services.storage.migrate import alembic_config, known_revisions
from tests.story import Story


def test_a_file_made_by_the_steps_is_what_the_records_say(story: Story) -> None:
    with story.desk.storage.reading() as books:
        context = MigrationContext.configure(books.connection, opts={"compare_type": True})
        assert compare_metadata(context, Record.metadata) == []


def test_checks_and_names_of_constraints_are_what_the_records_say(story: Story) -> None:
    with story.desk.storage.reading() as books:
        made = " ".join(
            sql for (sql,) in books.connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE type = 'table'")
        )
    named = [
        str(constraint.name)
        for table in Record.metadata.tables.values()
        for constraint in table.constraints
        if constraint.name and str(constraint.name).startswith("ck_")
    ]
    assert named
    assert [name for name in named if name not in made] == []


def test_the_newest_step_is_the_one_the_program_asks_for() -> None:
    scripts = ScriptDirectory.from_config(alembic_config())
    assert scripts.get_heads() == [NEWEST]
    assert NEWEST in known_revisions()


def test_a_new_file_is_of_the_newest_schema(story: Story) -> None:
    with story.desk.storage.reading() as books:
        assert books.connection.exec_driver_sql("SELECT version_num FROM alembic_version").all() == [(NEWEST,)]
