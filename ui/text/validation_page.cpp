// Why: see validation_page.h.
#include "ui/text/validation_page.h"

#include "ui/text/finding_text.h"
#include "ui/text/findings_page.h"
#include "ui/text/value_text.h"

namespace certwright::text {

namespace {

void addChain(Page& page, const std::vector<std::string>& names) {
    int depth = 0;
    for (const std::string& name : names) {
        page.line((depth == 0 ? QString() : QStringLiteral("← ")) + shown(name), 2 + 2 * depth);
        ++depth;
    }
}

} // namespace

void addValidation(Page& page, const check::Verdict& verdict, const Phrasebook& book) {
    if (verdict.valid())
        page.line(book.say("validation", "Valid."), 0, Ink::Green);
    else
        page.line(book.say("validation", "Not valid."), 0, Ink::Red);
    if (!verdict.names.empty()) {
        page.heading(book.say("validation", "Path"));
        addChain(page, verdict.names);
    }
    if (!verdict.findings.empty())
        page.heading(book.say("validation", "Findings"));
    addFindings(page, verdict.findings, book);
    if (!verdict.failed.empty())
        page.heading(book.say("validation", "Details: the other paths"));
    for (const check::FailedPath& failed : verdict.failed) {
        addChain(page, failed.names);
        for (const check::Finding& finding : failed.findings)
            page.line(findingText(finding, book).sentence, 4, Ink::Dim);
    }
}

void addValidation(Json& json, const check::Verdict& verdict, const Books& books) {
    const auto hex = [](const std::vector<base::Bytes>& fingerprints) {
        Json list = Json::array();
        for (const base::Bytes& fingerprint : fingerprints)
            list.push_back(base::toHex(fingerprint));
        return list;
    };
    json["valid"] = verdict.valid();
    json["path"] = hex(verdict.fingerprints);
    json["names"] = verdict.names;
    json["findings"] = jsonOf(verdict.findings, books);
    json["otherPaths"] = Json::array();
    for (const check::FailedPath& failed : verdict.failed)
        json["otherPaths"].push_back({{"path", hex(failed.fingerprints)},
                                      {"names", failed.names},
                                      {"findings", jsonOf(failed.findings, books)}});
}

} // namespace certwright::text
