// Why: every kind of thing that people bring, once in each form, for tests that bring them all.
#pragma once

#include <string>
#include <vector>

#include "core/document/parse.h"

namespace certwright::test {

// Thing is one object: `pem` and `der` as they stand in files (`der` empty where there is no such form), and
// `holds`, what describe says of it.
struct Thing {
    std::string name;
    std::string pem;
    std::string der;
    std::string holds;
};

// things makes one of every kind; the password of what has one is "password".
const std::vector<Thing>& things();
// thing returns one of them by its name.
const Thing& thing(const std::string& name);

// parsed reads a file's octets.
document::ParsedFile parsed(const std::string& content);
// describe names the objects of a file, e.g. "certificate certificate", then its damages, e.g.
// "!bad-base64:2" with the line, then what is in other formats, e.g. "~jks".
std::string describe(const document::ParsedFile& file);
// faultsIn tells what reading a file finds: "key" or "other" for each object with the faults that were
// remarked upon in brackets ("key(label)"), then the fault of each damage ("!rsa-factor"; "!" without one),
// then what was set aside ("-EC PARAMETERS").
std::string faultsIn(const std::string& content);

} // namespace certwright::test
