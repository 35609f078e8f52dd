"""Bringing a shop file to the schema this program works with."""

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from jxc_desktop.models import migrations
from jxc_desktop.services.storage.triggers import lay_triggers


def migrate(connection: Connection) -> None:
    """Run every step that is missing, then lay the triggers again; part of the caller's transaction."""
    config = alembic_config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    lay_triggers(connection)


def known_revisions() -> set[str]:
    """Every schema this program knows how to come from."""
    return {script.revision for script in ScriptDirectory.from_config(alembic_config()).walk_revisions()}


def alembic_config() -> Config:
    """Where the steps lie."""
    config = Config()
    config.set_main_option("script_location", str(migrations.__path__[0]).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
