// Why: see judged_case.h.
#include "tests/core/check/judged_case.h"

#include <algorithm>

#include "core/document/parse.h"
#include "core/ossl/digest.h"

namespace certwright::test {

namespace {

using Objects = std::vector<document::Object>;

// objectsOf reads one PEM text; nothing if it is damaged.
Objects objectsOf(const std::string& pem) {
    document::ParsedFile parsed = document::parse(base::viewOf(pem), secret::SecretAccess::grant());
    Objects objects;
    if (parsed.damages.empty())
        for (document::Item& item : parsed.items)
            objects.push_back(std::move(item.object));
    return objects;
}

std::vector<check::SourcedCertificate> certificatesOf(const forge::Case& made,
                                                      const std::vector<std::string>& names) {
    std::vector<check::SourcedCertificate> certificates;
    for (const std::string& name : names)
        for (document::Object& object : objectsOf(made.certificate(name).pem))
            if (auto* certificate = std::get_if<document::Certificate>(&object))
                certificates.push_back({std::move(*certificate), name});
    return certificates;
}

std::vector<check::SourcedCrl> crlsOf(const forge::Case& made) {
    std::vector<check::SourcedCrl> crls;
    for (const forge::Crl& crl : made.crls)
        for (document::Object& object : objectsOf(crl.pem))
            if (auto* list = std::get_if<document::Crl>(&object))
                crls.push_back({std::move(*list), crl.name});
    return crls;
}

template <typename T> void put(std::vector<T>& things, Sequence sequence) {
    if (sequence == Sequence::Reversed)
        std::reverse(things.begin(), things.end());
    if (sequence == Sequence::Rotated && !things.empty())
        std::rotate(things.begin(), things.begin() + static_cast<std::ptrdiff_t>(things.size() / 2),
                    things.end());
}

check::Policy policyOf(const forge::Case& made, const std::string& name) {
    check::Policy policy = check::policyNamed(name).value();
    const auto flag = [](bool on) { return on ? check::PolicyFlag::On : check::PolicyFlag::Off; };
    policy.host = made.ask.host;
    policy.ip = made.ask.ip;
    policy.email = made.ask.email;
    policy.purpose = made.ask.purpose == "client" ? check::Purpose::Client : check::Purpose::Server;
    if (made.ask.maxDepth)
        policy.maximumDepth = *made.ask.maxDepth;
    policy.inputs.initialPolicies = made.ask.initialPolicies;
    policy.inputs.explicitPolicy = flag(made.ask.explicitPolicy);
    policy.inputs.inhibitMapping = flag(made.ask.inhibitMapping);
    policy.inputs.inhibitAny = flag(made.ask.inhibitAny);
    return policy;
}

std::string nameOf(const forge::Case& made, const base::Bytes& fingerprint) {
    for (const forge::Certificate& certificate : made.certificates)
        if (ossl::sha256(certificate.der) == fingerprint)
            return certificate.name;
    return "?";
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

std::vector<std::string> pathOf(const forge::Case& made, const check::Verdict& verdict) {
    std::vector<std::string> names;
    for (const base::Bytes& fingerprint : verdict.fingerprints)
        names.push_back(nameOf(made, fingerprint));
    return names;
}

bool found(const check::Verdict& verdict, const std::string& code) {
    return std::any_of(verdict.findings.begin(), verdict.findings.end(),
                       [&](const check::Finding& finding) { return check::codeOf(finding) == code; });
}

} // namespace

check::Verdict judge(const forge::Case& made, const std::string& policy, Sequence sequence) {
    check::Question question;
    question.policy = policyOf(made, policy);
    question.at = made.time;
    question.trusted = certificatesOf(made, made.trusted);
    question.untrusted = certificatesOf(made, made.untrusted);
    question.crls = crlsOf(made);
    put(question.trusted, sequence);
    put(question.untrusted, sequence);
    put(question.crls, sequence);
    auto leaf = certificatesOf(made, {made.leaf});
    if (leaf.size() == 1) {
        question.leaf = std::move(leaf.front());
        return check::validate(std::move(question));
    }
    check::Verdict unread;
    unread.findings.push_back({check::Severity::Blocker, made.leaf, check::FileDamaged{}});
    return unread;
}

std::string summaryOf(const forge::Case& made, const check::Verdict& verdict) {
    std::string text = verdict.valid() ? "valid [" : "invalid [";
    for (const check::Finding& finding : verdict.findings)
        text += std::string(finding.severity == check::Severity::Blocker ? " !" : " ") +
                std::string(check::codeOf(finding));
    return text + " ] path " + joined(pathOf(made, verdict));
}

std::string differenceOf(const forge::Case& made, const forge::Expectation& expected,
                         const check::Verdict& verdict) {
    std::string difference;
    if (verdict.valid() != expected.valid)
        difference += expected.valid ? "should be valid; " : "should be invalid; ";
    for (const std::string& code : expected.findings)
        if (!found(verdict, code))
            difference += code + " is missing; ";
    for (const std::string& code : expected.absent)
        if (found(verdict, code))
            difference += code + " should not be there; ";
    if (!expected.path.empty() && pathOf(made, verdict) != expected.path)
        difference += "the path should be " + joined(expected.path) + "; ";
    return difference.empty() ? difference : difference + "is " + summaryOf(made, verdict);
}

} // namespace certwright::test
