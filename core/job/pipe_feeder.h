// Why: a service that reads its key's passphrase from a named pipe gets it from there, each time it asks, and
// it is on no disk.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>

#include "core/base/file_info.h"
#include "core/base/result.h"
#include "core/secret/secret_access.h"
#include "core/secret/secret_bytes.h"

namespace certwright::job {

// PipeFeeder writes a passphrase and a line feed into a named pipe whenever a program has opened it for
// reading. It never waits within the pipe and never writes into anything else than a pipe.
class PipeFeeder {
  public:
    // Supply is asked for the passphrase when a reader is there, and again within 5 s while it fails.
    using Supply = std::function<base::Result<secret::SecretBytes>()>;
    // Stop is asked about every 10 ms.
    using Stop = std::function<bool()>;

    // open makes the pipe at `path` (mode 0600, for `owner` where given) if nothing is there. TargetUnsafe
    // for what is no pipe, belongs to somebody else or can be opened by others; NotSupported where the system
    // has no named pipes in folders; InputOutput, FileNotFound or FileAccessDenied.
    static base::Result<PipeFeeder> open(const std::string& path, std::optional<base::Owner> owner);
    PipeFeeder(PipeFeeder&& other) noexcept;
    PipeFeeder& operator=(PipeFeeder&&) = delete;
    PipeFeeder(const PipeFeeder&) = delete;
    PipeFeeder& operator=(const PipeFeeder&) = delete;
    // Removes the pipe if open() made it.
    ~PipeFeeder();

    // feed waits for one reader and serves it: true; false once `stop` says so. Fails with what `supply` last
    // said, or TargetUnsafe or FileNotFound if the pipe was replaced or removed.
    base::Result<bool> feed(const Supply& supply, const Stop& stop, secret::SecretAccess access) const;

  private:
    PipeFeeder(std::string path, bool made);

    std::string m_path;
    bool m_made = false;
};

// FeedingThread feeds one passphrase to whoever reads, until it is destroyed.
class FeedingThread {
  public:
    FeedingThread(PipeFeeder feeder, secret::SecretBytes passphrase, secret::SecretAccess access);
    ~FeedingThread();
    FeedingThread(const FeedingThread&) = delete;
    FeedingThread& operator=(const FeedingThread&) = delete;

    // served returns how many readers were served so far.
    int served() const { return m_served; }

  private:
    void run(secret::SecretAccess access);

    PipeFeeder m_feeder;
    secret::SecretBytes m_passphrase;
    std::atomic<bool> m_stop = false;
    std::atomic<int> m_served = 0;
    std::thread m_thread;
};

} // namespace certwright::job
