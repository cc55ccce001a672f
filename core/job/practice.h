// Why: people learn and try the tool on something that cannot hurt: service folders in their real shapes, and
// material that is right, or wrong in exactly one way.
#pragma once

#include <string>
#include <vector>

#include "core/job/environment.h"

namespace certwright::job {

// PracticeSet is one folder of material below "<dir>/material/<id>/". `expected` holds the finding codes that
// checking it must show (besides notes that every set shows); `password` is the one to type (practice
// material only, public by design), empty if none is needed. `service` names the practice service folder that
// it is meant for.
struct PracticeSet {
    std::string id;
    std::string service;
    std::vector<std::string> files;
    std::vector<std::string> expected;
    std::string password;
};

// PracticeService is one service folder below "<dir>/services/<id>/"; `root` is relative to `dir`.
struct PracticeService {
    std::string id;
    std::string service;
    std::string root;
};

// practiceSets and practiceServices list what makePractice makes, in reading order.
const std::vector<PracticeSet>& practiceSets();
const std::vector<PracticeService>& practiceServices();

// makePractice writes everything below `folder`, which must be missing or empty (FileExists otherwise); keys
// are new each time, dates are relative to environment.now. `readme` is the text written as README.md
// (ui/text makes it).
base::Status makePractice(Environment& environment, const std::string& folder, const std::string& readme);

} // namespace certwright::job
