#!/usr/bin/env python3
"""A mail server on 127.0.0.1 that does what a test asks of it. Python 3 alone, nothing else.

usage: misbehaving-mail-server.py DIR [BEHAVIOUR...]

Prints one line `BEHAVIOUR PORT` for `good` and for each behaviour of a whole connection, then `ready`, and goes on
until its standard input ends. Where DIR/tls holds server.pem and elsewhere.pem (and their keys), it offers STARTTLS.

A behaviour is STEP-ACTION. Those of a whole connection have a port of their own:
  STEP: greeting, ehlo, starttls, auth, mail, quit; ACTION as below.
  tls-none offers no STARTTLS, tls-elsewhere shows the certificate of another host, auth-echo repeats the password.
Those of one message stand at the beginning of the local part of a recipient, up to the next `.`:
  rcpt-450.ada@customer.test is answered 450 at RCPT. STEP: rcpt, data (the command), dot (the whole message);
  body-close closes after the first line of the message. next-close and next-421 take the message, and then do that
  to whatever command comes next on the connection.
ACTION: three digits are the answer (421 closes as well), close closes, silent says nothing until the client leaves,
once450 is 450 the first time and never again for that recipient, lines answers 550 in three lines.

DIR/log.jsonl has one JSON object a line: {"event": "connected" | "data" | "kept" | "refused" | "quit", "connection": N, ...}.
`data` is written when the server asks for a message, `kept` when it has taken one on (and DIR/N.eml holds it), whatever
the client was told: somebody may read that message.
"""

import base64
import json
import os
import pathlib
import re
import socket
import ssl
import sys
import threading


class Leave(Exception):
    """The connection ends here."""


class Mailroom:
    """What all connections share: the log, the messages, who was refused once."""

    def __init__(self, folder):
        self.folder = folder
        self.lock = threading.Lock()
        self.connections = 0
        self.messages = 0
        self.refused_once = set()

    def note(self, event, connection, **more):
        with self.lock, (self.folder / "log.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps({"event": event, "connection": connection, **more}) + "\n")

    def keep(self, message):
        with self.lock:
            self.messages += 1
            name = f"{self.messages}.eml"
            (self.folder / name).write_bytes(message)
        return name

    def next_connection(self):
        with self.lock:
            self.connections += 1
            return self.connections

    def is_first_time(self, recipient):
        with self.lock:
            first = recipient not in self.refused_once
            self.refused_once.add(recipient)
        return first


class Connection:
    """One client, from greeting to farewell."""

    def __init__(self, mailroom, stream, behaviour):
        self.mailroom = mailroom
        self.number = mailroom.next_connection()
        self.step, _, self.action = behaviour.partition("-")
        self.on_next = None
        self.is_encrypted = False
        self.forget()
        self.use(stream)

    def use(self, stream):
        self.stream = stream
        self.reader = stream.makefile("rb")

    def forget(self):
        self.sender, self.recipients = None, []

    def say(self, *lines):
        self.stream.sendall("".join(line + "\r\n" for line in lines).encode())

    def line(self):
        line = self.reader.readline(1 << 16)
        if not line:
            raise Leave
        return line

    def act(self, action, recipient=None):
        """Does what the behaviour says. True if the step is over with it, False if it goes on as usual."""
        if action == "close":
            raise Leave
        if action == "silent":
            while self.reader.readline(1 << 16):
                pass
            raise Leave
        if action == "lines":
            self.say("550-5.7.1 first", "550-5.7.1 second", "550 5.7.1 third")
            return True
        if action == "once450":
            if self.mailroom.is_first_time(recipient):
                self.say("450 4.7.1 greylisted, come again")
                return True
            return False
        if re.fullmatch(r"[45]\d\d", action or ""):
            self.say(f"{action} {action[0]}.9.9 as the test asks")
            if action == "421":
                raise Leave
            return True
        return False

    def act_at(self, step):
        return self.step == step and self.act(self.action)

    def asked_of(self, step):
        """The action that one of the message's recipients asks for at a step."""
        for recipient in self.recipients:
            word = re.match(r"([a-z]+)-([a-z0-9]+)\.", recipient)
            if word and word[1] == step:
                return word[2]
        return None

    def run(self):
        self.mailroom.note("connected", self.number)
        try:
            if not self.act_at("greeting"):
                self.say("220 misbehaving.test ready")
            while True:
                self.command(self.line().decode("latin-1").rstrip("\r\n"))
        except (Leave, OSError, ValueError):
            pass
        finally:
            self.reader.close()
            self.stream.close()

    def command(self, text):
        verb = text[:4].upper()
        if self.on_next:
            action, self.on_next = self.on_next, None
            if self.act(action):
                return
        if verb in ("EHLO", "HELO"):
            self.hello()
        elif verb == "STAR":
            self.encrypt()
        elif verb == "AUTH":
            self.authenticate(text[5:])
        elif verb == "MAIL":
            self.forget()
            if not self.act_at("mail"):
                self.sender = text[text.index("<") + 1 : text.index(">")]
                self.say("250 2.1.0 go on")
        elif verb == "RCPT":
            self.recipient(text[text.index("<") + 1 : text.index(">")])
        elif verb == "DATA":
            self.data()
        elif verb == "QUIT":
            self.mailroom.note("quit", self.number)
            if not self.act_at("quit"):
                self.say("221 2.0.0 farewell")
            raise Leave
        else:
            self.say("250 2.0.0 fine" if verb in ("RSET", "NOOP") else "502 5.5.2 not known here")

    def certificate(self):
        name = "elsewhere" if (self.step, self.action) == ("tls", "elsewhere") else "server"
        return self.mailroom.folder / "tls" / f"{name}.pem"

    def offers_tls(self):
        return not self.is_encrypted and (self.step, self.action) != ("tls", "none") and self.certificate().exists()

    def hello(self):
        if self.act_at("ehlo"):
            return
        tls = ["250-STARTTLS"] if self.offers_tls() else []
        self.say("250-misbehaving.test", *tls, "250-SIZE 52428800", "250-AUTH PLAIN LOGIN", "250 8BITMIME")

    def encrypt(self):
        if self.act_at("starttls"):
            return
        if not self.offers_tls():
            self.say("502 5.5.1 no such command")
            return
        self.say("220 2.0.0 go on")
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate(), self.certificate().with_suffix(".key"))
        self.use(context.wrap_socket(self.stream, server_side=True))
        self.is_encrypted = True

    def authenticate(self, words):
        mechanism, _, first = words.partition(" ")
        if mechanism.upper() != "PLAIN":
            self.say("504 5.5.4 not known here")
            return
        if not first:
            self.say("334 ")
            first = self.line().decode().strip()
        password = base64.b64decode(first).split(b"\0")[2].decode()
        self.mailroom.note("authenticated", self.number, encrypted=self.is_encrypted)
        if (self.step, self.action) == ("auth", "echo"):
            self.say(f"535 5.7.8 {password} and {first} are wrong")
        elif not self.act_at("auth"):
            self.say("235 2.7.0 welcome")

    def recipient(self, address):
        self.recipients.append(address)
        action = self.asked_of("rcpt") if address.startswith("rcpt-") else None
        if action:
            self.recipients.pop()
            if self.act(action, address):
                self.mailroom.note("refused", self.number, to=address)
                return
            self.recipients.append(address)
        self.say("250 2.1.5 go on")

    def data(self):
        if not self.recipients:
            self.say("503 5.5.1 for whom?")
            return
        action = self.asked_of("data")
        if action and self.act(action):
            return
        self.mailroom.note("data", self.number, to=self.recipients)
        self.say("354 go on")
        message = bytearray()
        while (line := self.line()) != b".\r\n":
            if self.asked_of("body"):
                raise Leave
            message += line[1:] if line.startswith(b".") else line
        self.answer(bytes(message))

    def answer(self, message):
        action = self.asked_of("dot")
        # Who says nothing to the dot may well have the message.
        if action in (None, "close", "silent", "250close"):
            name = self.mailroom.keep(message)
            self.mailroom.note("kept", self.number, to=self.recipients, **{"from": self.sender, "file": name})
        if action and self.act(action):
            return
        self.say(f"250 2.0.0 taken on as {self.mailroom.messages}")
        self.on_next = self.asked_of("next")
        self.forget()
        if action == "250close":
            raise Leave


def listen(mailroom, behaviour):
    server = socket.create_server(("127.0.0.1", 0), backlog=64)
    print(behaviour, server.getsockname()[1], flush=True)

    def accept():
        while True:
            stream, _ = server.accept()
            stream.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=Connection(mailroom, stream, behaviour).run, daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()


def main():
    # A test's own files and pipes are none of a server's business.
    os.closerange(3, 4096)
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    mailroom = Mailroom(folder)
    for behaviour in ["good", *sys.argv[2:]]:
        listen(mailroom, behaviour)
    print("ready", flush=True)
    sys.stdin.read()


main()
