// Why: see clean_page.h.
#include "ui/text/clean_page.h"

#include <algorithm>

#include "ui/text/findings_page.h"
#include "ui/text/value_text.h"

namespace certwright::text {

namespace {

QString holdsText(const plan::CleanFile& file, const Phrasebook& book) {
    if (file.form == "overwritten")
        return book.say("clean", "zeros: overwritten before");
    QStringList kinds;
    for (const std::string& kind : file.holds)
        kinds << kindName(book, kind);
    return kinds.join(book.say("values", ", ", "between the items of a list"));
}

void addFailure(Page& page, const apply::WipeOutcome& outcome, const Phrasebook& book) {
    const bool overwritten = outcome.result == apply::WipeResult::Overwritten;
    page.line((overwritten ? book.say("clean", "%1 was overwritten, but may still be there.")
                           : book.say("clean", "%1 was not removed."))
                  .arg(shown(outcome.path)),
              0, Ink::Red);
    if (outcome.error)
        addError(page, *outcome.error, book);
}

} // namespace

void addCleanUp(Page& page, const plan::CleanUp& cleanUp, const Phrasebook& book) {
    page.heading(book.say("clean", "Files to overwrite and remove"));
    if (cleanUp.files.empty())
        page.line(book.say("clean", "Nothing to remove."), 2);
    std::vector<QStringList> rows;
    for (const plan::CleanFile& file : cleanUp.files)
        rows.push_back({shown(file.path), mode(book, file.mode), size(book, file.size), holdsText(file, book),
                        shown(file.about)});
    page.table(rows, 2);
}

void addWiped(Page& page, const std::vector<apply::WipeOutcome>& outcomes, const Phrasebook& book) {
    const int removed = static_cast<int>(
        std::ranges::count(outcomes, apply::WipeResult::Removed, &apply::WipeOutcome::result));
    page.blank();
    for (const apply::WipeOutcome& outcome : outcomes)
        if (outcome.result != apply::WipeResult::Removed)
            addFailure(page, outcome, book);
    page.line(book.say("clean", "Done: %n file(s) overwritten and removed.", nullptr, removed), 0,
              Ink::Green);
}

QString cleanQuestion(const Phrasebook& book) {
    return book.say("clean", "Overwrite and remove these files? [y/N] ");
}

QString cleanRefused(const Phrasebook& book) {
    return book.say("clean", "Nothing was removed.");
}

QString cleanHint(const Phrasebook& book, const QString& command) {
    return book.say("clean", "The source files are still there. To overwrite and remove them: %1")
        .arg(command);
}

} // namespace certwright::text
