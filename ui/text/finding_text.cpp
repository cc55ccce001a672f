// Why: where the variant of findings meets its words.
#include "ui/text/finding_text.h"

#include "ui/text/finding_words.h"
#include "ui/text/mistake_text.h"

namespace certwright::text {

FindingText findingText(const check::Finding& finding, const Phrasebook& book) {
    return finding.body.visit([&](const auto& body) { return words(body, book); });
}

QString findingDetail(const check::Finding& finding, const Phrasebook& book) {
    return finding.body.visit([&book](const auto& body) -> QString {
        if constexpr (requires { body.detail; })
            return detailText(body.detail, book);
        else
            return {};
    });
}

QString severityText(check::Severity severity, const Phrasebook& book) {
    switch (severity) {
    case check::Severity::Blocker:
        return book.say("findings", "Blocks");
    case check::Severity::Warning:
        return book.say("findings", "Warning");
    case check::Severity::Note:
        break;
    }
    return book.say("findings", "Note");
}

} // namespace certwright::text
