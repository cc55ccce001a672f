// Why: a case as the command line takes it, for experiments and for tests of `validate --batch`.
#include <nlohmann/json.hpp>

#include "tests/support/forge/forge.h"

namespace certwright::forge {

namespace {

nlohmann::json pems(const Case& made, const std::vector<std::string>& names) {
    nlohmann::json list = nlohmann::json::array();
    for (const std::string& name : names)
        list.push_back(made.certificate(name).pem);
    return list;
}

} // namespace

std::string batchLine(const Case& made, const std::string& policy) {
    nlohmann::json line = {{"id", made.id},
                           {"trusted", pems(made, made.trusted)},
                           {"untrusted", pems(made, made.untrusted)},
                           {"leaf", made.certificate(made.leaf).pem},
                           {"at", base::formatIso(made.time)},
                           {"purpose", made.ask.purpose},
                           {"policy", policy}};
    for (const Crl& crl : made.crls)
        line["crls"].push_back(crl.pem);
    if (made.ask.host)
        line["host"] = *made.ask.host;
    if (made.ask.ip)
        line["ip"] = *made.ask.ip;
    if (made.ask.email)
        line["email"] = *made.ask.email;
    if (made.ask.maxDepth)
        line["max_depth"] = *made.ask.maxDepth;
    if (!made.ask.initialPolicies.empty())
        line["initial_policies"] = made.ask.initialPolicies;
    for (const auto& [key, value] : {std::pair{"explicit_policy", made.ask.explicitPolicy},
                                     std::pair{"inhibit_mapping", made.ask.inhibitMapping},
                                     std::pair{"inhibit_any", made.ask.inhibitAny}})
        if (value)
            line[key] = true;
    return line.dump();
}

} // namespace certwright::forge
