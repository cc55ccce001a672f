# Why: a browser forgives what a printer does not: every tag of a report must be closed, in order, and nothing
# in it may run or be fetched. Reads HTML from standard input; prints one line for each fault, then the text.
import sys
from html.parser import HTMLParser

EMPTY = {"meta"}
FORBIDDEN = {"script", "link", "img", "iframe", "object", "embed", "a", "form", "base"}


class Structure(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.faults, self.words, self.seen = [], [], [], set()

    def handle_starttag(self, tag, attributes):
        self.seen.add(tag)
        if tag in FORBIDDEN:
            self.faults.append(f"forbidden: {tag}")
        for name, _ in attributes:
            if name.startswith("on") or name in {"src", "href", "style"}:
                self.faults.append(f"attribute: {tag} {name}")
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"not closed in order: {tag}")

    def handle_data(self, data):
        if self.open and self.open[-1] != "style":
            self.words.append(data.strip())


structure = Structure()
structure.feed(sys.stdin.buffer.read().decode("utf-8"))
structure.faults += [f"open: {tag}" for tag in structure.open]
structure.faults += [f"missing: {tag}" for tag in {"h1", "h2", "table", "section", "title"} - structure.seen]
for fault in structure.faults:
    print("FAULT", fault)
print("\n".join(word for word in structure.words if word))
