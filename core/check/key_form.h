// Why: what reading and opening found wrong with the form of a thing becomes a finding in the same way
// wherever things are read and opened.
#pragma once

#include <string>

#include "core/check/finding.h"
#include "core/check/material.h"

namespace certwright::check {

// damageBody is the finding for a damaged part of the file at `path`: KeyMalformed where the fault is known.
FindingBody damageBody(const std::string& path, const document::Damage& damage);
// refusalBody is the finding for a key or container that could not be opened for its scheme or its form
// (KeyState::Unsupported and Damaged).
FindingBody refusalBody(const SourcedKey& key);
// remarkBody is the finding for a fault with which something was read all the same.
FindingBody remarkBody(const std::string& path, document::Fault fault);
// asideBody is the finding for a part that is of no use here.
FindingBody asideBody(const std::string& path, const document::Aside& aside);

} // namespace certwright::check
