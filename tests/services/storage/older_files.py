"""Shop files as earlier versions of the program wrote them."""

import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command
from sqlalchemy import create_engine

from jxc_desktop.services.storage.migrate import alembic_config
from jxc_desktop.services.storage.storage import APPLICATION_ID

FIRST = "0001"


def of_first_schema(shop: Path, older: Path) -> Path:
    """The shop's rows in a file of the first schema; columns that came later are left out."""
    engine = create_engine(f"sqlite:///{older}")
    with engine.begin() as connection:
        config = alembic_config()
        config.attributes["connection"] = connection
        command.upgrade(config, FIRST)
    engine.dispose()
    with closing(sqlite3.connect(older)) as books:
        books.execute("PRAGMA journal_mode = WAL")
        books.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        books.execute("ATTACH DATABASE ? AS newer", (str(shop),))
        for (table,) in books.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'").fetchall():
            names = ", ".join(f'"{row[1]}"' for row in books.execute(f"PRAGMA main.table_info({table})"))
            if table != "alembic_version":
                books.execute(f"INSERT INTO main.{table} ({names}) SELECT {names} FROM newer.{table}")
        books.commit()
    return older
