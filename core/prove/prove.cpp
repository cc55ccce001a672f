// Why: "the service will start" is shown, not claimed.
#include "core/prove/prove.h"

#include <utility>

#include "core/prove/handshake.h"
#include "core/prove/large_lists.h"
#include "core/prove/proof_steps.h"
#include "core/prove/revocation.h"
#include "core/prove/tls_context.h"

namespace certwright::prove {

namespace {

// Recorder writes down each step as it passes or fails.
class Recorder {
  public:
    Recorder(Proof& proof, const Place& place)
        : m_proof(proof)
        , m_place(place) {}

    void pass(ProofStep step) { m_proof.passed.push_back(step); }
    void fail(ProofStep step, std::string detail) {
        m_proof.failures.push_back({check::Severity::Blocker, m_place.root,
                                    check::ProofFailed{std::string(proofStepName(step)), std::move(detail)}});
    }
    void record(ProofStep step, bool passed, const std::string& detail) {
        if (passed)
            pass(step);
        else
            fail(step, detail);
    }

  private:
    Proof& m_proof;
    const Place& m_place;
};

std::string wordsOf(const base::Error& error) {
    std::string words(base::errorCodeName(error.code));
    for (const std::string* part : {&error.subject, &error.detail})
        if (!part->empty())
            words += ": " + *part;
    return words;
}

bool recordKey(const OpenedKey& opened, Recorder& recorder) {
    // What nobody here can open is neither proved nor refuted.
    if (opened.fault == KeyFault::VendorAbsent)
        return false;
    if (!opened.passphrase) {
        recorder.fail(ProofStep::Unseal, wordsOf(opened.error));
        return false;
    }
    recorder.pass(ProofStep::Unseal);
    recorder.record(ProofStep::OpenKey, opened.key.has_value(), wordsOf(opened.error));
    return opened.key.has_value();
}

// proveWelcome: a client of the same CA gets through; CRL included where it speaks for the server's own
// certificate.
bool proveWelcome(const TlsContexts& contexts, const TlsMaterial& material, ClientCertificates clients,
                  Proof& proof, Recorder& recorder) {
    const Caller caller = clients == ClientCertificates::Demanded ? Caller::ServersOwn : Caller::Anonymous;
    const CrlUse crlUse =
        judgedByCrl(material) == material.chain.front().get() ? CrlUse::AsLoaded : CrlUse::LeftOut;
    const auto meeting = meet(contexts, material, caller, crlUse);
    if (!meeting) {
        recorder.fail(ProofStep::Handshake, wordsOf(meeting.error()));
        return false;
    }
    recorder.record(ProofStep::Handshake, meeting->accepted, meeting->detail);
    proof.protocol = meeting->protocol;
    proof.cipher = meeting->cipher;
    return meeting->accepted;
}

void proveRefusal(const TlsContexts& contexts, const TlsMaterial& material, ProofStep step, Caller caller,
                  Recorder& recorder) {
    const auto meeting = meet(contexts, material, caller, CrlUse::AsLoaded);
    if (!meeting)
        recorder.fail(step, wordsOf(meeting.error()));
    else
        recorder.record(step, meeting->serverRefused, meeting->accepted ? "accepted" : meeting->detail);
}

} // namespace

std::string_view proofStepName(ProofStep step) {
    switch (step) {
    case ProofStep::Unseal:
        return "unseal";
    case ProofStep::OpenKey:
        return "open-key";
    case ProofStep::Load:
        return "load";
    case ProofStep::Handshake:
        return "handshake";
    case ProofStep::RefuseAnonymous:
        return "refuse-anonymous";
    case ProofStep::RefuseStranger:
        return "refuse-stranger";
    case ProofStep::Revocation:
        return "revocation";
    }
    return {};
}

Proof proveInstalled(const Place& place, const Installed& installed, const OpenedKey& opened, base::Time now,
                     secret::SecretAccess access) {
    Proof proof;
    Recorder recorder(proof, place);
    if (!recordKey(opened, recorder))
        return proof;
    const auto material = loadMaterial(*place.profile, installed, *opened.key, access);
    if (!material) {
        recorder.fail(ProofStep::Load, wordsOf(material.error()));
        return proof;
    }
    const auto clients =
        place.profile->rules.mutualTls ? ClientCertificates::Demanded : ClientCertificates::NotAsked;
    const auto contexts = makeContexts(*material, clients, now);
    if (!contexts) {
        recorder.fail(ProofStep::Load, wordsOf(contexts.error()));
        return proof;
    }
    recorder.pass(ProofStep::Load);
    const bool welcome = proveWelcome(*contexts, *material, clients, proof, recorder);
    if (welcome && clients == ClientCertificates::Demanded) {
        proveRefusal(*contexts, *material, ProofStep::RefuseAnonymous, Caller::Anonymous, recorder);
        proveRefusal(*contexts, *material, ProofStep::RefuseStranger, Caller::Stranger, recorder);
    }
    if (!material->largeLists.empty()) {
        const auto judged = proveLargeLists(*material, now);
        recorder.record(ProofStep::Revocation, judged.has_value(),
                        judged ? std::string{} : judged.error().detail);
    }
    if (!material->crls.empty()) {
        const auto consulted = proveRevocation(*contexts, *material);
        recorder.record(ProofStep::Revocation, consulted.has_value(),
                        consulted ? std::string{} : consulted.error().detail);
    }
    return proof;
}

Proof prove(const files::FileReader& reader, const Place& place, base::Time now,
            secret::SecretAccess access) {
    const auto installed = readInstalled(reader, place);
    if (!installed) {
        Proof proof;
        Recorder(proof, place).fail(ProofStep::Unseal, wordsOf(installed.error()));
        return proof;
    }
    return proveInstalled(place, *installed, openInstalledKey(reader, place, *installed, access), now,
                          access);
}

} // namespace certwright::prove
