// Why: a question is a material without key, files and slots.
#include "core/check/validate.h"

namespace certwright::check {

Verdict validate(Question question) {
    Material material;
    material.leaf = std::move(question.leaf);
    material.cas = std::move(question.trusted);
    material.pool = std::move(question.untrusted);
    material.crls = std::move(question.crls);
    return check(material, question.policy, question.at);
}

} // namespace certwright::check
