# SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later
"""Holds what stands in the place of the store's own functions against these, with random input.

`python compare.py <seed> <rounds>`: exit 1 with the first difference. Run by compare.stack.spec.ts.
"""

import contextlib
import copy
import random
import socket
import struct
import sys
import threading
from datetime import datetime, timedelta
from types import SimpleNamespace

import bson
import plain_conditions
import plain_copies
import quick_keys
import whole_frames
from bson import Decimal128, Int64, ObjectId, Regex
from secantus import query, wire
from wiredtiger.packing import pack, unpack

TEXTS = ["", "a", "b", "ab", "中", "A", "a b"]
START = datetime(2026, 11, 30)


class Made:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def scalar(self, kind=None):
        pick = self.random
        kind = pick.choice(["text", "date", "whole", "other"]) if kind is None else kind
        if kind == "text":
            return pick.choice(TEXTS)
        if kind == "date":
            return START + timedelta(seconds=pick.randint(-2, 2))
        if kind == "whole":
            return pick.randint(-2, 2) if pick.random() < 0.8 else pick.randint(-(2**40), 2**40)
        return pick.choice(
            [
                pick.choice([0.5, 1.0, -0.0, float("nan")]),
                pick.choice([True, False, None]),
                Int64(pick.randint(-2, 2)),
                Decimal128("1"),
                b"a",
                Regex("a"),
                ObjectId(b"123456789012"),
            ]
        )

    def value(self, deep=2):
        kind = self.random.random()
        if deep == 0 or kind < 0.7:
            return self.scalar()
        if kind < 0.85:
            return [self.value(deep - 1) for _ in range(self.random.randint(0, 3))]
        return {name: self.value(deep - 1) for name in self.random.sample("abc", self.random.randint(0, 3))}

    def document(self):
        return stored({name: self.value() for name in self.random.sample("abcd", self.random.randint(0, 4))})

    def condition(self):
        pick = self.random
        kind = pick.random()
        if kind < 0.3:
            return self.scalar()
        if kind < 0.5:
            return {"$in": [self.scalar() if pick.random() < 0.2 else pick.choice(TEXTS) for _ in range(6)]}
        names = ["$eq", "$gt", "$gte", "$lt", "$lte"]
        names += ["$ne", "$exists", "$nothing"] if pick.random() < 0.2 else []
        kind = pick.choice(["date", "whole", None])
        return {name: self.scalar(kind) for name in pick.sample(names, pick.randint(1, 2))}

    def filter(self):
        names = self.random.sample(["a", "b", "c", "d", "a.b", "$comment"], self.random.randint(0, 3))
        return stored({name: self.condition() for name in names})


def stored(document):
    """As it comes out of a message or a table."""
    return bson.decode(bson.encode(document))


def outcome(work):
    try:
        return repr(work())
    except Exception as error:  # noqa: BLE001 - whatever it is must be the same
        return f"{type(error).__name__}: {error}"


def same(what, given, own, ours):
    if own != ours:
        print(f"{what} of {given!r}: the store says {own}, ours {ours}")
        sys.exit(1)


def compare_conditions(made, rounds):
    own = query.matches
    plain_conditions.quicken(query, ())
    ours = query.matches
    found = 0
    for _ in range(rounds):
        filter = made.filter()
        for document in [made.document() for _ in range(5)]:
            query.matches = own
            expected = outcome(lambda: own(document, filter))
            query.matches = ours
            same("matches", (document, filter), expected, outcome(lambda: ours(document, filter)))
            found += expected == "True" and filter != {}
    if found < rounds // 10:
        print(f"only {found} documents met a condition")
        sys.exit(1)


def compare_keys(made, rounds):
    for _ in range(rounds):
        format = made.random.choice(["SSSu", "SSu", "SSq", "SS", "S", "q", "r", "u", "Su", "uS", "2sS", "Bq"])
        values = [
            made.random.choice([*TEXTS, "a\0b"])
            if kind in "Ss"
            else made.random.randbytes(made.random.randint(0, 9))
            if kind == "u"
            else made.random.choice([0, 1, 63, 64, 8255, 8256, 8257, made.random.randint(0, 2**62)])
            if kind != "B"
            else 7
            for kind in format
            if not kind.isdigit()
        ]
        packed = outcome(lambda: pack(format, *values))
        same("pack", (format, values), packed, outcome(lambda: quick_keys.quick_pack(format, *values)))
        if packed.startswith("b'") or packed.startswith('b"'):
            bytes_ = pack(format, *values)
            same(
                "unpack",
                (format, bytes_),
                outcome(lambda: unpack(format, bytes_)),
                outcome(lambda: quick_keys.quick_unpack(format, bytes_)),
            )


def compare_copies(made, rounds):
    for _ in range(rounds):
        document = made.document()
        ours = plain_copies.plain_copy(document)
        same("copy", document, bson.encode(copy.deepcopy(document)), bson.encode(ours))
        if any(ours[name] is value for name, value in document.items() if isinstance(value, (dict, list))):
            print(f"not copied: {document!r}")
            sys.exit(1)


def sent(made):
    """Some messages behind each other, the last one cut off or of a wrong length at times."""
    parts = []
    for number in range(made.random.randint(1, 5)):
        body = struct.pack("<ib", 0, 0) + bson.encode({"ping": 1, "of": made.document()})
        body += made.random.randbytes(made.random.choice([0, 0, 0, 3]))
        length = made.random.choice([16 + len(body)] * 20 + [5, wire.MAX_MESSAGE_SIZE + 1])
        parts.append(struct.pack("<iiii", length, number, 0, wire.OP_MSG) + body)
    whole = b"".join(parts)
    return whole[: -made.random.randint(1, 20)] if made.random.random() < 0.2 else whole


def received(read, whole, portions):
    """What a reader makes of it, sent in these portions, up to the end or the first error that ends a connection."""
    here, there = socket.socketpair()
    here.settimeout(10)

    def send():
        at = 0
        with there, contextlib.suppress(OSError):
            for size in portions:
                there.sendall(whole[at : at + size])
                at += size
            there.sendall(whole[at:])

    sender = threading.Thread(target=send)
    sender.start()
    outcomes = []
    with here:
        while not outcomes or "MalformedBodyError" in outcomes[-1] or "Message(" in outcomes[-1]:
            outcomes.append(outcome(lambda: read(here)))
    sender.join()
    return outcomes


def compare_frames(made, rounds):
    module = SimpleNamespace(read_message=wire.read_message)
    whole_frames.take(module)
    for _ in range(rounds // 10):
        whole = sent(made)
        portions = [made.random.choice([1, 7, 16, 40, 70_000]) for _ in range(made.random.randint(0, 12))]
        own = received(wire.read_message, whole, portions)
        same("read_message", (whole, portions), own, received(module.read_message, whole, portions))


if __name__ == "__main__":
    made = Made(int(sys.argv[1]))
    rounds = int(sys.argv[2])
    compare_keys(made, rounds)
    compare_copies(made, rounds)
    compare_conditions(made, rounds)
    compare_frames(made, rounds)
