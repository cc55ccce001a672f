// Why: see json_doctor.h.
#include "ui/text/json_doctor.h"

namespace certwright::text {

Json jsonOf(const job::Doctored& doctored, const Books& books) {
    Json out = Json::array();
    for (const job::Diagnosed& diagnosed : doctored.findings) {
        Json finding = jsonOf(diagnosed.finding, books);
        finding["fix"] = diagnosed.mending == job::Mending::Automatic;
        out.push_back(std::move(finding));
    }
    return out;
}

} // namespace certwright::text
