// Why: a batch is answered by all cores and in order, however long it is, in memory that does not grow.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "core/base/progress.h"
#include "core/base/result.h"

namespace certwright::job {

// BatchEnds are where lines come from and go to. `next` returns nothing at the end; `give` returns false when
// nobody reads any more. Both are called by one thread at a time.
struct BatchEnds {
    std::function<std::optional<std::string>()> next;
    std::function<bool(const std::string&)> give;
};

// runBatch answers each line by `answer`, which several threads call at once, in the order of the lines. Ends
// with Cancelled, or with InputOutput when nobody reads. `threads` 0: as many as the machine runs at once.
base::Status runBatch(const BatchEnds& ends, const std::function<std::string(const std::string&)>& answer,
                      base::Progress& progress, unsigned threads = 0);

} // namespace certwright::job
