# SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later
"""Copies documents by what they are made of: dictionaries and lists anew, values that nobody can change as they are.

An update and a projection copy whole documents, for which the general `copy.deepcopy` keeps account of every value: a tenth of the
processor time of an update (docs/decisions/0020). A document is a tree, and what is neither of these types goes that way still.
"""

import copy
import uuid
from datetime import datetime
from types import SimpleNamespace

from bson import Decimal128, Int64, ObjectId, Timestamp

_UNCHANGEABLE = frozenset(
    (str, int, float, bool, bytes, type(None), datetime, uuid.UUID, ObjectId, Int64, Decimal128, Timestamp)
)


def plain_copy(value):
    kind = type(value)
    if kind in _UNCHANGEABLE:
        return value
    if kind is dict:
        return {name: one if type(one) in _UNCHANGEABLE else plain_copy(one) for name, one in value.items()}
    if kind is list:
        return [one if type(one) in _UNCHANGEABLE else plain_copy(one) for one in value]
    return copy.deepcopy(value)


def use(*modules):
    for module in modules:
        module.copy = SimpleNamespace(deepcopy=plain_copy, copy=copy.copy)
