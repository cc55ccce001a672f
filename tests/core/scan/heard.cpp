// Why: see heard.h.
#include "tests/core/scan/heard.h"

#include "tests/data/material/pki.h"

namespace certwright::test {

std::string Heard::below(const std::string& path) const {
    return path.starts_with(root + "/") ? path.substr(root.size() + 1) : path;
}

void Heard::found(const scan::Found& thing) {
    std::string text = std::string(scan::kindName(thing.kind)) + " " + below(thing.path);
    for (const scan::Condition condition : thing.conditions)
        text += " " + std::string(scan::conditionName(condition));
    const std::scoped_lock lock(m_mutex);
    things.insert(text);
    if (thing.item == nullptr)
        return;
    if (const auto* crl = std::get_if<document::Crl>(&thing.item->object))
        lists.insert(below(thing.path) + " " + crl->facts.issuer.text + " " +
                     std::to_string(crl->facts.entries) + " " + base::formatIso(crl->facts.thisUpdate) + " " +
                     (crl->facts.nextUpdate ? base::formatIso(*crl->facts.nextUpdate) : "-") + " " +
                     base::toHex(crl->facts.fingerprint));
}

void Heard::unreadable(const base::Error& error) {
    const std::scoped_lock lock(m_mutex);
    lost.insert(std::string(base::errorCodeName(error.code)) + " " + below(error.subject));
}

base::Result<scan::Tally> searched(const std::vector<std::string>& roots, Heard& heard,
                                   const base::Progress& progress) {
    scan::Request request;
    request.roots = roots;
    request.now = material::now();
    request.threads = 2;
    return scan::search(request, heard, progress, material::access());
}

scan::Tally searched(const std::string& root, Heard& heard) {
    heard.root = root;
    const auto tally = searched(std::vector{root}, heard, base::SilentProgress());
    return tally ? *tally : scan::Tally();
}

std::uint64_t count(const scan::Tally& tally, scan::Kind kind) {
    return tally.kinds.at(static_cast<std::size_t>(kind));
}

std::uint64_t count(const scan::Tally& tally, scan::Condition condition) {
    return tally.conditions.at(static_cast<std::size_t>(condition));
}

} // namespace certwright::test
