// Why: see wipe_files.h.
#include "core/apply/wipe_files.h"

#include "core/apply/stored.h"
#include "core/files/path.h"
#include "core/plan/plan.h"

namespace certwright::apply {

namespace {

using base::ErrorCode;
using files::Links;

// look refuses what is not the file that was decided on.
base::Status look(const files::FileReader& reader, const WipeOrder& order) {
    const auto info = reader.stat(order.path, Links::Refuse);
    if (!info)
        return tl::unexpected(info.error());
    if (info->kind == base::FileKind::Symlink)
        return base::failure(ErrorCode::FileIsSymlink, order.path);
    if (info->kind != base::FileKind::Regular)
        return base::failure(ErrorCode::FileNotRegular, order.path);
    if (info->links != 1)
        return base::failure(ErrorCode::TargetUnsafe, order.path, "several names");
    const auto file = reader.open(order.path, mostStored, Links::Refuse);
    if (!file)
        return tl::unexpected(file.error());
    const auto hash = plan::contentHash(**file);
    if (!hash)
        return tl::unexpected(hash.error());
    if (*hash != order.sha256)
        return base::failure(ErrorCode::FileChanged, order.path);
    return {};
}

WipeOutcome untouched(const WipeOrder& order, base::Error error) {
    return {order.path, WipeResult::Untouched, std::move(error)};
}

WipeOutcome wipeOne(files::FileSystem& fileSystem, const WipeOrder& order) {
    if (auto looked = look(fileSystem, order); !looked)
        return untouched(order, looked.error());
    if (auto wiped = fileSystem.wipe(order.path); !wiped) {
        // A folder that may not be written in lets the file be overwritten and not removed.
        const bool asBefore = look(fileSystem, order).has_value();
        return {order.path, asBefore ? WipeResult::Untouched : WipeResult::Overwritten, wiped.error()};
    }
    if (auto synced = fileSystem.syncFolder(files::parentOf(order.path)); !synced)
        return {order.path, WipeResult::Overwritten, synced.error()};
    return {order.path, WipeResult::Removed, std::nullopt};
}

} // namespace

std::vector<WipeOutcome> wipeFiles(files::FileSystem& fileSystem, const std::vector<WipeOrder>& orders,
                                   base::Progress& progress) {
    std::vector<WipeOutcome> outcomes;
    const int total = static_cast<int>(orders.size());
    for (const WipeOrder& order : orders) {
        progress.enter(base::Step::Swap, static_cast<int>(outcomes.size()), total);
        if (progress.cancelled())
            outcomes.push_back(untouched(order, {ErrorCode::Cancelled, {}, {}}));
        else
            outcomes.push_back(wipeOne(fileSystem, order));
    }
    return outcomes;
}

} // namespace certwright::apply
