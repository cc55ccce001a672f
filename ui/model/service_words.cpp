// Why: see service_words.h.
#include "ui/model/service_words.h"

#include <algorithm>

#include "core/files/path.h"
#include "ui/text/dates_page.h"
#include "ui/text/finding_text.h"
#include "ui/text/value_text.h"

namespace certwright::model {

namespace {

// Findings that say that the service cannot be what it should be come before any date.
const check::Finding* blocker(const ServiceLook& seen) {
    const auto worst = std::ranges::find(seen.findings, check::Severity::Blocker, &check::Finding::severity);
    if (worst != seen.findings.end())
        return &*worst;
    return seen.gone && !seen.findings.empty() ? &seen.findings.front() : nullptr;
}

bool isUnreadable(const ServiceLook& seen) {
    return seen.gone || (seen.dates.empty() && blocker(seen) != nullptr);
}

} // namespace

QString serviceTitle(const ServiceLook& seen, const text::Phrasebook& book) {
    const QString title = text::titleText(book, seen.title);
    return title.isEmpty() ? text::shown(files::fileNameOf(seen.service.root)) : title;
}

QString serviceSubject(const ServiceLook& seen) {
    for (const job::ServiceDate& date : seen.dates)
        if (date.what.role == job::EndRole::Server)
            return text::shown(date.what.name);
    return {};
}

QString verdictText(const ServiceLook& seen, const text::Phrasebook& book) {
    if (seen.gone)
        return book.say("services", "The folder is gone");
    if (isUnreadable(seen))
        return book.say("services", "Cannot be read");
    if (seen.dates.empty())
        return book.say("services", "No certificates installed");
    return text::startOfSentence(text::leftText(book, seen.dates.front().what, seen.at));
}

QString reasonText(const ServiceLook& seen, const text::Phrasebook& book) {
    if (const check::Finding* worst = blocker(seen))
        return text::findingText(*worst, book).sentence;
    if (seen.dates.empty())
        return {};
    const job::ServiceDate& first = seen.dates.front();
    const QString what = text::startOfSentence(text::endRoleText(book, first.what.role));
    const QString when = text::localDate(book, first.what.end);
    return first.passed ? book.say("services", "%1: ended on %2").arg(what, when)
                        : book.say("services", "%1: ends on %2").arg(what, when);
}

} // namespace certwright::model
