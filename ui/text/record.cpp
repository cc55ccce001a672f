// Why: see record.h.
#include "ui/text/record.h"

#include <array>

#include "core/files/path.h"
#include "core/prove/prove.h"
#include "ui/text/finding_text.h"
#include "ui/text/plan_page.h"
#include "ui/text/value_text.h"

namespace certwright::text {

namespace {

constexpr std::string_view beforeMark = "-before";

constexpr std::array steps{
    prove::ProofStep::Unseal,    prove::ProofStep::OpenKey,         prove::ProofStep::Load,
    prove::ProofStep::Handshake, prove::ProofStep::RefuseAnonymous, prove::ProofStep::RefuseStranger,
    prove::ProofStep::Revocation};

plan::Change asChange(const apply::KeptChange& kept) {
    plan::Change change;
    change.kind = kept.kind;
    change.purpose = kept.purpose;
    change.slot = kept.slot;
    change.before = kept.before;
    return change;
}

QString actionText(const apply::KeptChange& change, const Phrasebook& book) {
    switch (change.kind) {
    case plan::ChangeKind::WriteFile:
        return change.before ? book.say("record", "replaced") : book.say("record", "created");
    case plan::ChangeKind::RemoveFile:
        return book.say("record", "removed");
    case plan::ChangeKind::MakeFolder:
        return book.say("record", "folder made");
    case plan::ChangeKind::SetMode:
        break;
    }
    return accessWords() == AccessWords::Owners ? book.say("record", "access set")
                                                : book.say("record", "mode set");
}

QString fromTo(const QString& before, const QString& after) {
    if (before.isEmpty() || before == after)
        return after;
    return after.isEmpty() ? before : QStringLiteral("%1 → %2").arg(before, after);
}

QString modeChange(const apply::KeptChange& change, const Phrasebook& book) {
    const QString before = change.before ? mode(book, change.before->mode) : QString();
    return change.kind == plan::ChangeKind::RemoveFile ? before : fromTo(before, mode(book, change.mode));
}

// Of an encrypted key only how it is encrypted can be seen: where its type is known, that says more.
QString contentText(const apply::KeptChange& change, const profile::Slot* slot) {
    const bool key = change.purpose == plan::Purpose::KeyBackup ||
                     (slot != nullptr && slot->kind == profile::SlotKind::PrivateKey);
    if (key && !change.about.empty())
        return shown(change.about);
    return fromTo(shown(change.beforeAbout), shown(change.about));
}

RecordChange changeText(const apply::KeptChange& change, const profile::Profile& profile,
                        const std::string& root, const Phrasebook& book) {
    RecordChange out;
    const profile::Slot* slot = profile.slot(change.slot);
    const bool below = files::isBelow(change.path, root);
    out.action = actionText(change, book);
    out.path = shown(below ? files::relativeTo(change.path, root) : change.path);
    out.purpose = slot != nullptr ? titleText(book, slot->title) : purposeText(asChange(change), book);
    const auto add = [&out](const QString& label, const QString& value) {
        if (!value.isEmpty())
            out.facts.push_back({label, value});
    };
    add(book.say("record", "Content"), contentText(change, slot));
    const bool written = change.kind == plan::ChangeKind::WriteFile;
    if (written || change.kind == plan::ChangeKind::RemoveFile)
        add(book.say("record", "SHA-256"), fromTo(change.before ? shown(change.before->sha256) : QString(),
                                                  written ? shown(change.sha256) : QString()));
    add(accessWords() == AccessWords::Owners ? book.say("record", "Access") : book.say("record", "Mode"),
        modeChange(change, book));
    if (change.keeping == plan::Keeping::Transient)
        add(book.say("record", "Old content"),
            book.say("record", "not kept: it held a key without encryption"));
    return out;
}

RecordFinding findingLine(const check::Finding& finding, const Phrasebook& book) {
    const FindingText words = findingText(finding, book);
    return {finding.severity, severityText(finding.severity, book), words.sentence, words.nextStep,
            findingDetail(finding, book)};
}

std::vector<RecordFact> factsOf(const apply::Entry& entry, const profile::Profile& profile,
                                const std::string& root, const Phrasebook& book) {
    std::vector<RecordFact> facts{
        {book.say("record", "What was done"), operationText(entry.operation, book)}};
    if (!entry.restores.empty())
        facts.push_back({book.say("record", "Restored state"), restoresText(entry, book)});
    facts.push_back({book.say("record", "Transaction"), shown(entry.id)});
    facts.push_back({book.say("record", "Time"), dateTime(entry.startedAt)});
    facts.push_back({book.say("record", "Service"), titleText(book, profile.title)});
    facts.push_back({book.say("record", "Folder"), shown(root)});
    facts.push_back({book.say("record", "By"), shown(entry.actor.user)});
    facts.push_back({book.say("record", "Computer"), shown(entry.actor.host)});
    facts.push_back({book.say("record", "Program"), shown("Certwright " + entry.actor.version)});
    return facts;
}

void addProofWords(Record& record, const apply::ProofRecord& proof, const Phrasebook& book) {
    record.proofTitle = book.say("record", "Proof");
    switch (proof.outcome) {
    case apply::ProofOutcome::Passed:
        record.proofVerdict =
            book.say("record", "What was written was read back as the service reads it, and TLS works.");
        break;
    case apply::ProofOutcome::Failed:
        record.proofVerdict = book.say("record", "The proof failed; the state was kept all the same.");
        break;
    case apply::ProofOutcome::NotMade:
        record.proofVerdict = book.say("record", "No proof was made.");
        break;
    }
    for (const std::string& name : proof.steps)
        for (const prove::ProofStep step : steps)
            if (prove::proofStepName(step) == name)
                record.proofSteps << startOfSentence(proofStepText(step, book));
    if (!proof.protocol.empty())
        record.proofConnection = QStringLiteral("%1, %2").arg(shown(proof.protocol), shown(proof.cipher));
}

} // namespace

Record recordOf(const apply::Entry& entry, const profile::Profile& profile, const std::string& root,
                const Phrasebook& book) {
    Record record;
    record.language = book.language();
    record.title = book.say("record", "Certificate hand-over record");
    record.facts = factsOf(entry, profile, root, book);
    record.changesTitle = book.say("record", "Changes");
    record.noChanges = book.say("record", "Nothing was changed; the state was stored as it was.");
    for (const apply::KeptChange& change : entry.changes)
        record.changes.push_back(changeText(change, profile, root, book));
    record.differenceTitle = book.say("record", "Config");
    record.difference = entry.difference;
    record.findingsTitle = book.say("record", "Findings at that time");
    record.noFindings = book.say("record", "Nothing was found.");
    for (const check::Finding& finding : entry.findings)
        record.findings.push_back(findingLine(finding, book));
    addProofWords(record, entry.proof, book);
    record.signaturesTitle = book.say("record", "Signatures");
    record.signers = {book.say("record", "Handed over"), book.say("record", "Received")};
    record.signatureFields = {book.say("record", "Name"), book.say("record", "Date"),
                              book.say("record", "Signature")};
    return record;
}

QString operationText(plan::Operation operation, const Phrasebook& book) {
    switch (operation) {
    case plan::Operation::Import:
        return book.say("record", "import");
    case plan::Operation::Replace:
        return book.say("record", "replacement");
    case plan::Operation::CrlUpdate:
        return book.say("record", "CRL update");
    case plan::Operation::Rollback:
        return book.say("record", "rollback");
    case plan::Operation::Repair:
        return book.say("record", "repair");
    case plan::Operation::Adopt:
        return book.say("record", "adoption");
    case plan::Operation::Retention:
        return book.say("record", "retention date");
    case plan::Operation::Rotate:
        break;
    }
    return book.say("record", "new master key");
}

QString changedText(const apply::Entry& entry, const Phrasebook& book) {
    QStringList names;
    for (const apply::KeptChange& change : entry.changes) {
        plan::Change named = asChange(change);
        if (named.purpose == plan::Purpose::KeyStoreStandby)
            named.purpose = plan::Purpose::KeyStorePrimary;
        if (named.purpose != plan::Purpose::ServiceFolder || entry.changes.size() == 1)
            names << purposeText(named, book);
    }
    names.removeDuplicates();
    names.removeAll(QString());
    if (names.isEmpty())
        return QStringLiteral("-");
    return names.join(book.say("values", ", ", "between the items of a list"));
}

QString proofText(apply::ProofOutcome outcome, const Phrasebook& book) {
    switch (outcome) {
    case apply::ProofOutcome::Passed:
        return book.say("record", "proved");
    case apply::ProofOutcome::Failed:
        return book.say("record", "proof failed");
    case apply::ProofOutcome::NotMade:
        break;
    }
    return book.say("record", "not proved");
}

QString restoresText(const apply::Entry& entry, const Phrasebook& book) {
    std::string_view id = entry.restores;
    if (!id.ends_with(beforeMark))
        return shown(id);
    id.remove_suffix(beforeMark.size());
    return book.say("record", "the one before %1").arg(shown(id));
}

} // namespace certwright::text
