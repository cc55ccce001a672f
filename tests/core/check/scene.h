// Why: a rule is seen best against material in which only one thing is wrong. A good order is changed in one
// place, made into certificates, and judged.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/check/check.h"
#include "core/document/make.h"

namespace certwright::test {

// today is 2026-11-21T12:00:00Z in all tests.
base::Time today();
// at reads a time as base::parseTime does; aborts if it is none.
base::Time at(const char* text);

// keyNamed returns the P-256 key of this name, generated when first asked for.
std::shared_ptr<const document::PrivateKey> keyNamed(const std::string& name);
// caOrder and serverOrder order certificates of common name `name` that no rule finds fault with.
document::CertificateSpec caOrder(const std::string& name);
document::CertificateSpec serverOrder(const std::string& name);
// issue makes a certificate for the key `keyName`, self-signed without `issuer`; aborts if that fails.
document::Identity issue(const document::CertificateSpec& spec, const std::string& keyName,
                         const document::Identity* issuer = nullptr);
// crlOrder orders an empty CRL that is good for a month.
document::CrlSpec crlOrder();
document::Crl issueCrl(const document::CrlSpec& spec, const document::Identity& issuer);

// Order is what a scene is made of: root, intermediate below it, server's certificate below that.
struct Order {
    document::CertificateSpec root = caOrder("Practice Root");
    document::CertificateSpec intermediate = caOrder("Practice Intermediate");
    document::CertificateSpec leaf = serverOrder("server.example.com");
    document::CrlSpec rootCrl = crlOrder();
    document::CrlSpec intermediateCrl = crlOrder();
};

// Scene: /in/server.pem holds the server's certificate and the intermediate, /in/server.key its opened key,
// /in/ca.crt the root, /in/ca.crl and /in/intermediate.crl the lists. As it is made, no rule finds anything.
struct Scene {
    document::Identity root;
    document::Identity intermediate;
    document::Identity leaf;
    check::Material material;
    check::Policy policy;
    base::Time now = today();

    check::Verdict judge() const { return check::check(material, policy, now); }
};

Scene sceneOf(const Order& order = {});

// said writes each finding as "severity code subject", in the order of the verdict. Rules of form (lint,
// unsafe keys) are left out: they have tests of their own.
std::vector<std::string> said(const check::Findings& findings);

// Row is one case: what to change in the order and in what was made of it, and all that may be said then.
struct Row {
    std::function<void(Order&)> order;
    std::function<void(Scene&)> change;
    std::vector<std::string> expected;
};

// judgeRow makes the row's scene and returns what is said of it.
std::vector<std::string> judgeRow(const Row& row);
// bodyOf returns the first body of type Body in the verdict's findings, nullptr if there is none.
template <typename Body> const Body* bodyOf(const check::Verdict& verdict) {
    for (const check::Finding& finding : verdict.findings)
        if (const auto* body = finding.body.as<Body>())
            return body;
    return nullptr;
}

} // namespace certwright::test
