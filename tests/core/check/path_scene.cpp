// Why: see path_scene.h.
#include "tests/core/check/path_scene.h"

#include <algorithm>
#include <cstdlib>
#include <deque>

#include "core/document/certificate_facts.h"
#include "tests/support/forge/forge.h"

namespace certwright::test {

namespace {

const forge::Certificate& named(const std::vector<forge::Certificate>& all, const std::string& name) {
    const auto found = std::ranges::find(all, name, &forge::Certificate::name);
    if (found == all.end())
        std::abort();
    return *found;
}

check::SourcedCertificate sourced(const forge::Certificate& made) {
    auto read = document::certificateFrom(made.der);
    if (!read)
        std::abort();
    return {std::move(*read), "/in/" + made.name + ".pem", 1};
}

} // namespace

check::Findings judgePath(const std::string& chain, const check::Policy& policy, PathRule rule) {
    const auto made = forge::makeCertificates(YAML::Load(chain));
    check::Material material;
    material.leaf = sourced(named(made, "leaf"));
    std::deque<check::SourcedCertificate> above;
    check::PathSearch path;
    path.end = check::PathEnd::Complete;
    path.links.push_back({&*material.leaf, check::Role::Server});
    for (std::string name = "leaf"; named(made, name).issuer != name;) {
        name = named(made, name).issuer;
        const bool anchor = named(made, name).issuer == name;
        above.push_back(sourced(named(made, name)));
        path.links.push_back({&above.back(), anchor ? check::Role::Ca : check::Role::Intermediate});
    }
    check::Signatures signatures;
    check::DetailsMemory details;
    check::Findings findings;
    rule({material, policy, base::Time{}, path, signatures, details}, findings);
    return findings;
}

std::string codes(const check::Findings& findings) {
    std::string text;
    for (const check::Finding& finding : findings) {
        std::string code(check::codeOf(finding));
        if (code.starts_with("path."))
            code.erase(0, 5);
        if (finding.severity != check::Severity::Blocker)
            code = std::string(check::severityName(finding.severity)) + ":" + code;
        text += (text.empty() ? "" : " ") + code;
    }
    return text.empty() ? "valid" : text;
}

check::Policy policyOf(const std::string& name) {
    return check::policyNamed(name).value();
}

} // namespace certwright::test
