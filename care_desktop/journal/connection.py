"""An open database file: how it is opened so that what is committed stays, and what is asserted about it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from care_desktop.errors import UserError
from care_desktop.journal import driver, failures, pragmas, schema
from care_desktop.journal.disk import sync
from care_desktop.journal.driver import Raw

# `relieve` empties the write-ahead log past this, between decisions.
_RELIEVED_BYTES = 4 << 20

_FAILURES = (OSError, DBAPIError, *driver.Error)


class Database:
    """One file with one connection that writes and one that only looks; used by one thread at a time.

    The one that looks has two tasks. It reads the version before anything can write, so that a newer file
    stays as it is. And as long as it is open, closing the other after a failed sync does not make SQLite
    move its log into the file and sync once more: after a failure, a sync that succeeds proves nothing.
    """

    def __init__(self, path: Path, *, passphrase: str | None = None, read_only: bool = False) -> None:
        if passphrase == "":
            raise ValueError("an empty passphrase would leave the file unprotected")
        if pragmas.loses_commits(driver.version()):
            raise UserError("journal.unsuitable_sqlite", version=".".join(map(str, driver.version())))
        self.path, self.read_only, self.encrypted = path, read_only, passphrase is not None
        self.broken: UserError | None = None
        self._passphrase = passphrase
        self._watch: Raw | None = None
        self._writer: Connection | None = None
        try:
            self._open()
        except _FAILURES as error:
            self.close()
            raise self._not_opened(error) from error
        except BaseException:
            self.close()
            raise

    def _open(self) -> None:
        if self.read_only:
            self._watch = self._look_first()
            return
        try:
            os.close(os.open(self.path, os.O_CREAT | os.O_EXCL, 0o600))
        except OSError as error:
            if failures.is_full(error):
                raise
        if self.path.exists() and self.path.stat().st_size > 0:
            self._watch = self._look_recovered()
        self._writer = self._open_writer()
        pragmas.assert_set(self._raw, pragmas.EVERYWHERE + pragmas.DURABLE, self.path)
        with self._writer.begin():
            # Even with nothing to migrate this writes a page: a full or read-only disk shows now and not
            # at the first decision, and the sync of the log's own header is paid here.
            (version,) = self._raw.execute("PRAGMA user_version").fetchone()
            schema.migrate(self._writer, version)
        # SQLite syncs the folder that has the new log, but does not tell if that failed.
        sync(self.path.parent)
        if self._watch is None:
            self._watch = self.look()
        self._watch.execute("PRAGMA user_version").fetchone()

    def _look_first(self) -> Raw:
        """Look at the file, and only that, to see that it is ours."""
        raw = self.look()
        try:
            self._assert_ours(raw)
        except BaseException:
            raw.close()
            raise
        return raw

    def _look_recovered(self) -> Raw:
        """The same, of a file that may have been left in the middle of its first write."""
        try:
            return self._look_first()
        except driver.Error as error:
            if not failures.is_unfinished(error):
                raise
            # Before there was a log, SQLite noted what to undo: only a connection that may write does that.
            with closing(self.connect(self.path, "rw")) as raw:
                raw.execute("PRAGMA user_version").fetchone()
            return self._look_first()

    def _open_writer(self) -> Connection:
        engine = create_engine(
            "sqlite://",
            module=driver.dbapi2,
            creator=lambda: self.connect(self.path, "rw"),
            poolclass=StaticPool,
        )

        @event.listens_for(engine, "connect")
        def leave_transactions_to_us(raw: DBAPIConnection, _record: object) -> None:
            raw.isolation_level = None

        @event.listens_for(engine, "begin")
        def begin(connection: Connection) -> None:
            connection.exec_driver_sql("BEGIN IMMEDIATE")

        return engine.connect()

    def connect(self, path: Path, mode: str) -> Raw:
        """A bare connection to another file, under the same key; ``mode`` is SQLite's ``ro`` or ``rw``."""
        return driver.connect(path, mode, self._passphrase)

    def reopen(self, path: Path) -> Database:
        """Open another file under the same key, to read only."""
        return Database(path, passphrase=self._passphrase, read_only=True)

    def look(self) -> Raw:
        """Another connection to the same file that can only read, for the caller to close."""
        raw = self.connect(self.path, "ro")
        try:
            pragmas.assert_set(raw, pragmas.EVERYWHERE, self.path)
        except BaseException:
            raw.close()
            raise
        return raw

    def _assert_ours(self, raw: Raw) -> None:
        (application,) = raw.execute("PRAGMA application_id").fetchone()
        (version,) = raw.execute("PRAGMA user_version").fetchone()
        (tables,) = raw.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if application != schema.APPLICATION_ID and (application, version, tables) != (0, 0, 0):
            raise UserError("journal.foreign", path=str(self.path))
        if version > schema.VERSION:
            raise UserError("journal.newer", path=str(self.path), version=version, known=schema.VERSION)

    def _not_opened(self, error: Exception) -> UserError:
        # Its first bytes would tell more, but closing the file again would drop the locks held on it here.
        cause = (error.orig if isinstance(error, DBAPIError) else None) or error
        return failures.not_opened(cause, str(self.path), protected=self.encrypted)

    @property
    def _raw(self) -> Raw:
        """The bare connection to read with."""
        if self.broken is not None:
            raise self.broken
        if self._writer is not None:
            return cast(Raw, self._writer.connection.dbapi_connection)
        if self._watch is not None:
            return self._watch
        raise ValueError("this store is closed")

    def rows(self, sql: str, *parameters: object) -> list[tuple[Any, ...]]:
        """All rows of a query. Raises ``UserError`` if the file cannot be read or is damaged."""
        raw = self._raw
        try:
            found: list[tuple[Any, ...]] = raw.execute(sql, parameters).fetchall()
        except driver.Error as error:
            raise failures.not_read(error) from error
        return found

    def assert_writable(self) -> None:
        """Raise ``UserError`` if nothing can be written: opened to read only, or broken by a failure."""
        if self.read_only:
            raise UserError("journal.read_only")
        _ = self._raw

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction, committed and synced on leaving.

        On any error of the database the connection is closed for good and ``UserError`` raised, now and
        at each later use: what a failed sync left behind is not known, so nothing is tried again on it.
        """
        self.assert_writable()
        writer = cast(Connection, self._writer)
        try:
            with writer.begin():
                yield writer
        except DBAPIError as error:
            raise self._break(error.orig or error) from error
        except driver.Error as error:
            raise self._break(error) from error

    def _break(self, error: BaseException) -> UserError:
        self.broken = failures.not_written(error)
        self.close()
        return self.broken

    def _tend(self, sql: str) -> list[tuple[Any, ...]]:
        """Run a statement that writes outside a transaction; it fails as ``writing`` does."""
        self.assert_writable()
        try:
            found: list[tuple[Any, ...]] = self._raw.execute(sql).fetchall()
        except driver.Error as error:
            raise self._break(error) from error
        return found

    def relieve(self) -> None:
        """Move the write-ahead log into the file if it has grown: for a moment when nobody waits."""
        log = self.path.with_name(self.path.name + "-wal")
        size = 0
        with suppress(OSError):  # none is there, or the disk does not say
            size = log.stat().st_size
        if size > _RELIEVED_BYTES:
            # Emptied and not only copied: a log that keeps its size would be copied at every beat from now on
            self._tend("PRAGMA wal_checkpoint(TRUNCATE)")

    def scrub(self) -> bool:
        """Rewrite the file without what was erased and empty its log; False if a reader held the log.

        What is erased is overwritten where it stood; the rewriting is for copies that moving rows about
        may have left in the slack of a page.
        """
        self._tend("VACUUM")
        ((busy, _, _),) = self._tend("PRAGMA wal_checkpoint(TRUNCATE)")
        return bool(busy == 0)

    def close(self) -> None:
        """Close both connections: after a failure the writer first, see above."""
        watch, writer = self._watch, self._writer
        self._watch = self._writer = None
        endings: list[Callable[[], None]] = []
        if watch is not None:
            endings.append(watch.close)
        if writer is not None:
            endings.append(partial(_end, writer))
        for ending in reversed(endings) if self.broken else endings:
            with suppress(*driver.Error, DBAPIError):
                ending()


def _end(writer: Connection) -> None:
    writer.close()
    writer.engine.dispose()
