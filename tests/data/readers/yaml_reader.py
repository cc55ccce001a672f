"""Why: what yaml-cpp wrote and re-read itself is judged by readers that share no code with it: PyYAML (YAML 1.1) and
ruamel.yaml (1.2). For each <n>.before and <n>.after of a folder both must read the settings of <n>.json as strings, at
the ends of their mappings where they were absent, and everything else as before. One line per fault; "checked <count>"
if there is none."""
import json
import pathlib
import sys

import ruamel.yaml
import yaml


def ordered(value):
    """Mappings as lists of pairs, so that a changed order shows; types told apart (1, True and "1")."""
    if isinstance(value, dict):
        return [(ordered(key), ordered(item)) for key, item in value.items()]
    if isinstance(value, list):
        return ["list", [ordered(item) for item in value]]
    return [type(value).__name__, value]


def put(root, path, value):
    for part in path[:-1]:
        if root.get(part) is None:
            root[part] = {}
        root = root[part]
    root[path[-1]] = value


def fault(load, before, after, settings):
    expected = load(before)
    if expected is None:
        expected = {}
    for path, value in settings:
        put(expected, path.split("."), value)
    found = load(after)
    if found is None:
        found = {}
    return None if ordered(found) == ordered(expected) else f"expected {expected}, found {found}"


READERS = {
    "PyYAML": yaml.safe_load,
    "ruamel.yaml": lambda octets: ruamel.yaml.YAML(typ="safe", pure=True).load(octets),
}


def main(folder):
    count = 0
    faults = 0
    for case in sorted(pathlib.Path(folder).glob("*.json")):
        count += 1
        settings = json.loads(case.read_text(encoding="utf-8"))
        texts = [case.with_suffix(end).read_bytes() for end in (".before", ".after")]
        for name, load in READERS.items():
            try:
                found = fault(load, *texts, settings)
            except (yaml.YAMLError, ruamel.yaml.error.YAMLError) as error:
                found = f"{type(error).__name__}: {error}"
            if found:
                faults += 1
                print(f"{case.stem}: {name}: {found}")
    if faults == 0:
        print(f"checked {count}")
    return 1 if faults else 0


sys.exit(main(sys.argv[1]))
