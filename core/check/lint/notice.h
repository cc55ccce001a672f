// Why: the text that a policy shows to people (RFC 5280 section 4.2.1.4, UserNotice).
#pragma once

#include "core/check/lint/values.h"

namespace certwright::check {

inline constexpr auto utf8Tag = ossl::Tag{0x0C};

// noticeText returns the explicit text of a UserNotice, nothing if it has none.
std::optional<ossl::DerElement> noticeText(const ossl::DerElement& notice);
// refersToNotice tells whether it points to a text elsewhere.
bool refersToNotice(const ossl::DerElement& notice);

} // namespace certwright::check
