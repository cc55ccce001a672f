// Why: a change is written in the same words whether it is planned or long past. Private to ui/text.
#pragma once

#include <cstdint>
#include <string>

#include "core/plan/plan.h"

namespace certwright::text {

// octal writes permission bits as JSON shows them ("400").
std::string octal(std::uint32_t mode);
// changeName returns "create" (nothing was there: `before` is empty), "replace", "remove", "make-folder" or
// "set-mode".
const char* changeName(plan::ChangeKind kind, const std::optional<plan::Before>& before);
// purposeName returns "folder", "slot", "config", "key-store" …
const char* purposeName(plan::Purpose purpose);

} // namespace certwright::text
