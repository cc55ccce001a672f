// Why: a question is a material without key, files and slots.
#include "core/check/validate.h"

namespace certwright::check {

namespace {

// What an import does with the files that it got: nothing is written here.
bool isOfImport(const Finding& finding) {
    return finding.body.is<ChainReordered>() || finding.body.is<CertificateUnused>();
}

} // namespace

Verdict validate(Question question) {
    Material material;
    material.leaf = std::move(question.leaf);
    material.cas = std::move(question.trusted);
    material.pool = std::move(question.untrusted);
    material.crls = std::move(question.crls);
    Verdict verdict = check(material, question.policy, question.at);
    std::erase_if(verdict.findings, isOfImport);
    return verdict;
}

} // namespace certwright::check
