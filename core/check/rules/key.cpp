// Why: can the key be opened, and is it the certificate's?
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
        add(findings, Severity::Blocker, key.path,
            KeyUnsupported{key.path, key.encryption.scheme, key.detail});
        break;
    case KeyState::Damaged:
        add(findings, Severity::Blocker, key.path, KeyDamaged{key.path, key.detail});
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
    if (!opened(key.state) || !leaf)
        return;
    const base::Bytes& certified = leaf->certificate.facts.key.publicKeyInfo;
    if (key.facts.publicKeyInfo != certified)
        add(findings, Severity::Blocker, key.path,
            KeyMismatch{key.path, leaf->path, ossl::sha256Hex(key.facts.publicKeyInfo),
                        ossl::sha256Hex(certified)});
}

} // namespace certwright::check
