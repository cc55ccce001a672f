// Why: see forge.h; here the parts of a case file are put together.
#include <openssl/evp.h>

#include <algorithm>
#include <filesystem>

#include "tests/support/forge/crl.h"

namespace certwright::forge {

namespace {

std::vector<std::string> namesOr(Fields& fields, const std::string& key,
                                 const std::vector<std::string>& usual) {
    const bool given = fields.has(key);
    const auto names = fields.texts(key);
    return given ? names : usual;
}

// placeCertificates says who is trusted and who is merely at hand, by default by who has an issuer.
void placeCertificates(Case& made, Fields& fields) {
    made.leaf = fields.text("leaf", "leaf");
    std::vector<std::string> roots;
    for (const Certificate& certificate : made.certificates)
        if (certificate.issuer == certificate.name && certificate.name != made.leaf)
            roots.push_back(certificate.name);
    made.trusted = namesOr(fields, "trusted", roots);
    std::vector<std::string> others;
    for (const Certificate& certificate : made.certificates)
        if (certificate.name != made.leaf &&
            std::find(made.trusted.begin(), made.trusted.end(), certificate.name) == made.trusted.end())
            others.push_back(certificate.name);
    made.untrusted = namesOr(fields, "untrusted", others);
    for (const auto& names : {made.trusted, made.untrusted, {made.leaf}})
        for (const std::string& name : names)
            made.certificate(name);
}

Ask askOf(Fields& whole) {
    Fields fields(whole.find("ask").value_or(YAML::Node()), "ask");
    Ask ask;
    ask.host = fields.text("host");
    ask.ip = fields.text("ip");
    ask.email = fields.text("email");
    ask.purpose = fields.text("purpose", "server");
    if (const auto depth = fields.number("max-depth"))
        ask.maxDepth = static_cast<int>(*depth);
    ask.initialPolicies = fields.texts("initial-policies");
    ask.explicitPolicy = fields.flag("explicit-policy");
    ask.inhibitMapping = fields.flag("inhibit-mapping");
    ask.inhibitAny = fields.flag("inhibit-any");
    fields.done();
    return ask;
}

// expectation reads "valid", "invalid", a list of codes (which makes it invalid) or {valid, findings, absent,
// path}.
Expectation expectation(const std::string& policy, const YAML::Node& node) {
    static const std::vector<std::string> policies = {"service", "rfc5280", "webpki"};
    if (std::find(policies.begin(), policies.end(), policy) == policies.end())
        throw BadCase("policy: there is no " + policy);
    Expectation expected{policy, false, {}, {}, {}};
    if (node.IsScalar()) {
        expected.valid = node.Scalar() == "valid";
        if (!expected.valid && node.Scalar() != "invalid")
            throw BadCase("policy: neither valid nor invalid: " + node.Scalar());
        return expected;
    }
    Fields fields(node.IsMap() ? node : YAML::Node(), "expected");
    if (node.IsSequence()) {
        for (const YAML::Node& code : node)
            expected.findings.push_back(code.Scalar());
        return expected;
    }
    expected.valid = fields.flag("valid");
    expected.findings = fields.texts("findings");
    expected.absent = fields.texts("absent");
    expected.path = fields.texts("path");
    fields.done();
    return expected;
}

std::vector<Expectation> expectationsOf(Fields& fields) {
    std::vector<Expectation> all;
    const YAML::Node policy = fields.find("policy").value_or(YAML::Load("rfc5280"));
    if (policy.IsMap()) {
        for (const auto& pair : policy)
            all.push_back(expectation(pair.first.Scalar(), pair.second));
        return all;
    }
    const auto expected = fields.find("expected");
    if (!expected)
        throw BadCase("expected: missing");
    for (const std::string& name : fields.texts("policy"))
        all.push_back(expectation(name, *expected));
    if (!fields.has("policy"))
        all.push_back(expectation("rfc5280", *expected));
    return all;
}

} // namespace

const Certificate& Case::certificate(const std::string& name) const {
    for (const Certificate& candidate : certificates)
        if (candidate.name == name)
            return candidate;
    throw BadCase("the chain has no " + name);
}

Case make(const YAML::Node& node, const std::string& id) {
    try {
        Fields fields(node, id);
        Case made;
        made.id = id;
        made.why = fields.text("why", "");
        made.certificates = makeCertificates(fields.find("chain").value_or(YAML::Node()));
        placeCertificates(made, fields);
        if (const auto list = fields.find("crl-list"))
            made.crls = makeCrls(*list, made.certificates);
        const auto time = base::parseTime(fields.text("time", "2026-06-01T00:00:00Z"));
        if (!time)
            throw BadCase("time: no time");
        made.time = *time;
        made.ask = askOf(fields);
        made.expectations = expectationsOf(fields);
        fields.done();
        return made;
    } catch (const std::exception& problem) {
        throw BadCase(id + ": " + problem.what());
    }
}

Case makeFromText(const std::string& yaml, const std::string& id) {
    return make(YAML::Load(yaml), id);
}

Case load(const std::string& path) {
    const std::filesystem::path file(path);
    const std::string id = (file.parent_path().filename() / file.stem()).generic_string();
    try {
        return make(YAML::LoadFile(path), id);
    } catch (const YAML::Exception& problem) {
        throw BadCase(id + ": " + problem.what());
    }
}

std::string pemOf(const std::string& label, const Bytes& der) {
    std::string base64(4 * ((der.size() + 2) / 3) + 1, '\0');
    const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(base64.data()), der.data(),
                                     static_cast<int>(der.size()));
    base64.resize(static_cast<std::size_t>(size));
    std::string pem = "-----BEGIN " + label + "-----\n";
    for (std::size_t i = 0; i < base64.size(); i += 64)
        pem += base64.substr(i, 64) + "\n";
    return pem + "-----END " + label + "-----\n";
}

} // namespace certwright::forge
