"""Why: time on the clock and CPU time of answering many questions (one leaf, one CA, RSA-2048), medians of runs in turn.

Usage: batch_rate.py BUILD LINES RUNS (see batch_rate.sh).
"""
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

CASE = """why: One leaf, one CA, RSA-2048.
chain:
  root: { key: { type: rsa, bits: 2048 } }
  leaf: { issuer: root, key: { type: rsa, bits: 2048 } }
policy: { service: valid }
"""


def measure(command, given):
    """One run: (seconds on the clock, CPU seconds)."""
    began = time.monotonic()
    with open(given, 'rb') as questions:
        child = subprocess.Popen(command, stdin=questions, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f'{command[0]} ended with {child.returncode}')
    return time.monotonic() - began, usage.ru_utime + usage.ru_stime


def main():
    build, lines, runs = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    cli = os.path.join(build, 'app/cli/certwright-cli')
    with tempfile.TemporaryDirectory() as folder:
        case, questions = os.path.join(folder, 'case.yaml'), os.path.join(folder, 'questions')
        with open(case, 'w', encoding='utf-8') as file:
            file.write(CASE)
        line = subprocess.run([os.path.join(build, 'tests/support/forge/certwright_forge'), case], check=True,
                              capture_output=True).stdout.splitlines()[0]
        with open(questions, 'wb') as file:
            file.write((line + b'\n') * lines)
        question = json.loads(line)
        for name, text in (('ca.pem', question['trusted'][0]), ('leaf.pem', question['leaf'])):
            with open(os.path.join(folder, name), 'w', encoding='ascii') as file:
                file.write(text)
        verify = ['openssl', 'verify', '-attime', '1780272000', '-CAfile', os.path.join(folder, 'ca.pem')]
        commands = {'validate --batch': [cli, 'validate', '--batch'],
                    'openssl verify': verify + [os.path.join(folder, 'leaf.pem')] * lines}
        results = {name: [] for name in commands}
        for _ in range(runs):
            for name, command in commands.items():
                results[name].append(measure(command, questions))
        print(f'{lines} validations, medians of {runs} runs, {os.cpu_count()} cores')
        for name, rows in results.items():
            wall, cpu = (statistics.median(row[i] for row in rows) for i in range(2))
            print(f'{name:17} {lines / wall:8.0f} a second  CPU {cpu / lines * 1e6:6.1f} us each')


if __name__ == '__main__':
    main()
