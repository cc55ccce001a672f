#!/usr/bin/python3
"""Why: how long a person waits for the window, against the least that such a window costs, side by side in one run.

Usage: start_up.py CERTWRIGHT BARE-WIZARD FIRST-PAINT-LIBRARY [RUNS]
Both programs are started in turn and ended by the library as soon as their first picture has gone to the display. Prints
wall time, CPU time and peak resident memory of each, and the median of the ratios pair by pair (goal: at most 1.6; resident
memory at most 60 MiB), under QT_QPA_PLATFORM if it is set, else under an own X server (Xvfb). Exits with 1 if a goal is
missed."""
import os
import statistics
import subprocess
import sys
import tempfile
import time

ours, bare, library = (os.path.abspath(path) for path in sys.argv[1:4])
runs = int(sys.argv[4]) if len(sys.argv) > 4 else 25
most_ratio, most_memory = 1.6, 60


def measured(command, environment):
    """Runs a command to its first picture; returns wall and CPU milliseconds, memory in MiB and what was painted."""
    before = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - before
    process.returncode = os.waitstatus_to_exitcode(status)
    painted = said.decode().strip().splitlines()[-1:]
    if process.returncode != 0 or not painted:
        sys.exit(f"{command[0]} ended with {process.returncode}: {said.decode()}")
    return wall * 1000, (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / 1024, painted[0]


def settled(home):
    """An environment without anybody's settings."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "QT_"))}
    if "QT_QPA_PLATFORM" in os.environ:
        environment["QT_QPA_PLATFORM"] = os.environ["QT_QPA_PLATFORM"]
    runtime = os.path.join(home, "runtime")
    os.makedirs(runtime, mode=0o700, exist_ok=True)
    environment.update(HOME=home, XDG_RUNTIME_DIR=runtime, LC_ALL="C.UTF-8", LD_PRELOAD=library)
    return environment


def row(name, figures):
    print(f"{name:13}" + "".join(f"{statistics.median(column):9.1f}" for column in figures))


with tempfile.TemporaryDirectory() as home:
    environment = settled(home)
    mine, theirs = [], []
    for run in range(runs + 2):
        pair = measured([ours], environment), measured([bare], environment)
        if run >= 2:  # the first ones read the files into the cache
            mine.append(pair[0])
            theirs.append(pair[1])

wall = statistics.median(a[0] / b[0] for a, b in zip(mine, theirs))
cpu = statistics.median(a[1] / b[1] for a, b in zip(mine, theirs))
memory = statistics.median(a[2] for a in mine)
print(f"runs {runs}, first pictures: {mine[0][3]} and {theirs[0][3]}")
print("              wall ms   CPU ms      MiB   (medians)")
row("certwright", list(zip(*mine))[:3])
row("bare wizard", list(zip(*theirs))[:3])
print(f"ratio        {wall:9.2f}{cpu:9.2f}            goal <= {most_ratio}; memory goal <= {most_memory} MiB")
sys.exit(0 if max(wall, cpu) <= most_ratio and memory <= most_memory else 1)
