#!/usr/bin/env python3
"""Why: the licences ask that whoever gets a package gets their words too.
Usage: packaging/release/notices.py KIND OUTPUT   (KIND: deb, windows or archive)"""
import pathlib
import sys

from components import KINDS, components, licence_text, project_version

RULE = "-" * 79


def notices(kind):
    parts = components(kind)
    names = list(dict.fromkeys(name for part in parts for name in part.texts))
    lines = [
        f"Certwright {project_version()} - third-party notices",
        "证书匠：第三方声明",
        "",
        "Certwright is free software under the Apache License 2.0 (see LICENSE). It is made with the parts below.",
        "The licence of each follows after the list, in its own words. Qt and Libidn2 are shared libraries, which you may",
        "replace by versions of your own. Their complete sources are the source packages named here, of Debian 12.",
        "证书匠是采用 Apache License 2.0 的自由软件，使用了以下组件；各组件的许可证原文列在清单之后。",
        "",
    ]
    for part in parts:
        origin = f"within {part.within}" if part.within else f"Debian package {part.package}"
        version = f" {part.version}" if part.version else ""
        lines += [f"{part.name}{version} ({origin})", f"    {part.licence}", f"    Copyright: {part.copyright}",
                  f"    Text: {', '.join(part.texts)}", ""]
    for name in names:
        lines += [RULE, name, RULE, "", licence_text(name)]
    return "\n".join(lines)


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in KINDS:
        raise SystemExit(__doc__.splitlines()[1])
    pathlib.Path(sys.argv[2]).write_text(notices(sys.argv[1]), encoding="utf-8")


if __name__ == "__main__":
    main()
