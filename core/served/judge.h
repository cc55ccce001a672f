// Why: what was fetched is judged as a value, so that every verdict can be repeated without a server.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/check/finding.h"
#include "core/check/material.h"
#include "core/check/policy.h"
#include "core/served/fetch.h"
#include "core/served/staple.h"

namespace certwright::served {

// ClientRule: whether the service is meant to demand a certificate of its clients.
enum class ClientRule { Free, Demanded };

// Installation is what is installed for the service that should be behind the server: fingerprints are
// SHA-256 in hexadecimal; `earlier` are those of certificates that were installed before.
struct Installation {
    std::string fingerprint;
    std::set<std::string> earlier;
    ClientRule clients = ClientRule::Free;
};

// Expectation is what the served chain is held against. `trusted` empty: nobody said whom to trust, and trust
// is not judged. `known` are other certificates at hand; with them it is told a chain that lacks one from a
// chain of somebody else. `shown` is the certificate that was shown as the client's own, if one was.
// `policy` without a host: the names must cover Served::name.
struct Expectation {
    std::vector<document::Certificate> trusted;
    std::vector<document::Certificate> known;
    std::vector<check::SourcedCrl> crls;
    check::Policy policy;
    base::Time at;
    std::optional<Installation> installed;
    std::optional<document::Certificate> shown = {};
};

// Judgement: findings worst first; `names` are the subjects of the path to a trusted certificate, leaf first,
// empty if there is none; `staple` is there if one was sent.
struct Judgement {
    check::Findings findings;
    std::vector<std::string> names;
    std::optional<Staple> staple;
};

// judgeServed reads nothing but its arguments. The subject of its findings is Served::endpoint.
Judgement judgeServed(const Served& served, const Expectation& expectation);

} // namespace certwright::served
