"""Why: a server and clients that are not the product's own: what was imported is loaded as a service loads it, the
password comes from a pipe, and clients show a certificate or none.

Usage: mutual_tls.py SERVER-CRT SERVER-KEY CA-CRT CRL CLIENTS-FOLDER <password
CRL may be empty. CLIENTS-FOLDER holds <name>.crt and <name>.key. Prints one JSON object: per client (and "nobody",
who shows none) what the server made of it, and what the client saw of the server."""
import json
import os
import socket
import ssl
import sys
import threading

server_crt, server_key, ca_crt, crl, clients = sys.argv[1:6]
password = sys.stdin.buffer.read()


def server_context():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(server_crt, server_key, password=lambda: password)
    context.load_verify_locations(cafile=ca_crt)
    context.verify_mode = ssl.CERT_REQUIRED
    if crl:
        context.load_verify_locations(cafile=crl)
        context.verify_flags |= ssl.VERIFY_CRL_CHECK_LEAF
    return context


def serve(listener, context, verdict):
    connection, _ = listener.accept()
    connection.settimeout(10)
    try:
        with context.wrap_socket(connection, server_side=True) as session:
            session.sendall(b"welcome")
            verdict["server"] = "accepted"
            verdict["subject"] = dict(part[0] for part in session.getpeercert()["subject"])
    except (ssl.SSLError, OSError) as error:
        verdict["server"] = "refused"
        verdict["reason"] = str(error)


def visit(port, name):
    context = ssl.create_default_context(cafile=ca_crt)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if name != "nobody":
        context.load_cert_chain(os.path.join(clients, name + ".crt"), os.path.join(clients, name + ".key"))
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
            with context.wrap_socket(connection, server_hostname="localhost") as session:
                return "welcome" if session.recv(7) == b"welcome" else "turned away"
    except ssl.SSLCertVerificationError as error:
        return "distrusts the server: " + str(error)
    except (ssl.SSLError, OSError):
        return "turned away"


context = server_context()
verdicts = {}
names = sorted(name[:-4] for name in os.listdir(clients) if name.endswith(".crt"))
for name in names + ["nobody"]:
    verdict = verdicts[name] = {}
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve, args=(listener, context, verdict))
        thread.start()
        verdict["client"] = visit(listener.getsockname()[1], name)
        thread.join()
print(json.dumps(verdicts))
