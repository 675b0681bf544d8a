# SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later
"""Runs the embedded document store (SecantusDB) with what its command line cannot say; options as `secantusd-py` takes them."""

import id_first
import known_catalogue
import one_core
import plain_conditions
import plain_copies
import quick_keys
import seldom_pruned
import short_transactions
import unchanged_entries
import unwatched
import whole_frames
from secantus import aggregate, commands, projection, query, server, storage, update
from secantus.cli import main
from secantus.server import SecantusDBServer
from secantus.sessions import SessionRegistry
from secantus.storage import Storage
from secantus.transactions import TransactionRegistry

short_transactions.look_after(SecantusDBServer, TransactionRegistry)
if known_catalogue.is_known_version():
    known_catalogue.keep(Storage)
    unchanged_entries.leave(Storage)
    id_first.prefer(Storage)
    plain_conditions.quicken(query, (storage, commands, aggregate, projection))
    plain_copies.use(update, projection)
    quick_keys.use()
    seldom_pruned.prune(SessionRegistry, TransactionRegistry)
    whole_frames.take(server)
    whole_frames.know_address(SecantusDBServer)
    one_core.keep(SecantusDBServer)
    unwatched.log_when_watched(server, SecantusDBServer, Storage, commands)
raise SystemExit(main())
