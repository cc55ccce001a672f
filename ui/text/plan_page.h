// Why: every change is seen before it is made: what was chosen, each file, and the config's difference.
#pragma once

#include "core/job/import_job.h"
#include "ui/text/page.h"
#include "ui/text/phrasebook.h"

namespace certwright::text {

// addSelected lists what was taken for each slot, with the titles of `profile`.
void addSelected(Page& page, const std::vector<job::Selected>& selected, const profile::Profile& profile,
                 const Phrasebook& book);
// addPlan lists folders and files with mode, owner, old and new fingerprint, and the config's difference,
// secrets masked.
void addPlan(Page& page, const plan::Plan& plan, const files::FileReader& reader, const Phrasebook& book);
// addOutcome is the receipt: what was written, what the proof showed, how to undo, and what is to be done now
// that `operation` is done.
void addOutcome(Page& page, const job::Outcome& outcome, const Phrasebook& book,
                plan::Operation operation = plan::Operation::Import);
// takenOverText says that the running service uses what was installed.
QString takenOverText(const Phrasebook& book);
// addProof lists the proof's steps.
void addProof(Page& page, const prove::Proof& proof, const Phrasebook& book);
// verbText says what a planned change does ("replace").
QString verbText(const plan::Change& change, const Phrasebook& book);
// purposeText says what a change is for ("server certificate (cert)").
QString purposeText(const plan::Change& change, const Phrasebook& book);
// proofStepText says what a passed step of the proof showed.
QString proofStepText(prove::ProofStep step, const Phrasebook& book);

} // namespace certwright::text
