// Why: a program may print without end; only the end of it is kept. Inside this room only.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/process/process.h"

namespace certwright::process {

// Output keeps the last `maximum` octets of what it is given, and never more than twice as many.
class Output {
  public:
    explicit Output(std::size_t maximum)
        : m_maximum(maximum) {}

    void add(std::string_view printed);
    // take returns what is kept and empties this.
    std::string take();
    // lastLine is what stands after the last line break.
    std::string lastLine() const;

  private:
    std::size_t m_maximum;
    std::string m_kept;
};

// usable refuses (InvalidArgument) what no system can be asked to run: no words, an empty first one, a NUL.
base::Status usable(const Program& program);

} // namespace certwright::process
