"""Why: what clients notice of a replacement must be nothing: many connections, one after another and side by side, while
certificates change under them.

Usage: tls_load.py PORT CA-CRT CLIENT-CRT CLIENT-KEY NAME COUNT STOP-FILE
Connects at least COUNT times, and until STOP-FILE exists (200 s at most). Prints one JSON object: how many connections,
the failures by text, and how many certificates were seen."""
import collections
import hashlib
import json
import os
import socket
import ssl
import sys
import threading
import time

port, ca, crt, key, name, count, stop = sys.argv[1:8]
threads = 8
until = time.monotonic() + 200
lock = threading.Lock()
done = 0
failures = collections.Counter()
seen = set()


def once(context):
    with socket.create_connection(("127.0.0.1", int(port)), timeout=10) as plain:
        with context.wrap_socket(plain, server_hostname=name) as session:
            leaf = hashlib.sha256(session.getpeercert(binary_form=True)).hexdigest()
            session.sendall(b"GET / HTTP/1.0\r\nHost: " + name.encode() + b"\r\n\r\n")
            answer = b""
            while part := session.recv(4096):
                answer += part
    if not answer.startswith(b"HTTP/1.1 200"):
        raise OSError("answer " + answer[:40].decode(errors="replace"))
    return leaf


def work():
    global done
    context = ssl.create_default_context(cafile=ca)
    context.load_cert_chain(crt, key)
    while time.monotonic() < until:
        with lock:
            if done >= int(count) and os.path.exists(stop):
                return
            done += 1
        try:
            leaf = once(context)
            with lock:
                seen.add(leaf)
        except OSError as error:
            with lock:
                failures[str(error)] += 1


workers = [threading.Thread(target=work) for _ in range(threads)]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
print(json.dumps({"connections": done, "failures": failures, "certificates": len(seen)}))
