#!/usr/bin/env python3
"""An IMAP server on 127.0.0.1 that holds its client up, floods it or lies to it. Python 3 alone, nothing else.

usage: hostile-mailbox.py CASE...

Prints one line `CASE PORT` for each, then `ready`, and goes on until its standard input ends. A case is STEP-WAY. It is
an ordinary server with three mails up to the step: greeting, login, examine, list, fetch. The ways:
  silent says nothing more; drip sends a byte of an endless line every tenth of a second; flood sends an endless line;
  lines sends answers without end, each a right one; plus asks to go on without end; huge announces a literal of ten
  billion bytes; short announces more than it sends, and closes; repeat sends the same mails without end; none says
  that it is done and gives nothing; tag ends a command that nobody gave; bye takes its leave, in a terminal's signs.
"""

import os
import re
import socket
import sys
import threading
import time

MAIL = b"Subject: hello\r\n\r\nGood morning\r\n"


class Connection:
    """One client, until it leaves or is left."""

    def __init__(self, stream, case):
        self.stream = stream
        self.reader = stream.makefile("rb")
        self.step, _, self.way = case.partition("-")

    def say(self, *lines):
        self.stream.sendall(b"".join(line + b"\r\n" for line in lines))

    def mail(self, number):
        size = b"%d" % len(MAIL)
        return b'* %d FETCH (UID %d INTERNALDATE "17-Jul-2026 02:44:25 +0000" BODY[] {%s}\r\n%s)' % (
            number, number, size, MAIL)

    def forever(self, line):
        block = (line + b"\r\n") * 500
        while True:
            self.stream.sendall(block)

    def misbehave(self, tag):
        """What the case does at its step; true where the client may go on."""
        if self.way == "silent":
            while self.reader.readline(1 << 16):
                pass
        elif self.way == "drip":
            while True:
                self.stream.sendall(b"*" if self.step == "greeting" else b"x")
                time.sleep(0.1)
        elif self.way == "flood":
            while True:
                self.stream.sendall(b"* x" * 20_000)
        elif self.way == "lines":
            right = {"greeting": b"* OK ready", "list": b"* 1 FETCH (UID 1 RFC822.SIZE 30)"}
            self.forever(right.get(self.step, b"* OK [UIDVALIDITY 7] fine"))
        elif self.way == "plus":
            self.forever(b"+ go on")
        elif self.way == "huge":
            self.say(b"* 1 FETCH (UID 1 BODY[] {9999999999}")
            self.forever(b"x" * 60)
        elif self.way == "short":
            self.say(b"* 1 FETCH (UID 1 BODY[] {3000}", b"the beginning")
        elif self.way == "repeat":
            self.forever(self.mail(1))
        elif self.way == "none":
            self.say(tag + b" OK done")
            return True
        elif self.way == "tag":
            self.say(b"A99 OK done", tag + b" OK done")
        elif self.way == "bye":
            self.say(b"* BYE \x1b[2J\x1b[31mgo\x07 away")
        return False

    def run(self):
        try:
            self.greet()
        except (OSError, ValueError):
            pass
        finally:
            self.reader.close()
            self.stream.close()

    def greet(self):
        if self.step == "greeting":
            self.misbehave(b"*")
            return
        self.say(b"* OK [CAPABILITY IMAP4rev1] ready")
        while line := self.reader.readline(1 << 16):
            tag, verb, rest = (line.split(None, 2) + [b"", b"", b""])[:3]
            if not self.is_at_step(verb.upper(), rest.upper()):
                self.answer(tag, verb.upper(), rest.upper())
            elif not self.misbehave(tag):
                return

    def is_at_step(self, verb, rest):
        if verb == b"UID":
            # Asked whether they are there, the mails that it keeps back are.
            return self.step == ("list" if b"RFC822.SIZE" in rest else "fetch" if b"BODY" in rest else None)
        return self.step == {b"LOGIN": "login", b"EXAMINE": "examine"}.get(verb)

    def answer(self, tag, verb, rest):
        if verb == b"CAPABILITY":
            self.say(b"* CAPABILITY IMAP4rev1")
        elif verb == b"EXAMINE":
            self.say(b"* 3 EXISTS", b"* OK [UIDVALIDITY 7] lasting", b"* OK [UIDNEXT 4] next")
        elif verb == b"UID" and b"RFC822.SIZE" in rest:
            self.say(*[b"* %d FETCH (UID %d RFC822.SIZE %d)" % (n, n, len(MAIL)) for n in (1, 2, 3)])
        elif verb == b"UID":
            numbers = [int(number) for number in re.findall(rb"\d+", rest.split()[1])]
            self.say(*[self.mail(n) if b"BODY" in rest else b"* %d FETCH (UID %d)" % (n, n) for n in numbers])
        self.say(tag + b" OK done")


def listen(case):
    server = socket.create_server(("127.0.0.1", 0), backlog=64)
    print(case, server.getsockname()[1], flush=True)

    def accept():
        while True:
            stream, _ = server.accept()
            threading.Thread(target=Connection(stream, case).run, daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()


def main():
    # A test's own files and pipes are none of a server's business.
    os.closerange(3, 4096)
    for case in sys.argv[1:]:
        listen(case)
    print("ready", flush=True)
    sys.stdin.read()


main()
