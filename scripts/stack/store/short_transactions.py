# SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later
"""Rolls back the transactions of clients that died in their middle.

Until then such a transaction blocks the documents that it had touched. The store's own 60 s can be changed by its programming
interface only, and it looks for such transactions only when another transaction speaks: a plain write to a document of theirs
would wait for ever.
"""

import threading
import time

# Seconds that a transaction may last.
LIFETIME = 10.0
# Seconds between two looks.
LOOK = 1.0


def look_after(server, registry):
    server.__init__.__kwdefaults__["transaction_lifetime_seconds"] = LIFETIME
    begin = registry.__init__

    def begin_and_look_after(self, *args, **named):
        begin(self, *args, **named)

        def look():
            while True:
                time.sleep(LOOK)
                self.prune_expired()

        threading.Thread(target=look, daemon=True).start()

    registry.__init__ = begin_and_look_after
