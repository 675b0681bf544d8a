# SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later
"""Looks for sessions and transactions that nobody goes on with once in a while, not at each command.

The store goes through all of them for each command, to take out what has been idle for minutes.
"""

import time

# Seconds between two looks.
LOOK = 0.5


def prune(*registries):
    """Has these classes look seldom. `prune_expired` and `prune_idle` may find nothing for so long."""
    for registry in registries:
        _look_seldom(registry)


def _look_seldom(registry):
    look = registry._prune_locked

    def look_seldom(self):
        now = time.monotonic()
        if now - getattr(self, "_looked_at", float("-inf")) < LOOK:
            return 0
        self._looked_at = now
        return look(self)

    registry._prune_locked = look_seldom
