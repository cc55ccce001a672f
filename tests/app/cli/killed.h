// Why: every verb that writes is killed in front of each of its writes, in the same way.
#pragma once

#include <string>
#include <vector>

#include "tests/app/cli/practice.h"

namespace certwright::test {

// wholeTree is the service folder and the home folder ("~/…").
Tree wholeTree(const Service& service);
// steady leaves the entries that hold no randomness: shapes, and the contents of certificates and lists.
Tree steady(const Tree& tree);
// freshCopy copies a service's folders beside themselves, over what an earlier copy left there.
Service freshCopy(const Service& service);
// killedAt runs a command up to its n-th write and kills it there, and returns n; if it ended before: minus
// the number of its writes, or 0 if it failed. `password` stands on its standard input.
int killedAt(const std::vector<std::string>& command, int n, const std::string& password);

} // namespace certwright::test
