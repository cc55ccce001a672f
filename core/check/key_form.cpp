// Why: see key_form.h.
#include "core/check/key_form.h"

#include "core/check/foreign.h"
#include "core/document/encryption_facts.h"

namespace certwright::check {

namespace {

std::string_view asideName(document::AsideKind kind) {
    switch (kind) {
    case document::AsideKind::PublicKey:
        return "public-key";
    case document::AsideKind::Parameters:
        return "parameters";
    case document::AsideKind::Message:
        return "message";
    case document::AsideKind::Secret:
        return "secret";
    case document::AsideKind::SdsiCertificate:
        return "sdsi-certificate";
    case document::AsideKind::OtherBag:
        break;
    }
    return "bag";
}

} // namespace

FindingBody damageBody(const std::string& path, const document::Damage& damage) {
    if (damage.fault)
        return KeyMalformed{path, damage.label, damage.line, std::string(faultName(*damage.fault)),
                            damage.detail};
    return damagedBody(path, damage);
}

FindingBody refusalBody(const SourcedKey& key) {
    if (key.fault)
        return KeyMalformed{key.path, {}, 0, std::string(faultName(*key.fault)), key.detail};
    if (key.state == KeyState::Unsupported)
        return KeyUnsupported{key.path, document::encryptionName(key.encryption), key.detail};
    return KeyDamaged{key.path, key.detail};
}

FindingBody remarkBody(const std::string& path, document::Fault fault) {
    return KeyMalformed{path, {}, 0, std::string(faultName(fault)), {}};
}

FindingBody asideBody(const std::string& path, const document::Aside& aside) {
    return PartUnusable{path, std::string(asideName(aside.kind)), aside.what, aside.line};
}

} // namespace certwright::check
