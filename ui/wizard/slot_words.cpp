// Why: see slot_words.h.
#include "ui/wizard/slot_words.h"

#include "core/files/path.h"
#include "ui/model/source_model.h"
#include "ui/text/finding_text.h"
#include "ui/text/value_text.h"

namespace certwright::wizard {

using model::SlotFill;
using model::SlotState;
using model::Task;
using text::Phrasebook;
using widget::Tone;

namespace {

QString fileName(const std::string& path) {
    return text::shown(files::fileNameOf(path));
}

QString takenText(const SlotState& state, const Phrasebook& book) {
    const QString about = text::shown(state.taken.front().about);
    const int more = static_cast<int>(state.taken.size()) - 1;
    return more > 0 ? book.say("wizard", "%1 and %n more", "subjects of certificates", more).arg(about)
                    : about;
}

QString emptyText(const SlotState& state, Task task, const Phrasebook& book) {
    switch (task) {
    case Task::Replace:
        return book.say("wizard", "Nothing new; what is installed stays.");
    case Task::CrlUpdate:
        return book.say("wizard", "No new list; what is installed stays.");
    default:
        return state.needed ? book.say("wizard", "Nothing yet. Drop or choose the file.")
                            : book.say("wizard", "Nothing, which is fine.");
    }
}

// What holds the wrong thing is told with the title of its slot, not with the slot's short name.
QString problemText(const SlotState& state, const Phrasebook& book) {
    const auto* wrong = state.problem->body.as<check::SlotWrongKind>();
    if (wrong == nullptr) {
        const auto words = text::findingText(*state.problem, book);
        return words.sentence + QLatin1Char('\n') + words.nextStep;
    }
    QStringList held;
    for (const std::string& kind : wrong->found)
        held << text::kindName(book, kind);
    return book.say("wizard", "%1 does not fit here: it holds %2. Choose another file.")
        .arg(fileName(wrong->path), held.join(book.say("values", ", ", "between the items of a list")));
}

} // namespace

QString needText(const SlotState& state, Task task, const Phrasebook& book) {
    if (task != Task::Import)
        return {};
    return state.slot.required ? book.say("wizard", "required") : book.say("wizard", "optional");
}

QString stateText(const SlotState& state, Task task, const Phrasebook& book) {
    switch (state.fill) {
    case SlotFill::Taken:
        return state.proposed ? book.say("wizard", "%1 (several files fit; this one fits best)")
                                    .arg(takenText(state, book))
                              : takenText(state, book);
    case SlotFill::LeftOut:
        return task == Task::Replace ? book.say("wizard", "Will be taken out of the service.")
                                     : book.say("wizard", "Left out.");
    case SlotFill::InContainer:
        return book.say("wizard", "To be read from %1, which opens with its password.")
            .arg(fileName(state.taken.front().path));
    case SlotFill::ByInstalled:
        return task == Task::CrlUpdate
                   ? book.say("wizard", "The newest list that the installed CA issued is taken.")
                   : book.say("wizard", "Several files fit; what is installed decides, unless you choose.");
    case SlotFill::Ambiguous:
        return book.say("wizard", "Several files fit. Choose the one that is meant.");
    case SlotFill::Unusable:
        return problemText(state, book);
    case SlotFill::Nothing:
        break;
    }
    return emptyText(state, task, book);
}

QString candidateText(const job::SurveyedObject& candidate, base::Time now, const Phrasebook& book) {
    QStringList parts{fileName(candidate.path)};
    if (!candidate.about.empty())
        parts << text::shown(candidate.about);
    if (const QString left = model::timeLeftText(candidate, now, book); !left.isEmpty())
        parts << left;
    return parts.join(QStringLiteral(" – "));
}

widget::IconName iconOf(profile::SlotKind kind) {
    switch (kind) {
    case profile::SlotKind::CaCertificate:
        return widget::IconName::Authority;
    case profile::SlotKind::ServerCertificate:
        return widget::IconName::Certificate;
    case profile::SlotKind::PrivateKey:
        return widget::IconName::Key;
    case profile::SlotKind::Crl:
        break;
    }
    return widget::IconName::RevocationList;
}

Tone toneOf(const SlotState& state) {
    switch (state.fill) {
    case SlotFill::Taken:
    case SlotFill::InContainer:
        return Tone::Good;
    case SlotFill::ByInstalled:
        return Tone::Note;
    case SlotFill::Ambiguous:
        return Tone::Warning;
    case SlotFill::Unusable:
        return Tone::Blocker;
    case SlotFill::Nothing:
    case SlotFill::LeftOut:
        break;
    }
    return Tone::Neutral;
}

} // namespace certwright::wizard
