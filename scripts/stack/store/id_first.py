# SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later
"""Finds the document of an update or a deletion by its `_id` where the filter names one, whatever else it asks.

The store does so for `_id` alone; beside another field it first tries every index (docs/decisions/0020). Whoever asks for candidates
holds each of them against the whole filter.
"""


def prefer(storage):
    choose = storage._try_index_id_keys

    def choose_by_id(self, db, coll, filter, *, collation=None):
        if len(filter) > 1 and "_id" in filter and not any(field.startswith("$") for field in filter):
            found = choose(self, db, coll, {"_id": filter["_id"]}, collation=collation)
            if found is not None:
                return found
        return choose(self, db, coll, filter, collation=collation)

    storage._try_index_id_keys = choose_by_id
