// Why: whoever talks to a server that may be hostile waits for so long and no longer, and stops when the
// person says so. Inside this room only.
#pragma once

#include <algorithm>
#include <chrono>

#include "core/base/progress.h"
#include "core/base/result.h"

namespace certwright::served {

// Patience is a moment that is not waited beyond, and who may stop the waiting; the progress must outlive it.
class Patience {
  public:
    using Clock = std::chrono::steady_clock;

    Patience(std::chrono::milliseconds limit, const base::Progress& progress)
        : Patience(Clock::now() + limit, progress) {}

    // within is the same with a nearer end.
    Patience within(std::chrono::milliseconds limit) const {
        return {std::min(m_end, Clock::now() + limit), m_progress};
    }
    // check fails with Cancelled or TimedOut.
    base::Status check() const {
        if (m_progress.cancelled())
            return base::failure(base::ErrorCode::Cancelled);
        if (Clock::now() >= m_end)
            return base::failure(base::ErrorCode::TimedOut);
        return {};
    }
    // left is what is left, at least 0; slice at most a tenth of a second of it, after which to check again.
    std::chrono::milliseconds left() const {
        const auto rest = std::chrono::ceil<std::chrono::milliseconds>(m_end - Clock::now());
        return std::max(rest, std::chrono::milliseconds(0));
    }
    std::chrono::milliseconds slice() const { return std::min(left(), std::chrono::milliseconds(100)); }

  private:
    Patience(Clock::time_point end, const base::Progress& progress)
        : m_end(end)
        , m_progress(progress) {}

    Clock::time_point m_end;
    const base::Progress& m_progress;
};

} // namespace certwright::served
