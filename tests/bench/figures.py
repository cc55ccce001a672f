#!/usr/bin/python3
"""Why: the figures that the product promises, measured side by side in one run on one machine.

Usage: figures.py CERTWRIGHT-CLI [RUNS]
Prints the median wall time of `import` against the same steps over the openssl command line (goal: at most 1/4), the
CPU time of `check` (goal: at most 25 ms) and the peak memory of an import (goal: under 32 MiB). Exits with 1 if a goal
is missed."""
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

cli = os.path.abspath(sys.argv[1])
runs = int(sys.argv[2]) if len(sys.argv) > 2 else 15
script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "openssl_import.sh")
password = b"practice"


def measured(command):
    """Runs a command; returns wall seconds, CPU seconds and peak memory in MiB."""
    before = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    process.stdin.write(password)
    process.stdin.close()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - before
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]} ended with {process.returncode}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


with tempfile.TemporaryDirectory() as folder:
    practice = os.path.join(folder, "practice")
    subprocess.run([cli, "practice", practice], check=True, stdout=subprocess.DEVNULL)
    material = os.path.join(practice, "material", "good-pem")
    selection = ["--service", "streamserver", "--password-stdin", material]
    ours, theirs, checks, memory = [], [], [], []
    for run in range(runs):
        roots = []
        for name in ("ours", "theirs"):
            root = os.path.join(folder, f"{name}{run}")
            shutil.copytree(os.path.join(practice, "services", "streamserver"), root)
            roots.append(root)
        wall, _, peak = measured([cli, "import", "--yes", "--root", roots[0]] + selection)
        ours.append(wall)
        memory.append(peak)
        theirs.append(measured([script, material, roots[1]])[0])
        checks.append(measured([cli, "check", "--root", roots[0]] + selection)[1])

ratio = statistics.median(ours) / statistics.median(theirs)
cpu = statistics.median(checks) * 1000
peak = max(memory)
print(f"runs                 {runs}")
print(f"import               {statistics.median(ours) * 1000:8.1f} ms wall, median")
print(f"openssl script       {statistics.median(theirs) * 1000:8.1f} ms wall, median")
print(f"ratio                {ratio:8.3f}     goal <= 0.25")
print(f"check                {cpu:8.1f} ms CPU, median    goal <= 25")
print(f"peak memory, import  {peak:8.1f} MiB    goal < 32")
sys.exit(0 if ratio <= 0.25 and cpu <= 25 and peak < 32 else 1)
