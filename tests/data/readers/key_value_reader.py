"""Why: the streamserver service reads its conf with configparser behind a [DEFAULT] line (strict: a doubled key is an
error). This script reads each <n>.before and <n>.after of a folder that way and checks that the settings of <n>.json
hold, that new keys come last in their order, and that no other key changed. One line per fault; "checked <count>" if
there is none."""
import configparser
import json
import pathlib
import sys


def read(path):
    parser = configparser.ConfigParser()
    # The byte order mark is the editor's to keep; whoever reads a file with one skips it.
    with open(path, encoding="utf-8-sig") as file:
        parser.read_string("[DEFAULT]\n" + file.read())
    return parser


def fault(before, after, settings):
    old = list(before._defaults.items())
    expected = dict(old)
    expected.update(settings)
    found = dict(after._defaults.items())
    if list(found.items()) != list(expected.items()):
        return f"expected {expected}, found {found}"
    for key, value in settings:
        if after["DEFAULT"][key] != value:  # read as the service does, with interpolation
            return f"{key} reads {after['DEFAULT'][key]!r}"
    return None


def main(folder):
    count = 0
    faults = 0
    for case in sorted(pathlib.Path(folder).glob("*.json")):
        count += 1
        try:
            settings = json.loads(case.read_text(encoding="utf-8"))
            found = fault(read(case.with_suffix(".before")), read(case.with_suffix(".after")), settings)
        except configparser.Error as error:
            found = f"{type(error).__name__}: {error}"
        if found:
            faults += 1
            print(f"{case.stem}: {found}")
    if faults == 0:
        print(f"checked {count}")
    return 1 if faults else 0


sys.exit(main(sys.argv[1]))
