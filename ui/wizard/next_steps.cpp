// Why: see next_steps.h.
#include "ui/wizard/next_steps.h"

#include <algorithm>

#include "ui/text/command_line.h"
#include "ui/text/finding_text.h"
#include "ui/text/plan_page.h"
#include "ui/text/value_text.h"

namespace certwright::wizard {

using model::Task;

namespace {

const check::Finding* sealedHere(const model::WizardDraft& draft) {
    if (draft.plan)
        for (const check::Finding& finding : draft.plan->findings)
            if (finding.body.is<check::ProtectorBuiltin, check::ProtectorKmc>())
                return &finding;
    return nullptr;
}

bool hasPipe(const model::WizardDraft& draft) {
    return draft.profile && !draft.profile->passphrase.pipe.empty();
}

QString restartText(Task task, const text::Phrasebook& book) {
    return task == Task::CrlUpdate
               ? book.say("plan",
                          "A running service that was started with a revocation list takes the new one up "
                          "by itself; otherwise restart it.")
               : book.say("plan", "Restart the service now, so that it reads the new files.");
}

// A service that reads a pipe waits for ever at one that nobody feeds: that comes first.
void addPipe(const model::WizardDraft& draft, const text::Phrasebook& book, NextSteps& next) {
    const std::string line = text::unitsCommandLine({draft.service, draft.root, draft.home});
    next.steps << book.say("wizard",
                           "Once for this service: set up what feeds its pipe whenever it starts or reloads. "
                           "This prints the systemd unit, and how to use it: %1")
                      .arg(text::shown(line));
    next.why << book.say("wizard",
                         "The key's passphrase is sealed by Certwright's built-in vault; the service "
                         "reads it from the pipe %1.")
                    .arg(text::shown(draft.profile->passphrase.pipe));
}

template <typename Body> bool tells(const check::Findings& told) {
    return std::ranges::any_of(told, [](const check::Finding& finding) { return finding.body.is<Body>(); });
}

// addTold: what came of the service's own command for taking the files over, and of looking at the server.
void addTold(const model::WizardDraft& draft, const text::Phrasebook& book, NextSteps& next) {
    const check::Findings& told = draft.outcome->told;
    const bool reloadNamed = tells<check::ReloadNeeded>(told);
    for (const check::Finding& finding : told) {
        // Stands with the proof.
        if (finding.body.is<check::ServedInstalled>())
            continue;
        const auto words = text::findingText(finding, book);
        // The command itself is told.
        const bool named = reloadNamed && finding.body.is<check::ServedOld>();
        if (!named)
            next.steps << words.nextStep;
        next.why << words.sentence;
    }
    if (draft.outcome->reloaded)
        next.why.prepend(text::takenOverText(book));
}

} // namespace

NextSteps nextSteps(const model::WizardDraft& draft, const text::Phrasebook& book) {
    NextSteps next;
    const check::Finding* sealed = sealedHere(draft);
    const bool reloads = draft.profile && draft.profile->commands.reload;
    if (hasPipe(draft) && draft.task != Task::CrlUpdate)
        addPipe(draft, book, next);
    if (reloads)
        addTold(draft, book, next);
    else
        next.steps << restartText(draft.task, book);
    if (sealed == nullptr || hasPipe(draft))
        return next;
    const auto words = text::findingText(*sealed, book);
    if (sealed->body.is<check::ProtectorBuiltin>())
        next.steps << words.nextStep;
    next.why << words.sentence;
    return next;
}

} // namespace certwright::wizard
