#!/usr/bin/env python3
"""Passes connections on to a server on 127.0.0.1, and cuts each off after so many bytes of the server's. Python 3 alone.

usage: cutting-proxy.py PORT FILE

FILE holds the number of bytes, and is read for each connection; where it is empty or not there nothing is cut. Prints
`port N`, then `ready`, and goes on until its standard input ends.
"""

import os
import pathlib
import socket
import sys
import threading


def pump(source, target, limit, both):
    """Passes on at most `limit` bytes, then ends both connections."""
    passed = 0
    try:
        while part := source.recv(65536):
            if limit is not None:
                part = part[: limit - passed]
            passed += len(part)
            target.sendall(part)
            if limit is not None and passed >= limit:
                break
    except OSError:
        pass
    for end in both:
        try:
            end.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass


def pass_on(stream, port, limit):
    with stream, socket.create_connection(("127.0.0.1", port)) as server:
        both = (stream, server)
        there = threading.Thread(target=pump, args=(stream, server, None, both), daemon=True)
        there.start()
        pump(server, stream, limit, both)
        there.join()


def main():
    # A test's own files and pipes are none of a server's business.
    os.closerange(3, 4096)
    port, file = int(sys.argv[1]), pathlib.Path(sys.argv[2])
    listener = socket.create_server(("127.0.0.1", 0), backlog=64)
    print("port", listener.getsockname()[1], flush=True)

    def accept():
        while True:
            stream, _ = listener.accept()
            text = file.read_text().strip() if file.exists() else ""
            limit = int(text) if text else None
            threading.Thread(target=pass_on, args=(stream, port, limit), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    print("ready", flush=True)
    sys.stdin.read()


main()
