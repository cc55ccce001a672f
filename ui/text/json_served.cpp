// Why: what a server serves, for scripts.
#include "ui/text/json_document.h"
#include "ui/text/served_page.h"

namespace certwright::text {

namespace {

using served::Answer;

const char* nameOf(Answer answer) {
    switch (answer) {
    case Answer::Accepted:
        return "accepted";
    case Answer::Refused:
        return "refused";
    case Answer::Unknown:
        break;
    }
    return "unknown";
}

const char* nameOf(served::ClientDemand demand) {
    switch (demand) {
    case served::ClientDemand::NotAsked:
        return "not-asked";
    case served::ClientDemand::LetIn:
        return "let-in";
    case served::ClientDemand::Unclear:
        return "unclear";
    case served::ClientDemand::Refused:
        break;
    }
    return "refused";
}

Json timeOf(const std::optional<base::Time>& time) {
    return time ? Json(base::formatIso(*time)) : Json();
}

} // namespace

Json jsonOf(const job::ServeCheck& check, base::Time now) {
    const served::Served& served = check.served;
    Json versions = Json::object();
    for (const served::VersionAnswer& one : served.versions)
        versions[one.version] = nameOf(one.answer);
    Json chain = Json::array();
    for (const document::Certificate& certificate : served.chain)
        chain.push_back(jsonOf(document::Item{certificate, document::Encoding::Der}, now));
    Json out{{"address", served.endpoint},
             {"name", served.name},
             {"protocol", served.protocol},
             {"cipher", served.cipher},
             {"versions", versions},
             {"clientCertificate", nameOf(served.demand)},
             {"ownCertificate", nameOf(served.ownAnswer)},
             {"staple", Json()},
             {"chain", chain},
             {"path", check.judgement.names},
             {"installed", check.installed.empty() ? Json() : Json(check.installed)}};
    if (const auto& staple = check.judgement.staple)
        out["staple"] = {{"state", stapleStateName(staple->state)},
                         {"thisUpdate", timeOf(staple->thisUpdate)},
                         {"nextUpdate", timeOf(staple->nextUpdate)}};
    return out;
}

} // namespace certwright::text
