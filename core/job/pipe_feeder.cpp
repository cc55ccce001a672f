// Why: what feeding has of its own beside the system's pipes: a thread for the time of a transaction.
#include "core/job/pipe_feeder.h"

#include <utility>

namespace certwright::job {

PipeFeeder::PipeFeeder(std::string path, bool made)
    : m_path(std::move(path))
    , m_made(made) {}

PipeFeeder::PipeFeeder(PipeFeeder&& other) noexcept
    : m_path(std::move(other.m_path))
    , m_made(std::exchange(other.m_made, false)) {}

FeedingThread::FeedingThread(PipeFeeder feeder, secret::SecretBytes passphrase, secret::SecretAccess access)
    : m_feeder(std::move(feeder))
    , m_passphrase(std::move(passphrase))
    , m_thread([this, access] { run(access); }) {}

FeedingThread::~FeedingThread() {
    m_stop = true;
    m_thread.join();
}

void FeedingThread::run(secret::SecretAccess access) {
    const auto supply = [this]() -> base::Result<secret::SecretBytes> {
        return m_passphrase.clone();
    };
    const auto stop = [this] { return m_stop.load(); };
    for (;;) {
        const auto fed = m_feeder.feed(supply, stop, access);
        if (!fed || !*fed)
            return;
        ++m_served;
    }
}

} // namespace certwright::job
