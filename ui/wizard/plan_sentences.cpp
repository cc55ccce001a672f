// Why: see plan_sentences.h.
#include "ui/wizard/plan_sentences.h"

#include <algorithm>
#include <set>

#include "core/files/path.h"
#include "ui/text/finding_text.h"
#include "ui/text/value_text.h"

namespace certwright::wizard {

using model::Task;

namespace {

bool isSwap(const check::Finding& finding) {
    return finding.body.is<check::SwapInOneStep>() || finding.body.is<check::SwapStepwise>();
}

const plan::Change* configChange(const plan::Plan& plan) {
    const auto found = std::ranges::find(plan.changes, plan::Purpose::Config, &plan::Change::purpose);
    return found == plan.changes.end() ? nullptr : &*found;
}

// The modes of the slots' files, as they are wanted; most services have one.
QString fileModes(const profile::Profile& profile, const text::Phrasebook& book) {
    std::set<std::uint32_t> modes;
    for (const profile::Slot& slot : profile.slots)
        modes.insert(slot.mode);
    std::vector<std::string> names;
    for (const std::uint32_t bits : modes)
        names.push_back(text::mode(book, bits).toStdString());
    return text::list(book, names);
}

void addLines(const plan::Plan& plan, const profile::Profile& profile, const text::Phrasebook& book,
              QStringList& texts) {
    const plan::Change* config = configChange(plan);
    if (config == nullptr || config->content.empty() || profile.config.maximumLines == 0)
        return;
    const auto lines = std::ranges::count(config->content, static_cast<std::uint8_t>('\n')) +
                       (config->content.back() == '\n' ? 0 : 1);
    texts << book.say("wizard", "The config has %1 lines; the service reads at most %2.")
                 .arg(QString::number(lines), QString::number(profile.config.maximumLines));
}

void addRetention(const model::WizardDraft& draft, const text::Phrasebook& book, QStringList& texts) {
    if (!draft.checked)
        return;
    for (const job::End& end : draft.checked->view.ends)
        if (end.role == job::EndRole::Retention)
            texts << book.say("wizard", "The service deletes its certificates after %1.")
                         .arg(text::localDate(book, end.end));
}

} // namespace

QString summaryText(const model::WizardDraft& draft, const text::Phrasebook& book) {
    const plan::Plan& plan = *draft.plan;
    const auto isFile = [](const plan::Change& change) {
        return change.kind == plan::ChangeKind::WriteFile || change.kind == plan::ChangeKind::RemoveFile;
    };
    const auto files = static_cast<int>(std::ranges::count_if(plan.changes, isFile));
    if (files == 0)
        return book.say("wizard", "No file changes in %1.").arg(text::shown(plan.root));
    return book.say("wizard", "%n file(s) will change in %1.", nullptr, files).arg(text::shown(plan.root));
}

QStringList keptTexts(const model::WizardDraft& draft, const text::Phrasebook& book) {
    const plan::Plan& plan = *draft.plan;
    QStringList texts{
        book.say("wizard", "Until the last step every change can be undone: all of it is done, or "
                           "none of it."),
        book.say("wizard", "The present state is kept in the history and can be restored at any "
                           "time.")};
    for (const plan::Change& change : plan.changes) {
        if (change.purpose == plan::Purpose::KeyBackup && change.kind == plan::ChangeKind::WriteFile)
            texts << book.say("wizard", "A copy of the encrypted key is kept at %1.")
                         .arg(text::shown(change.path));
        if (change.keeping == plan::Keeping::Transient)
            texts << book.say("wizard", "The old content of %1 is not kept: it is a key without encryption.")
                         .arg(text::shown(change.path));
    }
    for (const check::Finding& finding : plan.findings)
        if (isSwap(finding))
            texts << text::findingText(finding, book).sentence;
    return texts;
}

QStringList accessTexts(const profile::Profile& profile, const text::Phrasebook& book) {
    const bool owners = text::accessWords() == text::AccessWords::Owners;
    QStringList texts;
    for (const profile::Folder& folder : profile.folders)
        texts << (owners ? book.say("wizard", "Access to the folder %1: %2.")
                         : book.say("wizard", "The folder %1 has the mode %2."))
                     .arg(text::shown(folder.path), text::mode(book, folder.mode));
    texts << (owners
                  ? book.say("wizard", "Access to certificates, key and lists: %1; they belong to the owner "
                                       "of the service.")
                  : book.say("wizard", "Certificates, key and lists have the mode %1 and belong to the "
                                       "owner of the service."))
                 .arg(fileModes(profile, book));
    return texts;
}

QStringList ruleTexts(const model::WizardDraft& draft, const text::Phrasebook& book) {
    const profile::Profile& profile = *draft.profile;
    QStringList texts;
    texts << accessTexts(profile, book);
    texts << book.say("wizard",
                      "The private key is encrypted; its passphrase stands in the config in sealed form "
                      "(%1).")
                 .arg(text::shown(profile.passphrase.configKey));
    for (const check::Finding& finding : draft.plan->findings)
        if (finding.body.is<check::ProtectorKmc, check::ProtectorBuiltin>())
            texts << text::findingText(finding, book).sentence;
    addLines(*draft.plan, profile, book, texts);
    addRetention(draft, book, texts);
    if (profile.rules.mutualTls)
        texts << book.say("wizard", "Clients must show a certificate of their own (mutual TLS).");
    return texts;
}

text::CommandWish commandWish(const model::WizardDraft& draft) {
    text::CommandWish wish;
    wish.service = {draft.service, draft.root, draft.home};
    wish.slots = draft.slots;
    wish.paths = draft.paths;
    wish.without.assign(draft.without.begin(), draft.without.end());
    wish.reload = draft.reload;
    wish.servedAt = draft.seenAt();
    switch (draft.task) {
    case Task::Import:
        wish.block = draft.block;
        wish.retentionDays = draft.retentionDays;
        wish.protector = draft.protector;
        return wish;
    case Task::Replace:
        wish.operation = plan::Operation::Replace;
        wish.retentionDays = draft.retentionDays;
        wish.protector = draft.protector;
        return wish;
    case Task::CrlUpdate:
        wish.operation = plan::Operation::CrlUpdate;
        wish.without.clear();
        wish.older = draft.allowOlderLists == plan::OlderLists::Allow;
        return wish;
    case Task::Rollback:
        break;
    }
    wish.operation = plan::Operation::Rollback;
    wish.id = draft.rollback.id;
    wish.before = draft.rollback.side == job::Side::Before;
    wish.unproved = draft.rollback.acceptance == job::Acceptance::Unproved;
    return wish;
}

} // namespace certwright::wizard
