// Why: the helper's only way to the world is what its parent gave it, which each system hands over
// differently.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "core/base/bytes.h"

namespace certwright::helper {

// Connection is the parent's. Not for two readers or two writers at once.
class Connection {
  public:
    // Takes what the arguments say: nothing on POSIX (the descriptor's number is fixed), two handles on
    // Windows.
    Connection(int argumentCount, char** arguments);

    // read returns how many octets came; 0: the parent is gone.
    std::size_t read(std::span<std::uint8_t> place) const;
    // write sends all of it; false if the parent is gone.
    bool write(base::ByteView octets) const;

  private:
    std::intptr_t m_in = -1;
    std::intptr_t m_out = -1;
};

} // namespace certwright::helper
