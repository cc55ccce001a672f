// Why: the few questions that every stage asks of a profile.
#include "core/profile/profile.h"

#include <algorithm>

namespace certwright::profile {

namespace {

template <typename Matches> const Slot* firstSlot(const std::vector<Slot>& slots, Matches matches) {
    const auto found = std::ranges::find_if(slots, matches);
    return found == slots.end() ? nullptr : &*found;
}

} // namespace

const Slot* Profile::slot(const std::string& slotId) const {
    return firstSlot(slots, [&](const Slot& slot) { return slot.id == slotId; });
}

const Slot* Profile::slotOf(SlotKind kind, const std::string& trust) const {
    return firstSlot(slots, [&](const Slot& slot) { return slot.kind == kind && slot.trust == trust; });
}

std::string_view slotKindName(SlotKind kind) {
    switch (kind) {
    case SlotKind::CaCertificate:
        return "ca";
    case SlotKind::ServerCertificate:
        return "certificate";
    case SlotKind::PrivateKey:
        return "key";
    case SlotKind::Crl:
        return "crl";
    }
    return "";
}

} // namespace certwright::profile
