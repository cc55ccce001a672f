#!/usr/bin/env python3
"""Why: who runs a service must be able to ask by machine whether a library in it has a known fault. Writes an SPDX 2.3
document (JSON) that describes every file of a release and the parts in it. SOURCE_DATE_EPOCH dates it.
Usage: packaging/release/sbom.py OUTPUT KIND=FILE…     (KIND: deb, windows, archive or source)
A file FILE.parts beside a FILE (lines: package and version) names the packages of Debian 11 whose libraries that one
brings besides, as the offline archive does; their licences are in carried.json, by how the names begin."""
import datetime
import hashlib
import json
import os
import pathlib
import re
import sys

from components import KINDS, Component, components, licence_text, project_version

SUPPLIER = "Organization: Debian"


def date():
    seconds = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
    return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def spdx_id(*words):
    return "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]+", "-", "-".join(words)).strip("-")


def sha256(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def carried_licence(package):
    """The licence of a library's package; without one the document would be wrong, and is not written."""
    licences = json.loads((pathlib.Path(__file__).parent / "carried.json").read_text(encoding="utf-8"))
    for beginning, licence in licences.items():
        if package.startswith(beginning):
            return licence
    raise SystemExit(f"The licence of {package} is not in packaging/release/carried.json. Add it there.")


def extra_parts(path):
    """The parts that are named beside a file."""
    names = pathlib.Path(str(path) + ".parts")
    if not names.exists():
        return []
    parts = []
    for line in names.read_text(encoding="utf-8").splitlines():
        package, version = line.split()
        licence = carried_licence(package)
        parts.append(Component(package, package, licence, "", (), (), package, version, ""))
    return parts


def package_of(part):
    """A part as SPDX has it. Where Debian's packages are meant, a package URL says which."""
    entry = {
        "SPDXID": spdx_id("part", part.id, part.version),
        "name": part.name,
        "downloadLocation": "NOASSERTION",
        "filesAnalyzed": False,
        "licenseConcluded": part.licence,
        "licenseDeclared": part.licence,
        "copyrightText": part.copyright or "NOASSERTION",
    }
    if part.version:
        entry["versionInfo"] = part.version
    if part.package:
        entry["supplier"] = SUPPLIER
        version = part.version.replace(":", "%3A").replace("+", "%2B")
        entry["externalRefs"] = [{
            "referenceCategory": "PACKAGE-MANAGER",
            "referenceType": "purl",
            "referenceLocator": f"pkg:deb/debian/{part.package}@{version}",
        }]
    return entry


def file_entry(path, version):
    return {
        "SPDXID": spdx_id("file", path.name),
        "name": path.name,
        "packageFileName": path.name,
        "versionInfo": version,
        "downloadLocation": "NOASSERTION",
        "filesAnalyzed": False,
        "checksums": [{"algorithm": "SHA256", "checksumValue": sha256(path)}],
        "licenseConcluded": "Apache-2.0",
        "licenseDeclared": "Apache-2.0",
        "copyrightText": "NOASSERTION",
        "primaryPackagePurpose": "INSTALL" if path.suffix in (".exe", ".deb", ".rpm") else "ARCHIVE",
    }


def own_licences(parts):
    """The words of every licence that is not in SPDX's list."""
    texts = {}
    for part in parts:
        for name in re.findall(r"LicenseRef-[A-Za-z0-9.-]+", part.licence):
            texts[name] = "\n\n".join(licence_text(text) for text in part.texts) or "See the package's copyright file."
    return [{"licenseId": name, "extractedText": text} for name, text in sorted(texts.items())]


def document(files):
    version = project_version()
    packages, relationships, used = [], [], {}
    for kind, path in files:
        entry = file_entry(path, version)
        packages.append(entry)
        relationships.append(("SPDXRef-DOCUMENT", "DESCRIBES", entry["SPDXID"]))
        for part in components(kind) + extra_parts(path):
            made = package_of(part)
            used.setdefault(made["SPDXID"], (part, made))
            relationships.append((entry["SPDXID"], "CONTAINS", made["SPDXID"]))
    parts = sorted(used.items())
    names = hashlib.sha256("".join(entry["checksums"][0]["checksumValue"] for entry in packages).encode()).hexdigest()
    return {
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": f"certwright-{version}",
        "documentNamespace": f"https://certwright.invalid/spdx/certwright-{version}-{names[:32]}",
        "creationInfo": {"created": date(), "creators": ["Tool: certwright-release"]},
        "hasExtractedLicensingInfos": own_licences([part for _, (part, _) in parts]),
        "packages": packages + [made for _, (_, made) in parts],
        "relationships": [{"spdxElementId": a, "relationshipType": kind, "relatedSpdxElement": b}
                          for a, kind, b in relationships],
    }


def main():
    if len(sys.argv) < 3:
        raise SystemExit(__doc__)
    files = []
    for argument in sys.argv[2:]:
        kind, _, name = argument.partition("=")
        if kind not in KINDS:
            raise SystemExit(f"{argument}: not KIND=FILE with one of {', '.join(KINDS)}.")
        files.append((kind, pathlib.Path(name)))
    made = json.dumps(document(files), indent=2, ensure_ascii=False, sort_keys=False)
    pathlib.Path(sys.argv[1]).write_text(made + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
