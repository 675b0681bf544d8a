# SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later
"""Packs keys and values of the store's tables without reading their format anew each time.

The binding of the storage engine walks through the format, a letter after the other, for each key: a tenth of the store's processor
time (docs/decisions/0020). The bytes are the same; formats with sizes, bits or padding go the binding's own way.
"""

from wiredtiger import swig_wiredtiger as binding
from wiredtiger.intpacking import pack_int, unpack_int
from wiredtiger.packing import pack, unpack

# Bytes of the longest whole number.
LONGEST = 9

_kinds = {}


def _kinds_of(format):
    """`S` text, `u` the bytes to the end, `i` a whole number, one each; None where a format has anything else."""
    kinds = _kinds.get(format)
    if kinds is None:
        plain = format[-1:] in "Suqr" and all(one in "Sqr" for one in format[:-1])
        kinds = _kinds[format] = plain and [one if one in "Su" else "i" for one in format]
    return kinds


def quick_pack(format, *values):
    kinds = _kinds_of(format)
    if not kinds or len(kinds) != len(values):
        return pack(format, *values)
    parts = []
    for kind, value in zip(kinds, values):
        if kind == "i":
            parts.append(pack_int(value))
        elif kind == "S" and type(value) is str and "\0" not in value:
            parts += (value.encode(), b"\0")
        elif kind == "u" and type(value) is bytes:
            parts.append(value)
        else:
            return pack(format, *values)
    return b"".join(parts)


def quick_unpack(format, packed):
    kinds = _kinds_of(format)
    if not kinds or type(packed) is not bytes:
        return unpack(format, packed)
    values = []
    at = 0
    for kind in kinds:
        if kind == "S":
            end = packed.index(b"\0", at)
            values.append(packed[at:end].decode())
            at = end + 1
        elif kind == "u":
            values.append(packed[at:])
        else:
            some = packed[at : at + LONGEST]
            value, rest = unpack_int(some)
            values.append(value)
            at += len(some) - len(rest)
    return values


def use():
    binding.pack = quick_pack
    binding.unpack = quick_unpack
