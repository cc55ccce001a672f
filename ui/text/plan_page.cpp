// Why: the preview and the receipt, in the order in which things happen.
#include "ui/text/plan_page.h"

#include "core/files/path.h"
#include "ui/text/value_text.h"

namespace certwright::text {

namespace {

QString fingerprints(const plan::Change& change, const Phrasebook& book) {
    const QString before = change.before ? shortPrint(change.before->sha256) : QString();
    if (change.kind == plan::ChangeKind::RemoveFile)
        return before;
    if (change.kind != plan::ChangeKind::WriteFile)
        return {};
    const QString after = shortPrint(change.sha256);
    return before.isEmpty() ? book.say("plan", "new %1").arg(after)
                            : QStringLiteral("%1 → %2").arg(before, after);
}

QString aboutText(const plan::Change& change) {
    if (change.about.empty())
        return shown(change.beforeAbout);
    if (change.beforeAbout.empty() || change.beforeAbout == change.about)
        return shown(change.about);
    return QStringLiteral("%1 → %2").arg(shown(change.beforeAbout), shown(change.about));
}

QString ownerText(const plan::Change& change, const files::FileReader& reader) {
    const base::Owner owner = change.owner ? *change.owner : reader.self();
    return shown(reader.accountName(owner.user));
}

void addDifference(Page& page, const plan::Plan& plan, const Phrasebook& book) {
    if (plan.configDifference.empty())
        return;
    page.heading(book.say("plan", "Config"));
    for (const plan::DifferenceLine& line : plan.configDifference) {
        if (line.kind == '@') {
            page.line(shown(line.text), 2);
            continue;
        }
        const QString text =
            QStringLiteral("%1 %2 %3").arg(line.line, 4).arg(QLatin1Char(line.kind)).arg(shown(line.text));
        page.line(text, 2, line.kind == '-' ? Ink::Red : line.kind == '+' ? Ink::Green : Ink::Dim);
    }
}

} // namespace

QString proofStepText(prove::ProofStep step, const Phrasebook& book) {
    switch (step) {
    case prove::ProofStep::Unseal:
        return book.say("plan", "the sealed passphrase opens");
    case prove::ProofStep::OpenKey:
        return book.say("plan", "the passphrase opens the key");
    case prove::ProofStep::Load:
        return book.say("plan", "key, certificate, CA and revocation list load for TLS");
    case prove::ProofStep::Handshake:
        return book.say("plan", "a client that trusts the CA accepts the server");
    case prove::ProofStep::RefuseAnonymous:
        return book.say("plan", "a client without a certificate is refused");
    case prove::ProofStep::RefuseStranger:
        return book.say("plan", "a client with an unknown certificate is refused");
    case prove::ProofStep::Revocation:
        break;
    }
    return book.say("plan", "the revocation list is in effect and does not list the server");
}

QString verbText(const plan::Change& change, const Phrasebook& book) {
    switch (change.kind) {
    case plan::ChangeKind::WriteFile:
        return change.before ? book.say("plan", "replace") : book.say("plan", "create");
    case plan::ChangeKind::RemoveFile:
        return book.say("plan", "remove");
    case plan::ChangeKind::MakeFolder:
        return book.say("plan", "make folder");
    case plan::ChangeKind::SetMode:
        break;
    }
    return accessWords() == AccessWords::Owners ? book.say("plan", "set access")
                                                : book.say("plan", "set mode");
}

QString purposeText(const plan::Change& change, const Phrasebook& book) {
    switch (change.purpose) {
    case plan::Purpose::ServiceFolder:
        return book.say("plan", "folder of the service");
    case plan::Purpose::SlotFile:
        return shown(change.slot);
    case plan::Purpose::Config:
        return book.say("plan", "config");
    case plan::Purpose::KeyStorePrimary:
        return book.say("plan", "key store");
    case plan::Purpose::KeyStoreStandby:
        return book.say("plan", "key store, standby copy");
    case plan::Purpose::KeyBackup:
        return book.say("plan", "backup of the key");
    case plan::Purpose::KeyHash:
        return book.say("plan", "hash of the key");
    case plan::Purpose::ConfigInclude:
        return book.say("plan", "server block that takes the config in");
    case plan::Purpose::Leftover:
        break;
    }
    return book.say("plan", "leftover copy");
}

void addSelected(Page& page, const std::vector<job::Selected>& selected, const profile::Profile& profile,
                 const Phrasebook& book) {
    page.heading(book.say("plan", "Files"));
    std::vector<QStringList> rows;
    for (const job::Selected& entry : selected) {
        const profile::Slot* slot = profile.slot(entry.slot);
        rows.push_back({slot != nullptr ? titleText(book, slot->title) : shown(entry.slot), shown(entry.path),
                        shown(entry.about)});
    }
    page.table(rows, 2);
}

void addPlan(Page& page, const plan::Plan& plan, const files::FileReader& reader, const Phrasebook& book) {
    page.heading(book.say("plan", "Changes in %1").arg(shown(plan.root)));
    if (plan.changes.empty())
        page.line(book.say("plan", "Nothing to change."), 2);
    std::vector<QStringList> rows;
    for (const plan::Change& change : plan.changes) {
        const bool below = files::isBelow(change.path, plan.root);
        const std::string path = below ? files::relativeTo(change.path, plan.root) : change.path;
        rows.push_back({verbText(change, book), shown(path), mode(book, change.mode),
                        ownerText(change, reader), fingerprints(change, book), aboutText(change)});
    }
    page.table(rows, 2);
    addDifference(page, plan, book);
}

void addProof(Page& page, const prove::Proof& proof, const Phrasebook& book) {
    page.heading(book.say("plan", "Proof"));
    for (const prove::ProofStep step : proof.passed)
        page.line(page.inked(QStringLiteral("✓ "), Ink::Green) + proofStepText(step, book), 2);
    if (!proof.protocol.empty())
        page.line(QStringLiteral("  %1, %2").arg(shown(proof.protocol), shown(proof.cipher)), 2, Ink::Dim);
}

QString takenOverText(const Phrasebook& book) {
    return book.say("plan", "The running service has taken over what was installed.");
}

void addOutcome(Page& page, const job::Outcome& outcome, const Phrasebook& book, plan::Operation operation) {
    if (!outcome.proof.passed.empty() || !outcome.proof.failures.empty())
        addProof(page, outcome.proof, book);
    page.blank();
    if (outcome.undone) {
        page.line(book.say("plan", "The proof failed; everything is as it was."), 0, Ink::Red);
        return;
    }
    const int written = static_cast<int>(outcome.receipt.written.size());
    page.line(book.say("plan", "Done: %n file(s) written.", nullptr, written), 0, Ink::Green);
    if (!outcome.proof.failures.empty())
        page.line(book.say("plan", "The proof does not succeed in this state; it stays as you wanted it."), 0,
                  Ink::Red);
    page.table({{book.say("plan", "Receipt"), shown(outcome.receipt.id)},
                {book.say("plan", "Time"), dateTime(outcome.receipt.startedAt)},
                {book.say("plan", "History"),
                 shown(outcome.receipt.stateFolder + "/history/" + outcome.receipt.id)}},
               2);
    for (const std::string& folder : outcome.receipt.exchanged)
        page.line(book.say("plan", "Changed in one step: %1").arg(shown(folder)), 2, Ink::Dim);
    // What was told of the running service says more.
    if ((outcome.receipt.written.empty() && outcome.receipt.removed.empty()) || !outcome.told.empty())
        return;
    if (outcome.reloaded) {
        page.line(takenOverText(book));
        return;
    }
    const QString next =
        operation == plan::Operation::CrlUpdate
            ? book.say("plan",
                       "A running service that was started with a revocation list takes the new one up "
                       "by itself; otherwise restart it.")
            : book.say("plan", "Restart the service now, so that it reads the new files.");
    page.line(QStringLiteral("→ ") + next);
}

} // namespace certwright::text
