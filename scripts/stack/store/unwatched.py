# SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later
"""Writes the change log only once somebody has asked for it.

The store logs each written document a second time for change streams. Nobody here watches one, and each entry is a document encoded
twice and written (docs/decisions/0020). The first change stream, or the first look at `local.oplog.rs`, switches the log on for good: a
file in the store's folder remembers, so that a stream goes on over a restart as before.
"""

import os
import threading
import time
from contextlib import contextmanager

import short_transactions
from secantus.transactions import TxnState

# Name of the file that says that somebody has watched.
MARK = "change-log-wanted"


# Commands that may write a document; a pipeline that ends in a collection is not waited for.
WRITING = frozenset(("insert", "update", "delete", "findAndModify", "findandmodify", "bulkWrite"))


class Writes:
    """Commands that write now, by whether they began before the change log was switched on."""

    def __init__(self):
        self._lock = threading.Lock()
        self._running = [0, 0]
        self._now = 0

    @contextmanager
    def one(self):
        with self._lock:
            began = self._now
            self._running[began] += 1
        try:
            yield
        finally:
            with self._lock:
                self._running[began] -= 1

    def from_now(self):
        self._now = 1

    def earlier(self):
        return self._running[0]


def log_when_watched(server_module, server, storage, commands_module):
    """Has the server's class log nothing until the first change stream."""
    begin, dispatch = server.__init__, server_module.dispatch
    watch, is_log = commands_module._aggregate_change_stream, storage._is_oplog_rs
    running = Writes()

    def begin_unwatched(self, *args, **named):
        begin(self, *args, **named)
        self.storage._mark = os.path.join(named["storage_path"], MARK)
        self.storage._switching = threading.Lock()
        self.storage._transactions = lambda: list(self.transactions._txns.values())
        if not os.path.exists(self.storage._mark):
            self.storage.enable_oplog = False

    def dispatch_counted(doc, ctx):
        if next(iter(doc), None) not in WRITING:
            return dispatch(doc, ctx)
        with running.one():
            return dispatch(doc, ctx)

    def watch_logged(doc, ctx, *args):
        _switch_on(ctx.storage, running)
        return watch(doc, ctx, *args)

    def is_log_logged(self, db, coll):
        if db == "local" and coll == "oplog.rs" and hasattr(self, "_mark"):
            _switch_on(self, running)
        return is_log(self, db, coll)

    server.__init__ = begin_unwatched
    server_module.dispatch = dispatch_counted
    commands_module._aggregate_change_stream = watch_logged
    storage._is_oplog_rs = is_log_logged


def _switch_on(storage, running):
    """From its return on every change is logged; what began before without logging has come to its end."""
    if storage.enable_oplog:
        return
    with storage._switching:
        if storage.enable_oplog:
            return
        with open(storage._mark, "w", encoding="ascii") as mark:
            os.fsync(mark.fileno())
        storage.enable_oplog = True
        running.from_now()
        open_now = [txn for txn in storage._transactions() if txn.state is TxnState.IN_PROGRESS]
        latest = time.monotonic() + short_transactions.LIFETIME
        while time.monotonic() < latest and (
            running.earlier() > 0 or any(txn.state is TxnState.IN_PROGRESS for txn in open_now)
        ):
            time.sleep(0.002)
