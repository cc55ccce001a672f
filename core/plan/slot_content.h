// Why: what a slot's file will hold follows from the slot's kind and the material alone.
#pragma once

#include <string>

#include "core/check/check.h"
#include "core/plan/large_content.h"
#include "core/profile/profile.h"

namespace certwright::plan {

// SlotContent is PEM text and what it is about (subjects or issuers); or, where a list is too large to be
// held, the parts that make the text, and no text.
struct SlotContent {
    std::string pem;
    std::string about;
    std::vector<ContentPart> large = {};

    bool empty() const { return pem.empty() && large.empty(); }
};

// hasContent tells whether `material` has something for a slot that is no key's.
bool hasContent(const profile::Slot& slot, const profile::Profile& profile, const check::Material& material);

// contentFor writes a slot that is no key's: the server's certificate with its intermediates in order, CAs,
// CRLs. Empty where nothing was brought.
SlotContent contentFor(const profile::Slot& slot, const profile::Profile& profile,
                       const check::Material& material, const check::ServerPath& path);

} // namespace certwright::plan
