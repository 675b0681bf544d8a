# SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later
"""Keeps the store's catalogue (which collections and indexes there are) in memory.

The store reads it from its tables and decodes it some ten times for each document that it writes or finds by an index: a third
of its processor time. Here it is read once, and again after each change of it (docs/decisions/0020).

What makes that right: all of it is written in this one process by the functions named below. From the beginning of a change
until REST seconds after its end everybody reads the tables as before, each in the view of its own transaction, also who rolls
back. REST is longer than a transaction lives, so that whoever finds the catalogue in memory began after the change. It is
filled from a session of its own, which sees what is committed and nothing else.
"""

import os
import threading
import time
from collections import Counter
from contextlib import contextmanager
from importlib.metadata import version

import bson
import short_transactions
import wiredtiger as wt
from secantus import storage as tables

# The only version whose functions are known to be these.
KNOWN_VERSION = "0.7.0b3"
# Seconds after a change in which the tables are read; a test may not want to wait so long.
REST = float(os.environ.get("STORE_CATALOGUE_REST") or short_transactions.LIFETIME + 5 * short_transactions.LOOK)


class Known:
    """What is known of each namespace, (database, collection), and which may not be relied upon now."""

    def __init__(self):
        self.indexes = {}
        # With the rows of `indexes` from which it was made.
        self.index_options = {}
        self.options = {}
        self.profiles = {}
        self._lock = threading.Lock()
        self._changing = Counter()
        self._rests_until = {}
        self._changes = 0

    def settled(self, db, coll):
        """True where nothing of the catalogue is being changed or was changed lately."""
        now = time.monotonic()
        return all(
            self._changing[place] == 0 and self._rests_until.get(place, 0.0) <= now
            for place in ((db, coll), (db, None), (None, None))
        )

    @contextmanager
    def change(self, db=None, coll=None, *, outcome=None):
        """A change of one namespace, of a database, or of nobody knows what. `outcome.nothing` says that none came of it."""
        place = (db, coll)
        with self._lock:
            self._changing[place] += 1
            self._forget(db, coll)
        try:
            yield
        finally:
            with self._lock:
                self._changing[place] -= 1
                if outcome is None or not outcome.nothing:
                    self._rests_until[place] = time.monotonic() + REST
                self._forget(db, coll)

    def learn(self, kept, db, coll, read):
        """Reads and keeps, unless something was changed meanwhile."""
        begun = self._changes
        value = read()
        with self._lock:
            if begun == self._changes and value is not None and self.settled(db, coll):
                kept[db, coll] = value
        return value

    def _forget(self, db, coll):
        self._changes += 1
        for kept in (self.indexes, self.options):
            for place in [one for one in kept if db is None or one[0] == db and coll in (None, one[1])]:
                del kept[place]


class Outcome:
    nothing = False


def is_known_version():
    """False, with a line in the log, for a version of the store whose functions may be others: it runs as it is."""
    if version("secantusdb") == KNOWN_VERSION:
        return True
    print(f"not made faster: secantusdb is not {KNOWN_VERSION}", flush=True)
    return False


def keep(storage):
    """Has the store's class look into memory."""
    _keep_indexes(storage)
    _keep_index_options(storage)
    _keep_options(storage)
    _keep_profiles(storage)
    _tell_of_changes(storage)
    begin = storage.__init__

    def begin_knowing(self, *args, **named):
        self._known = Known()
        self._telling = threading.local()
        begin(self, *args, **named)

    storage.__init__ = begin_knowing


@contextmanager
def _told(self):
    """Within it the thread says itself what it changes."""
    before = getattr(self._telling, "told", False)
    self._telling.told = True
    try:
        yield
    finally:
        self._telling.told = before


def _learn(self, kept, db, coll, read):
    """What is committed, from now on kept; None where it is being changed, or where one would have to wait for it.

    Whoever asks may be in the middle of a transaction on which the holder of the lock waits.
    """
    known = self._known
    if not known.settled(db, coll) or not self._lock.acquire(blocking=False):
        return None
    try:
        return known.learn(kept, db, coll, lambda: read(self, db, coll))
    finally:
        self._lock.release()


def _keep_indexes(storage):
    iterate = storage._iter_indexes

    def read_tables(self, db, coll):
        with _told(self):
            return list(iterate(self, db, coll))

    def iter_indexes(self, db, coll):
        rows = self._known.indexes.get((db, coll))
        if rows is None:
            rows = _learn(self, self._known.indexes, db, coll, _committed_indexes)
        return iter(read_tables(self, db, coll) if rows is None else rows)

    storage._iter_indexes = iter_indexes


def _keep_index_options(storage):
    """What is asked of each document written, in the form in which it is asked; whoever asks only reads it."""
    read = storage._index_options_map

    def index_options_map(self, db, coll):
        rows = self._known.indexes.get((db, coll))
        if rows is None:
            return read(self, db, coll)
        known = self._known.index_options.get((db, coll))
        if known is None or known[0] is not rows:
            known = self._known.index_options[db, coll] = (rows, {name: dict(options) for name, _key, options in rows})
        return known[1]

    storage._index_options_map = index_options_map


def _committed_indexes(self, db, coll):
    """The same rows as the store's own function gives, as they are committed."""
    rows = []
    session = self._conn.open_session()
    try:
        cursor = session.open_cursor(tables._IDX_TABLE, None)
        cursor.set_key(db, coll, "")
        found = cursor.search_near()
        if found == wt.WT_NOTFOUND or (found < 0 and cursor.next() != 0):
            return rows
        while True:
            in_db, in_coll, name = cursor.get_key()
            if (in_db, in_coll) != (db, coll):
                return rows
            payload = bson.decode(bytes(cursor.get_value()))
            rows.append((name, payload.get("key", {}), payload.get("options", {})))
            if cursor.next() != 0:
                return rows
    finally:
        session.close()


def _keep_options(storage):
    read = storage._coll_options
    ensure = storage._ensure_collection

    def coll_options(self, db, coll):
        options = self._known.options.get((db, coll))
        if options is None:
            options = read(self, db, coll)
            if options is not None:
                _learn(self, self._known.options, db, coll, _committed_options)
        return None if options is None else dict(options)

    def ensure_collection(self, db, coll):
        # A collection without a row is made; one that is there changes nothing.
        if coll_options(self, db, coll) is None:
            with self._known.change(db, coll):
                ensure(self, db, coll)

    storage._coll_options = coll_options
    storage._ensure_collection = ensure_collection


def _committed_options(self, db, coll):
    session = self._conn.open_session()
    try:
        cursor = session.open_cursor(tables._COLL_TABLE, None)
        cursor.set_key(db, coll)
        if cursor.search() != 0:
            return None
        blob = bytes(cursor.get_value())
        return bson.decode(blob) if blob else {}
    finally:
        session.close()


def _keep_profiles(storage):
    read = storage.get_profile
    write = storage.set_profile

    def get_profile(self, db):
        known = self._known.profiles.get(db)
        if known is None:
            known = self._known.profiles[db] = read(self, db)
        return dict(known)

    def set_profile(self, db, *args, **named):
        write(self, db, *args, **named)
        self._known.profiles.pop(db, None)

    storage.get_profile = get_profile
    storage.set_profile = set_profile


def _tell_of_changes(storage):
    _change_alone(storage)
    for name in (
        *("set_index_expiry", "set_index_options", "drop_index", "drop_all_indexes"),
        *("create_collection", "drop_collection", "_write_coll_options"),
    ):
        _tell(storage, name)
    _tell(storage, "create_index", nothing_if_false=True)
    drop_database, rename = storage.drop_database, storage.rename_collection
    cursor, mark = storage._cursor, storage._maybe_mark_multikey

    def drop_database_telling(self, db):
        with self._known.change(db), _told(self):
            return drop_database(self, db)

    def rename_telling(self, *args, **named):
        with self._known.change(), _told(self):
            return rename(self, *args, **named)

    def mark_telling(self, db, coll, doc, indexes, already_multikey):
        before = len(already_multikey)
        with _told(self):
            after = mark(self, db, coll, doc, indexes, already_multikey)
        if len(after) != before:
            with self._known.change(db, coll):
                pass
        return after

    def cursor_telling(self, table, *, overwrite=True):
        # Whoever opens the table of indexes and is none of the functions above may be about to write it.
        if table == tables._IDX_TABLE and not getattr(self._telling, "told", False):
            with self._known.change():
                pass
        return cursor(self, table, overwrite=overwrite)

    storage.drop_database = drop_database_telling
    storage.rename_collection = rename_telling
    storage._maybe_mark_multikey = mark_telling
    storage._cursor = cursor_telling


def _change_alone(storage):
    """Nobody writes to a collection while it is created or dropped.

    The store holds its lock while it does. Where an insertion has just made the same collection within its transaction, the store
    waits for the end of that for ever, and the insertion for the lock.
    """
    for name in ("create_collection", "drop_collection"):
        change = getattr(storage, name)

        def alone(self, db, coll, *args, _change=change, **named):
            with self._coll_lock(db, coll):
                return _change(self, db, coll, *args, **named)

        setattr(storage, name, alone)


def _tell(storage, name, *, nothing_if_false=False):
    change = getattr(storage, name)

    def change_telling(self, db, coll, *args, **named):
        outcome = Outcome()
        with self._known.change(db, coll, outcome=outcome), _told(self):
            result = change(self, db, coll, *args, **named)
            outcome.nothing = nothing_if_false and result is False
            return result

    setattr(storage, name, change_telling)
