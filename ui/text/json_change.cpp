// Why: see json_change.h.
#include "ui/text/json_change.h"

#include <array>
#include <fmt/format.h>

namespace certwright::text {

std::string octal(std::uint32_t mode) {
    return fmt::format("{:o}", mode & 07777U);
}

const char* changeName(plan::ChangeKind kind, const std::optional<plan::Before>& before) {
    switch (kind) {
    case plan::ChangeKind::WriteFile:
        return before ? "replace" : "create";
    case plan::ChangeKind::RemoveFile:
        return "remove";
    case plan::ChangeKind::MakeFolder:
        return "make-folder";
    case plan::ChangeKind::SetMode:
        break;
    }
    return "set-mode";
}

const char* purposeName(plan::Purpose purpose) {
    static constexpr std::array names{
        "folder",     "slot",     "config",   "key-store",     "key-store-standby",
        "key-backup", "key-hash", "leftover", "config-include"};
    return names.at(static_cast<std::size_t>(purpose));
}

} // namespace certwright::text
