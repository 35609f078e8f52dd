"""How the shop file is opened: one engine writes, another only asks."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event

BUSY_TIMEOUT_MS = 10_000
PAGE_CACHE_KIB = 64 * 1024


def writing_engine(path: Path) -> Engine:
    """For acts: each transaction takes the write lock at once, and is on the disk when it ends."""
    engine = _engine(path, "rwc")

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _record: Any) -> None:
        _prepare(connection)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        # Without this, INSERT OR REPLACE slips past the triggers that keep the ledgers append-only.
        connection.execute("PRAGMA recursive_triggers = ON")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def reading_engine(path: Path) -> Engine:
    """For questions: they never wait for an act and never change anything."""
    engine = _engine(path, "rw")

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _record: Any) -> None:
        _prepare(connection)
        connection.execute("PRAGMA query_only = ON")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


def _engine(path: Path, mode: str) -> Engine:
    # Made of its parts: read from a text, a % in a folder's name would be taken for something else.
    url = URL.create("sqlite", database=f"file:{_uri_path(path)}", query={"mode": mode, "uri": "true"})
    return create_engine(url, pool_reset_on_return=None)


def _uri_path(path: Path) -> str:
    return path.absolute().as_uri().removeprefix("file://")


def _prepare(connection: sqlite3.Connection) -> None:
    """Settings of every connection; the driver's own transaction handling is off."""
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{PAGE_CACHE_KIB}")
