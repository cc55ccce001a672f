"""Why: what a package brings of others is told twice, to people (notices.py) and to machines (sbom.py); both read the one
list resources/notices/components.json, and take versions from where they are decided: the pinned source packages, and
the installed packages of header-only libraries and of the compiler."""
import json
import pathlib
import re
import subprocess
from dataclasses import dataclass

TOP = pathlib.Path(__file__).resolve().parents[2]
NOTICES = TOP / "resources" / "notices"
# What is shipped: the Debian packages, everything for Windows, the offline archive and the RPM, and the sources, which
# bring nothing of others.
KINDS = ("deb", "windows", "archive", "source")


@dataclass(frozen=True)
class Component:
    """A part as components.json has it. `version` is "" where its makers give none; `package` is the Debian source or
    binary package that it comes from, `version` then that of the package."""

    id: str
    name: str
    licence: str
    copyright: str
    texts: tuple
    shipped: tuple
    package: str
    version: str
    within: str


def project_version():
    """The version of this product, from the one place that has it."""
    return re.search(r"project\(Certwright VERSION ([0-9.]+)", (TOP / "CMakeLists.txt").read_text()).group(1)


def pinned_versions():
    """Source package -> version, from the lists of pinned sources."""
    versions = {}
    for line in (TOP / "packaging" / "windows" / "sources.txt").read_text().splitlines():
        words = line.split()
        if len(words) == 4 and not line.startswith("#"):
            versions[words[0]] = words[1]
    return versions


def installed_version(package):
    """The version of an installed package, or an end with a sentence: a list with a hole would be a wrong one."""
    answer = subprocess.run(["dpkg-query", "-W", "-f=${Version}", package], capture_output=True, text=True, check=False)
    if answer.returncode != 0 or not answer.stdout:
        raise SystemExit(f"The package {package}, whose version belongs into the list of parts, is not installed.")
    return answer.stdout


def components(kind):
    """All parts that packages of this kind (KINDS) bring, in the order of the file."""
    pinned = pinned_versions()
    found = []
    for part in json.loads((NOTICES / "components.json").read_text(encoding="utf-8")):
        if kind not in part["shipped"]:
            continue
        origin = part["origin"]
        if "source" in origin:
            package, version = origin["source"], pinned[origin["source"]]
        elif "package" in origin:
            package, version = origin["package"], installed_version(origin["package"])
        else:
            package, version = "", origin.get("version", "")
        found.append(
            Component(part["id"], part["name"], part["licence"], part["copyright"], tuple(part["texts"]),
                      tuple(part["shipped"]), package, version, origin.get("within", "")))
    return found


def licence_text(name):
    """The words of a licence; `name` is one of a component's `texts`."""
    return (NOTICES / "licences" / f"{name}.txt").read_text(encoding="utf-8")
