# SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later
"""Keeps the threads that answer clients on one core.

Only one of them runs at a time, whoever has the interpreter. On several cores they wake each other up across them and wait for it
there: a command took half as much processor time and latency again (docs/decisions/0020). What the tables do by themselves
(checkpoints, eviction) needs no interpreter and stays where the system puts it.
"""

import os


def keep(server):
    """Has the server's class accept on one core; the thread of a connection inherits it. Only where the system knows of it."""
    if not hasattr(os, "sched_setaffinity"):
        return
    serve = server._serve_forever

    def serve_on_one(self):
        cores = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {cores[os.getpid() % len(cores)]})
        return serve(self)

    server._serve_forever = serve_on_one
