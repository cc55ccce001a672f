#!/usr/bin/python3
"""Why: what installing, updating and rolling back a large revocation list costs must not grow with the list.

Usage: large_history.py CLI MAKER FOLDER ENTRIES...
For each number of entries a practice AOI service gets a list of that many (import), then a newer one (crl-update), and
goes back (rollback). Prints CPU seconds and peak MiB of each, and whether the rollback brought the old list back to the
octet. FOLDER must not exist; it is removed."""
import filecmp
import os
import shutil
import subprocess
import sys
import time

cli, maker, folder = (os.path.abspath(path) for path in sys.argv[1:4])


def measured(name, entries, command, typed="", ends=(0,)):
    began = time.monotonic()
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    process.stdin.write(typed)
    process.stdin.close()
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    print(f"{entries:>10} {name:12}{usage.ru_utime + usage.ru_stime:8.1f} s CPU{time.monotonic() - began:8.1f} s"
          f"{usage.ru_maxrss / 1024:9.1f} MiB", flush=True)
    if process.returncode not in ends:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}:\n{said}")


for count in sys.argv[4:]:
    os.makedirs(folder)
    try:
        practice = os.path.join(folder, "practice")
        subprocess.run([maker, folder, count, "newer"], check=True)
        os.remove(os.path.join(folder, "big.der"))
        subprocess.run([cli, "practice", practice], check=True, stdout=subprocess.DEVNULL)
        root = os.path.join(practice, "services", "aoi")
        service = ["--service", "aoi", "--root", root, "--home", practice, "--yes"]
        files = [os.path.join(folder, name) for name in ("ca.pem", "server.pem", "server.key", "big.pem")]
        os.chmod(files[2], 0o600)
        measured("import", count, [cli, "import", *service, "--password-stdin", "--host", "server.example", *files],
                 "practice\n")
        installed = [os.path.join(place, name) for place, _, names in os.walk(root) for name in names
                     if ".certwright" not in place and os.path.getsize(os.path.join(place, name)) > 1000000]
        assert len(installed) == 1 and filecmp.cmp(installed[0], files[-1], shallow=False), installed
        measured("crl-update", count, [cli, "crl-update", *service,
                                       os.path.join(folder, "newer.pem")])
        assert filecmp.cmp(installed[0], os.path.join(folder, "newer.pem"), shallow=False)
        measured("rollback", count, [cli, "rollback", *service])
        assert filecmp.cmp(installed[0], files[-1], shallow=False)
        # The certificate is not for the practice service's host, which verify says.
        measured("verify", count, [cli, "verify", *service[:-1]], ends=(0, 1))
    finally:
        shutil.rmtree(folder)
