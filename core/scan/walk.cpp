// Why: see walk.h.
#include "core/scan/walk.h"

namespace certwright::scan {

namespace {

constexpr std::size_t deepest =
    200; // each level keeps a folder open, and a process may have some 1,000 files
constexpr std::size_t mostWaiting = 64;
constexpr std::size_t batchSize = 32;
constexpr std::uint64_t askEvery = 64; // entries between two looks at whether to stop

} // namespace

void BatchQueue::put(Batch batch) {
    std::unique_lock lock(m_mutex);
    m_notFull.wait(lock, [&] { return m_batches.size() < mostWaiting || m_closed; });
    if (m_closed)
        return;
    m_batches.push_back(std::move(batch));
    m_notEmpty.notify_one();
}

void BatchQueue::close() {
    const std::scoped_lock lock(m_mutex);
    m_closed = true;
    m_notEmpty.notify_all();
    m_notFull.notify_all();
}

void BatchQueue::abandon() {
    std::deque<Batch> thrownAway;
    {
        const std::scoped_lock lock(m_mutex);
        m_batches.swap(thrownAway);
    }
    close();
}

std::optional<Batch> BatchQueue::take() {
    std::unique_lock lock(m_mutex);
    m_notEmpty.wait(lock, [&] { return !m_batches.empty() || m_closed; });
    if (m_batches.empty())
        return std::nullopt;
    Batch batch = std::move(m_batches.front());
    m_batches.pop_front();
    m_notFull.notify_one();
    return batch;
}

bool Walk::walk(std::unique_ptr<files::Folder> root) {
    if (root->made() == files::Made::Virtual) {
        ++m_tally.made;
        return true;
    }
    ++m_tally.folders;
    m_levels.push_back({std::move(root)});
    while (!m_levels.empty())
        if (!step())
            return false;
    m_listener.seen(m_tally.files, m_things);
    return true;
}

void Walk::single(std::shared_ptr<files::Folder> folder, const std::string& name) {
    ++m_tally.files;
    m_queue.put({std::move(folder), {name}});
}

// step takes one entry of the deepest open folder.
bool Walk::step() {
    if (++m_passed % askEvery == 0) {
        m_listener.seen(m_tally.files, m_things);
        if (m_progress.cancelled())
            return false;
    }
    Level& level = m_levels.back();
    const auto entry = level.folder->next();
    if (entry && *entry) {
        take(**entry);
        return true;
    }
    if (!entry)
        unreadable(entry.error());
    handOver(level);
    m_levels.pop_back();
    return true;
}

void Walk::take(const files::FolderEntry& entry) {
    Level& level = m_levels.back();
    switch (entry.kind) {
    case base::FileKind::Regular:
        ++m_tally.files;
        level.names.push_back(entry.name);
        if (level.names.size() == batchSize)
            handOver(level);
        break;
    case base::FileKind::Folder:
        enter(entry.name);
        break;
    case base::FileKind::Symlink:
        ++m_tally.links;
        break;
    case base::FileKind::Other:
        ++m_tally.special;
        break;
    }
}

void Walk::enter(const std::string& name) {
    if (m_levels.size() == deepest) {
        ++m_tally.deep;
        return;
    }
    auto folder = m_levels.back().folder->folder(name);
    if (!folder)
        return unreadable(folder.error());
    if ((*folder)->made() == files::Made::Virtual) {
        ++m_tally.made;
        return;
    }
    ++m_tally.folders;
    m_levels.push_back({std::move(*folder)});
}

void Walk::handOver(Level& level) {
    if (!level.names.empty())
        m_queue.put({level.folder, std::move(level.names)});
    level.names.clear();
}

void Walk::unreadable(const base::Error& error) {
    add(m_tally, error);
    m_listener.unreadable(error);
}

} // namespace certwright::scan
