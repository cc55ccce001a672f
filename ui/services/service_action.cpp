// Why: see service_action.h.
#include "ui/services/service_action.h"

#include <map>

namespace certwright::services {

std::optional<ServiceAction> actionFor(const check::Finding& finding) {
    static const std::map<std::string_view, ServiceAction> actions{
        {check::ServiceGone::code, ServiceAction::Remove},
        {check::CrlExpired::code, ServiceAction::UpdateCrl},
        {check::CrlExpiresSoon::code, ServiceAction::UpdateCrl},
        {check::CertificateExpired::code, ServiceAction::Replace},
        {check::CertificateExpiresSoon::code, ServiceAction::Replace}};
    const auto found = actions.find(check::codeOf(finding));
    return found == actions.end() ? std::nullopt : std::optional(found->second);
}

QString actionText(ServiceAction action, const text::Phrasebook& book) {
    switch (action) {
    case ServiceAction::Verify:
        return book.say("services", "Verify");
    case ServiceAction::UpdateCrl:
        return book.say("services", "Update CRL…");
    case ServiceAction::Replace:
        return book.say("services", "Replace certificate…");
    case ServiceAction::OpenFolder:
        return book.say("services", "Open folder");
    case ServiceAction::RollBack:
        return book.say("services", "Roll back…");
    case ServiceAction::ExportDates:
        return book.say("services", "Export dates…");
    case ServiceAction::Remove:
        break;
    }
    return book.say("services", "Remove from the list…");
}

} // namespace certwright::services
