// Why: one thread walks through the folders, the others read files; between them stands a queue of fixed
// length, so that neither runs away from the other. Inside this room only.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>

#include "core/files/folder.h"
#include "core/scan/content.h"

namespace certwright::scan {

// Batch is some files of one folder, which stays open until they are read.
struct Batch {
    std::shared_ptr<files::Folder> folder;
    std::vector<std::string> names;
};

// BatchQueue holds at most 64 batches: put() waits while it is full, take() while it is empty.
class BatchQueue {
  public:
    void put(Batch batch);
    // close says that nothing more comes: take() then returns what is left, and after that nothing.
    void close();
    // abandon throws away what waits, and closes.
    void abandon();
    std::optional<Batch> take();

  private:
    std::mutex m_mutex;
    std::condition_variable m_notEmpty;
    std::condition_variable m_notFull;
    std::deque<Batch> m_batches;
    bool m_closed = false;
};

// Walk goes through folders depth first, one open folder a level, down to 200 levels.
class Walk {
  public:
    // `things` is how many things the readers have found so far.
    Walk(BatchQueue& queue, Listener& listener, const base::Progress& progress, Tally& tally,
         const std::atomic<std::uint64_t>& things)
        : m_queue(queue)
        , m_listener(listener)
        , m_progress(progress)
        , m_tally(tally)
        , m_things(things) {}

    // walk goes through everything below `root`; false if it was cancelled.
    bool walk(std::unique_ptr<files::Folder> root);
    // single hands over one file.
    void single(std::shared_ptr<files::Folder> folder, const std::string& name);

  private:
    struct Level {
        std::shared_ptr<files::Folder> folder;
        std::vector<std::string> names = {};
    };

    bool step();
    void take(const files::FolderEntry& entry);
    void enter(const std::string& name);
    void handOver(Level& level);
    void unreadable(const base::Error& error);

    BatchQueue& m_queue;
    Listener& m_listener;
    const base::Progress& m_progress;
    Tally& m_tally;
    const std::atomic<std::uint64_t>& m_things;
    std::vector<Level> m_levels;
    std::uint64_t m_passed = 0;
};

} // namespace certwright::scan
