# SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later
"""Holds a document against the conditions of everyday queries without the store's general machinery.

Text equal to text, text in a list of texts, and a span of dates or of whole numbers are compared as Python compares them, which for
these types is what BSON's order says. Everything else, also a field that is a list or is missing, goes the store's own way
(docs/decisions/0020). Conditions are taken in their order, as there: one that is no query is found where it was found before.
"""

import operator
import threading
from datetime import datetime

# Conditions within this many texts are compared one by one.
FEW = 4

_compare = {
    "$eq": operator.eq,
    "$gt": operator.gt,
    "$gte": operator.ge,
    "$lt": operator.lt,
    "$lte": operator.le,
}
_last = threading.local()


def quicken(query, modules):
    """Puts the quick function in the place of `matches` in the module of queries and in those that have taken it from there."""
    whole, clause = query.matches, query._match_clause

    def matches(doc, filter, *, vars=None, collation=None):
        if collation is not None:
            return whole(doc, filter, vars=vars, collation=collation)
        for key, condition in filter.items():
            answer = _plain(doc, key, condition)
            if answer is False:
                return False
            if answer is None and not clause(doc, key, condition, vars, None):
                return False
        return True

    for module in (query, *modules):
        if getattr(module, "matches", None) is whole:
            module.matches = matches


def _plain(doc, key, condition):
    """True or False, or None where the store has to say."""
    if type(key) is not str or key[:1] == "$" or "." in key:
        return None
    value = doc.get(key)
    kind = type(value)
    if kind is str:
        if type(condition) is str:
            return value == condition
        if type(condition) is dict and len(condition) == 1 and "$in" in condition:
            texts = _texts(condition["$in"])
            return None if texts is None else value in texts
        return None
    if (kind is datetime and value.tzinfo is None) or kind is int:
        return _in_span(value, kind, condition) if type(condition) is dict and condition else None
    return None


def _in_span(value, kind, condition):
    for name, bound in condition.items():
        if name not in _compare or type(bound) is not kind:
            return None
        if kind is datetime and bound.tzinfo is not None:
            return None
    return all(_compare[name](value, bound) for name, bound in condition.items())


def _texts(values):
    """The list as a set, made once a query; None where it is short or holds something else than texts."""
    known = getattr(_last, "known", None)
    if known is not None and known[0] is values:
        return known[1]
    plain = type(values) is list and len(values) >= FEW and all(type(one) is str for one in values)
    texts = frozenset(values) if plain else None
    _last.known = (values, texts)
    return texts
