#!/usr/bin/env python3
"""A server on 127.0.0.1 that speaks OpenAI's chat completions as far as a client asks. Python 3 alone, nothing else.

usage: chat-model.py FOLDER [CERTIFICATE KEY]

Prints `port NUMBER`, then `ready`, and goes on until its standard input ends; with a certificate it speaks TLS. What a
model of the name NAME answers stands in FOLDER/NAME.json, one object: `content` (the words of the answer), `status`
(200 where it is left out), `body` (the whole body in place of a completion), `location` (a redirect), `silent` (says
nothing until the client goes), `flood` (a body without end). Each request is written to FOLDER/requests.jsonl.
"""

import http.server
import json
import os
import ssl
import sys
import threading

folder = sys.argv[1]


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *words):
        pass

    def note(self, body):
        with open(os.path.join(folder, "requests.jsonl"), "a") as file:
            file.write(json.dumps({
                "path": self.path, "authorization": self.headers.get("Authorization"), "body": body}) + "\n")

    def do_GET(self):
        self.note(None)
        self.send_error(404)

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.note(body)
        with open(os.path.join(folder, body["model"] + ".json")) as file:
            way = json.load(file)
        if way.get("silent"):
            self.rfile.read(1)
            return
        if way.get("flood"):
            self.send_response(200)
            self.end_headers()
            try:
                while True:
                    self.wfile.write(b" " * 65536)
            except OSError:
                return
        completion = {
            "id": "chatcmpl-1", "object": "chat.completion", "created": 1773300000, "model": body["model"],
            "choices": [{
                "index": 0, "finish_reason": "stop", "logprobs": None,
                "message": {"role": "assistant", "content": way.get("content"), "refusal": None}}],
            "usage": {"prompt_tokens": 200, "completion_tokens": 40, "total_tokens": 240, "cost": 0.0012}}
        answer = way["body"] if "body" in way else json.dumps(completion)
        answer = answer.encode()
        self.send_response(way.get("status", 200))
        if "location" in way:
            self.send_header("Location", way["location"])
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)


def main():
    # What the tests' process had open for others is not ours.
    os.closerange(3, 1024)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if len(sys.argv) > 3:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[2], sys.argv[3])
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print("port", server.server_address[1])
    print("ready", flush=True)
    sys.stdin.read()


main()
