"""Why: CPU time, time on the clock and peak memory of child processes, medians of several runs in turn.

Usage: scan_ratio.py CERTWRIGHT-CLI FOLDER RUNS (see scan_ratio.sh).
"""
import os
import statistics
import subprocess
import sys
import time


def measure(command, folder):
    """One run: (CPU seconds, seconds on the clock, peak resident MiB, status)."""
    began = time.monotonic()
    child = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime, time.monotonic() - began, usage.ru_maxrss / 1024, child.returncode


def main():
    cli, folder, runs = sys.argv[1], sys.argv[2], int(sys.argv[3])
    names = sorted(os.path.join('leaves', name) for name in os.listdir(os.path.join(folder, 'leaves')))
    at = '2026-11-21'
    commands = {
        'openssl verify': ['openssl', 'verify', '-attime', '1795262400', '-CAfile', 'ca.pem', *names],
        'scan': [cli, 'scan', '--at', at, 'leaves'],
        'scan --json': [cli, 'scan', '--json', '--at', at, 'leaves'],
    }
    results = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            results[name].append(measure(command, folder))
    print(f'{len(names)} files, medians of {runs} runs')
    first = None
    for name, rows in results.items():
        if any(row[3] != 0 for row in rows):
            sys.exit(f'{name} ended with {[row[3] for row in rows]}')
        cpu, wall, memory = (statistics.median(row[i] for row in rows) for i in range(3))
        first = first or (cpu, wall)
        print(f'{name:15} CPU {cpu:6.3f} s ({cpu / len(names) * 1e6:6.1f} us a file)  clock {wall:6.3f} s  '
              f'memory {memory:6.1f} MiB  ratio CPU {cpu / first[0]:5.2f}  clock {wall / first[1]:5.2f}')


if __name__ == '__main__':
    main()
