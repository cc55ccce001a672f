// Why: see scan.h.
#include "core/scan/scan.h"

#include <algorithm>
#include <new>
#include <thread>

#include "core/files/file_system.h"
#include "core/files/path.h"
#include "core/scan/walk.h"

namespace certwright::scan {

namespace {

// Root is a folder to walk through, or one file in it.
struct Root {
    std::string resolved;
    std::unique_ptr<files::Folder> folder;
    std::string file;
};

base::Result<Root> rootOf(const std::string& path, const files::FileReader& reader) {
    auto resolved = reader.resolve(path);
    if (!resolved)
        return tl::unexpected(resolved.error());
    const auto info = reader.stat(path, files::Links::Follow);
    if (!info)
        return tl::unexpected(info.error());
    const bool file = info->kind != base::FileKind::Folder;
    auto folder = files::openFolderAt(file ? files::parentOf(path) : path);
    if (!folder)
        return tl::unexpected(folder.error());
    return Root{std::move(*resolved), std::move(*folder), file ? files::fileNameOf(path) : std::string()};
}

// rootsOf opens all roots; what lies below another one is left out, so that nothing is counted twice.
base::Result<std::vector<Root>> rootsOf(const std::vector<std::string>& paths) {
    const auto reader = files::localFileSystem();
    std::vector<Root> roots;
    for (const std::string& path : paths) {
        auto root = rootOf(path, *reader);
        if (!root)
            return tl::unexpected(root.error());
        roots.push_back(std::move(*root));
    }
    for (std::size_t i = 0; i < roots.size();) {
        const auto covers = [&](const Root& other) {
            const bool earlier = &other < &roots[i];
            const bool same = other.resolved == roots[i].resolved;
            return &other != &roots[i] && files::isBelow(roots[i].resolved, other.resolved) &&
                   (!same || earlier);
        };
        if (std::ranges::any_of(roots, covers))
            roots.erase(roots.begin() + static_cast<std::ptrdiff_t>(i));
        else
            ++i;
    }
    return roots;
}

// Reader is one thread that reads files until the queue is closed.
class Reader {
  public:
    Reader(BatchQueue& queue, std::atomic<std::uint64_t>& things, const base::Progress& progress,
           Contents contents)
        : m_queue(queue)
        , m_things(things)
        , m_progress(progress)
        , m_contents(std::move(contents)) {}

    void run() {
        while (const auto batch = m_queue.take()) {
            const std::uint64_t before = m_contents.things();
            for (const std::string& name : batch->names)
                if (!m_progress.cancelled())
                    read(*batch->folder, name);
            m_things += m_contents.things() - before;
        }
    }
    Yield take() { return m_contents.take(); }

  private:
    // Without memory, a locked page for a key among it, one file is lost and not the whole search.
    void read(const files::Folder& folder, const std::string& name) {
        try {
            m_contents.read(folder, name);
        } catch (const std::bad_alloc&) {
            m_contents.tellUnreadable(
                {base::ErrorCode::SecretMemory, files::join(folder.path(), name), "out of memory"});
        }
    }

    BatchQueue& m_queue;
    std::atomic<std::uint64_t>& m_things;
    const base::Progress& m_progress;
    Contents m_contents;
};

} // namespace

base::Result<Tally> search(const Request& request, Listener& listener, const base::Progress& progress,
                           secret::SecretAccess access) {
    auto roots = rootsOf(request.roots);
    if (!roots)
        return tl::unexpected(roots.error());
    const unsigned count =
        request.threads != 0 ? request.threads : std::max(1U, std::thread::hardware_concurrency());
    Places places;
    BatchQueue queue;
    Tally tally;
    std::atomic<std::uint64_t> things = 0;
    std::vector<std::unique_ptr<Reader>> readers;
    for (unsigned i = 0; i < count; ++i)
        readers.push_back(std::make_unique<Reader>(queue, things, progress,
                                                   Contents(request, listener, places, progress, access)));
    {
        std::vector<std::jthread> threads;
        for (const auto& reader : readers)
            threads.emplace_back([&reader] { reader->run(); });
        Walk walk(queue, listener, progress, tally, things);
        bool onward = true;
        for (Root& root : *roots) {
            if (onward && root.file.empty())
                onward = walk.walk(std::move(root.folder));
            else if (onward)
                walk.single(std::move(root.folder), root.file);
        }
        onward ? queue.close() : queue.abandon();
    }
    std::vector<Record> records;
    for (const auto& reader : readers) {
        Yield yield = reader->take();
        join(tally, std::move(yield.tally));
        records.insert(records.end(), yield.records.begin(), yield.records.end());
    }
    if (progress.cancelled())
        return base::failure(base::ErrorCode::Cancelled);
    relate(records, places, listener, tally);
    return tally;
}

} // namespace certwright::scan
