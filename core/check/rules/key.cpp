// Why: can the key be opened, and is it the certificate's?
#include "core/check/key_form.h"
#include "core/check/rules/rules.h"
#include "core/ossl/digest.h"

namespace certwright::check {

namespace {

void judgeState(const SourcedKey& key, Findings& findings) {
    switch (key.state) {
    case KeyState::Absent:
    case KeyState::Opened:
        break;
    case KeyState::OpenedAsGb18030:
        add(findings, Severity::Note, key.path, PasswordInGb18030{key.path});
        break;
    case KeyState::Unencrypted:
        add(findings, Severity::Warning, key.path, KeyUnencrypted{key.path});
        break;
    case KeyState::PasswordNeeded:
        add(findings, Severity::Blocker, key.path, PasswordNeeded{key.path});
        break;
    case KeyState::PasswordWrong:
        add(findings, Severity::Blocker, key.path, PasswordWrong{key.path, key.attempts});
        break;
    case KeyState::Unsupported:
    case KeyState::Damaged:
        add(findings, Severity::Blocker, key.path, refusalBody(key));
        break;
    }
}

} // namespace

bool opened(KeyState state) {
    return state == KeyState::Opened || state == KeyState::OpenedAsGb18030 || state == KeyState::Unencrypted;
}

void keyRules(const Context& context, Findings& findings) {
    const SourcedKey& key = context.material.key;
    judgeState(key, findings);

    const auto maximum = context.policy.passwordMaximumCharacters;
    if (maximum && key.passwordCharacters && *key.passwordCharacters > *maximum)
        add(findings, Severity::Blocker, key.path, PasswordTooLong{*key.passwordCharacters, *maximum});

    const auto& leaf = context.material.leaf;
    if (!opened(key.state))
        return;
    for (const document::Fault remark : key.remarks)
        add(findings, Severity::Warning, key.path, remarkBody(key.path, remark));
    if (!leaf)
        return;
    const base::Bytes& certified = leaf->certificate.facts.key.publicKeyInfo;
    if (key.facts.publicKeyInfo != certified)
        add(findings, Severity::Blocker, key.path,
            KeyMismatch{key.path, leaf->path, ossl::sha256Hex(key.facts.publicKeyInfo),
                        ossl::sha256Hex(certified)});
}

} // namespace certwright::check
