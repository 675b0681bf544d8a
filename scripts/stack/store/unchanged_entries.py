# SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later
"""Leaves entries of indexes alone that an update does not change, and asks for no other's key where it has none of its own anew.

The store takes all entries of a document away and writes them anew with every update, whatever it changes: a case has a dozen
indexes, and most updates touch one of them (docs/decisions/0020).
"""

import sys

import bson

# Functions that rewrite a document: each takes the entries of the old one away and writes those of the new one straight after.
REWRITERS = ("_update_matching_single_txn", "_update_chunk")
# Functions that ask whether a new version of a document takes a key that another has; in each `doc` is the version before.
ASKERS = ("_update_matching_single_txn", "_chunk_doc_update_checked")


def leave(storage):
    delete, write = storage._delete_index_entries, storage._write_index_entries

    def delete_later(self, db, coll, doc, indexes, partials=None, *, recordid):
        if sys._getframe(1).f_code.co_name in REWRITERS:
            self._tls.rewritten = (db, coll, recordid, doc)
        else:
            delete(self, db, coll, doc, indexes, partials, recordid=recordid)

    def write_changed(self, db, coll, doc, indexes, partials=None, *, recordid):
        rewritten = getattr(self._tls, "rewritten", None)
        if rewritten is not None:
            self._tls.rewritten = None
            # Of a rewriting that broke off between the two nothing is left but this note of it.
            if rewritten[:3] == (db, coll, recordid):
                before = rewritten[3]
                if partials is None:
                    partials = self._partial_filters(db, coll)
                same = getattr(self._tls, "same", None)
                if same is None or not same.is_of(before, doc):
                    same = _Same(before, doc)
                indexes = [index for index in indexes if not same.entries(index, partials.get(index[0]))]
                delete(self, db, coll, before, indexes, partials, recordid=recordid)
        write(self, db, coll, doc, indexes, partials, recordid=recordid)

    taken = storage._unique_conflict

    def taken_anew(self, db, coll, candidate_doc, indexes, *, exclude_recordid, partials=None):
        # A key that the document has had is its own.
        if exclude_recordid is not None and indexes:
            asker = sys._getframe(1)
            if asker.f_code.co_name in ASKERS:
                if partials is None:
                    partials = self._partial_filters(db, coll)
                same = self._tls.same = _Same(asker.f_locals["doc"], candidate_doc)
                indexes = [index for index in indexes if not same.entries(index, partials.get(index[0]))]
        return taken(
            self, db, coll, candidate_doc, indexes, exclude_recordid=exclude_recordid, partials=partials
        )

    storage._unique_conflict = taken_anew
    storage._delete_index_entries = delete_later
    storage._write_index_entries = write_changed


class _Same:
    """What two versions of a document have in common."""

    def __init__(self, before, after):
        self._before = before
        self._after = after
        self._fields = {}

    def is_of(self, before, after):
        return self._before is before and self._after is after

    def entries(self, index, partial_filter):
        """True where the fields of an index, and those that decide whether it holds the document, are as they were."""
        _name, key_spec, _sparse, _unique = index
        named = [*key_spec, *(partial_filter or ())]
        # Operators such as $or name fields further in.
        return all(not path.startswith("$") and self._field(path.split(".", 1)[0]) for path in named)

    def _field(self, name):
        known = self._fields.get(name)
        if known is None:
            known = self._fields[name] = self._compare(name)
        return known

    def _compare(self, name):
        if (name in self._before) != (name in self._after):
            return False
        before, after = self._before.get(name), self._after.get(name)
        if before is after:
            return True
        if type(before) is str and type(after) is str:
            return before == after
        # As stored: to Python 1, 1.0 and True are one and the same.
        return bson.encode({"": before}) == bson.encode({"": after})
