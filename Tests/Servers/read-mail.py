#!/usr/bin/env python3
"""Reads mails with Python's own email package and says what is in them, for tests that compare.

Standard input: any number of mails, each after a line with the number of its bytes. Standard output: one JSON object a mail.
"""

import email
import json
import sys
from email.header import decode_header, make_header
from email.utils import getaddresses


def plain(value):
    # Folding is undone first, as RFC 5322, 2.2.3, has it: only the line end goes.
    return str(make_header(decode_header(value.replace("\r\n", "").replace("\n", ""))))


def mailboxes(message, name):
    raw = [value.replace("\r\n", "").replace("\n", "") for value in message.get_all(name, [])]
    return [[plain(shown), address] for shown, address in getaddresses(raw)]


def part(entity):
    content = entity.get_payload(decode=True)
    return {"type": entity.get_content_type(), "name": entity.get_filename(), "bytes": list(content),
            "charset": entity.get_param("charset")}


while line := sys.stdin.buffer.readline():
    message = email.message_from_bytes(sys.stdin.buffer.read(int(line)))
    leaves = [entity for entity in message.walk() if not entity.is_multipart()]
    print(json.dumps({
        "headers": message.keys(),
        "subject": plain(message["Subject"]),
        "from": mailboxes(message, "From"), "replyTo": mailboxes(message, "Reply-To"),
        "to": mailboxes(message, "To"), "cc": mailboxes(message, "Cc"),
        "messageID": message["Message-ID"], "inReplyTo": message["In-Reply-To"] or "",
        "references": (message["References"] or "").split(), "date": message["Date"],
        "parts": [part(leaf) for leaf in leaves],
        "defects": [str(defect) for entity in message.walk() for defect in entity.defects],
    }))
