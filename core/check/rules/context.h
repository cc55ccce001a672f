// Why: every rule gets the same things and answers the same way.
#pragma once

#include <string>
#include <utility>

#include "core/base/clock.h"
#include "core/check/details.h"
#include "core/check/path.h"

namespace certwright::check {

// Context is what a rule may look at; it owns nothing.
struct Context {
    const Material& material;
    const Policy& policy;
    base::Time now;
    const PathSearch& path;
    Signatures& signatures;
    DetailsMemory& details;
};

// add appends a finding about `subject` (a path, or a slot id where no file is known).
template <typename Body>
void add(Findings& findings, Severity severity, const std::string& subject, Body body) {
    findings.push_back(Finding{severity, subject, FindingBody(std::move(body))});
}

} // namespace certwright::check
