# SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later
"""Takes what a client sends in one call of the system, not in four.

For each command the store asks whether there is something, takes 16 bytes, asks whether there is more and takes that; with each of
these calls another thread gets the interpreter, which has to be waited for. Here it takes what has come, and the system itself waits
as long as a client may be idle.
"""

import socket
import ssl
import struct
import sys
import threading

from secantus.wire import HEADER_SIZE, MAX_MESSAGE_SIZE, ConnectionClosed

# Bytes that are asked for at once.
PORTION = 64 * 1024


class Held(threading.local):
    """What has come on the connection of this thread and is not read yet."""

    sock = None
    rest = b""


def know_address(server):
    """Has the server's class ask the system for its address once, not at each command."""
    ask = server.address.fget

    def address(self):
        known = getattr(self, "_known_address", None)
        if known is None or known[0] is not self._socket:
            known = self._known_address = (self._socket, ask(self))
        return known[1]

    server.address = property(address)


class Frame:
    """One message that is there, to be read as from a socket."""

    def __init__(self, message):
        self._message = message
        self._at = 0

    def recv(self, count):
        begin = self._at
        self._at = begin + count
        return self._message[begin : self._at]


def take(server_module):
    """Has the server's module read so. Each connection has a thread of its own."""
    read_message = server_module.read_message
    held = Held()

    def read_whole(sock):
        if held.sock is not sock:
            held.sock, held.rest = sock, b""
            _wait_in_system(sock)
        message, held.rest = _message_of(sock, held.rest)
        return read_message(Frame(message))

    server_module.read_message = read_whole


def _message_of(sock, come):
    """The next message, and what has come behind it. Of one whose length is wrong only its head."""
    while len(come) < HEADER_SIZE:
        come += _portion(sock, PORTION)
    (length,) = struct.unpack_from("<i", come)
    if not HEADER_SIZE <= length <= MAX_MESSAGE_SIZE:
        length = HEADER_SIZE
    if len(come) < length:
        portions = [come]
        missing = length - len(come)
        while missing > 0:
            portion = _portion(sock, max(PORTION, missing))
            portions.append(portion)
            missing -= len(portion)
        come = b"".join(portions)
    return come[:length], come[length:]


def _portion(sock, count):
    try:
        portion = sock.recv(count)
    except BlockingIOError as waited:
        raise TimeoutError from waited
    if not portion:
        raise ConnectionClosed
    return portion


def _wait_in_system(sock):
    """Python waits for a socket with a time limit by a call of its own before each other one."""
    limit = sock.gettimeout()
    if not limit or isinstance(sock, ssl.SSLSocket) or sys.platform != "linux":
        return
    timeval = struct.pack("ll", int(limit), int(limit % 1 * 1_000_000))
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, timeval)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, timeval)
    sock.settimeout(None)
