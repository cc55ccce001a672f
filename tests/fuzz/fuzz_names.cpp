// Why: names and constraints are octets of strangers, a host is what a person typed; whatever they are, the
// answer is yes or no, and what is read twice is read the same.
#include <cstdint>
#include <cstdlib>

#include "core/check/names/bound_names.h"
#include "core/check/names/identity.h"
#include "core/check/policies/extensions.h"

namespace {

using namespace certwright;
using namespace certwright::check::names;

void require(bool condition) {
    if (!condition)
        std::abort();
}

// identity asks for a typed host, and for a typed mailbox, among names.
void identity(base::ByteView names, std::string_view typed) {
    const auto host = askedHost(typed);
    const auto mailbox = askedMailbox(typed);
    const GeneralName dns{NameKind::Dns, names};
    if (host) {
        const bool strict = covers({dns}, *host, WildcardReach::PublicSuffix);
        require(!strict || covers({dns}, *host, WildcardReach::TwoLabels));
    }
    if (const auto list = generalNamesOf(names)) {
        for (const GeneralName& name : *list)
            shownValue(name);
        if (host)
            covers(*list, *host, WildcardReach::TwoLabels);
        if (mailbox)
            covers(*list, *mailbox, WildcardReach::TwoLabels);
    }
}

void constraints(base::ByteView value, base::ByteView names) {
    const auto read = nameConstraintsOf(value);
    if (!read)
        return;
    // A certificate with nothing but these alternative names.
    static constexpr std::uint8_t oid[] = {0x55, 0x1D, 0x11};
    document::CertificateFacts facts;
    document::CertificateAnatomy anatomy;
    anatomy.extensions.push_back({oid, document::CriticalField::Absent, names});
    const BoundNames bound(facts, anatomy, CommonNameAs::Host);
    for (const auto* list : {&read->permitted, &read->excluded})
        for (const Subtree& subtree : *list)
            for (const BoundName& name : bound.all())
                if (!name.malformed && name.kind() == subtree.base.kind &&
                    (subtree.form == SubtreeForm::Sound || subtree.form == SubtreeForm::LeadingPeriod))
                    // What is wholly inside a subtree is touched by it.
                    require(!isPermittedBy(name, subtree) || isExcludedBy(name, subtree));
}

void policies(base::ByteView value) {
    namespace p = check::policies;
    p::policiesOf(value);
    p::mappingsOf(value);
    p::policyConstraintsOf(value);
    p::inhibitAnyOf(value);
    p::encodedPolicy(base::textOf(value));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2)
        return 0;
    // The first octet cuts the rest in two.
    const base::ByteView rest = base::ByteView(data, size).subspan(1);
    const std::size_t cut = rest.size() * data[0] / 256;
    identity(rest.first(cut), base::textOf(rest.subspan(cut)));
    constraints(rest.first(cut), rest.subspan(cut));
    policies(rest);
    return 0;
}
