// Why: which host a certificate speaks for, decided as clients decide it (RFC 9525).
#include "core/check/host.h"

#include <algorithm>
#include <deque>

#include "core/check/names/address.h"

namespace certwright::check {

namespace {

using document::AltName;
using document::AltNameKind;
using names::GeneralName;
using names::NameKind;

// Presented are the names of a certificate that hosts are compared with; addresses are octets again.
class Presented {
  public:
    explicit Presented(const std::vector<AltName>& altNames) {
        for (const AltName& alt : altNames)
            if (alt.kind == AltNameKind::Dns)
                m_names.push_back({NameKind::Dns, base::viewOf(alt.value)});
            else if (auto octets = alt.kind == AltNameKind::Ip ? names::addressOf(alt.value) : std::nullopt)
                m_names.push_back({NameKind::Ip, m_addresses.emplace_back(std::move(*octets))});
    }

    const std::vector<GeneralName>& all() const { return m_names; }

  private:
    std::deque<base::Bytes> m_addresses;
    std::vector<GeneralName> m_names;
};

} // namespace

bool commonNameCounts(const document::CertificateFacts& facts, CommonName commonName) {
    return commonName == CommonName::Count && std::ranges::none_of(facts.altNames, [](const AltName& alt) {
               return alt.kind == AltNameKind::Dns || alt.kind == AltNameKind::Ip ||
                      alt.kind == AltNameKind::Uri;
           });
}

bool coversAsked(const document::CertificateFacts& facts, const names::Asked& asked,
                 names::WildcardReach reach, CommonName commonName) {
    if (names::covers(Presented(facts.altNames).all(), asked, reach))
        return true;
    return commonNameCounts(facts, commonName) &&
           names::coversCommonName(facts.subject.commonName, asked, reach);
}

bool coversHost(const document::CertificateFacts& facts, std::string_view host, CommonName commonName) {
    const auto asked = names::askedHost(host);
    return asked && coversAsked(facts, *asked, names::WildcardReach::TwoLabels, commonName);
}

} // namespace certwright::check
