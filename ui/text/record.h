// Why: the record of one transaction is shown on a page, printed as a report and handed over in either
// language; what it says is decided once.
#pragma once

#include <utility>
#include <vector>

#include <QString>
#include <QStringList>

#include "core/apply/history.h"
#include "core/profile/profile.h"
#include "ui/text/phrasebook.h"

namespace certwright::text {

// RecordFact is a label and what stands behind it.
struct RecordFact {
    QString label;
    QString value;
};

// RecordChange is one changed file or folder: what was done to it, and what is known of old and new.
struct RecordChange {
    QString action;
    QString path;
    QString purpose;
    std::vector<RecordFact> facts;
};

// RecordFinding is what was noticed then.
struct RecordFinding {
    check::Severity severity = check::Severity::Note;
    QString label;
    QString sentence;
    QString nextStep;
    QString detail;
};

// Record is one transaction in words, in one language, in reading order. Holds no secret: values of secret
// keys in `difference` were masked when the change was planned. Every text may hold foreign names: valid
// UTF-8 without control characters, but not escaped for any markup. `changes`, `difference`, `findings` and
// `proofSteps` may be empty; then `noChanges` and `noFindings` say so.
struct Record {
    Language language = Language::English;
    QString title;
    std::vector<RecordFact> facts;
    QString changesTitle;
    QString noChanges;
    std::vector<RecordChange> changes;
    QString differenceTitle;
    std::vector<plan::DifferenceLine> difference;
    QString findingsTitle;
    QString noFindings;
    std::vector<RecordFinding> findings;
    QString proofTitle;
    QString proofVerdict;
    QStringList proofSteps;
    QString proofConnection;
    QStringList signers;
    QStringList signatureFields;
    QString signaturesTitle;
};

// recordOf puts an entry of the history of the service at `root` into words.
Record recordOf(const apply::Entry& entry, const profile::Profile& profile, const std::string& root,
                const Phrasebook& book);

// operationText names what a transaction was ("import").
QString operationText(plan::Operation operation, const Phrasebook& book);
// changedText says in a few words what a transaction changed ("cert, key, config").
QString changedText(const apply::Entry& entry, const Phrasebook& book);
// proofText says in a word how the proof went ("proved").
QString proofText(apply::ProofOutcome outcome, const Phrasebook& book);
// restoresText names the state that a rollback went back to, empty for other transactions.
QString restoresText(const apply::Entry& entry, const Phrasebook& book);

} // namespace certwright::text
