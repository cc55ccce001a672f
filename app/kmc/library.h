// Why: loading somebody's library, and what its loader says, differ by system.
#pragma once

#include <string>
#include <tl/expected.hpp>

#include "core/vault/kmc_protocol.h"

namespace certwright::helper {

// Library is loaded for the rest of this process's life.
class Library {
  public:
    // load loads the library at the absolute `path`. What it needs and the system does not have is taken from
    // its own folder. Dependency names what is nowhere, or the version of it; Symbol a function that its
    // dependencies lack; Load (name: the loader's function) is the rest.
    static tl::expected<Library, vault::kmc::Failure> load(const std::string& path);
    // function returns the address of `name`, or nullptr.
    void* function(const char* name) const;

  private:
    explicit Library(void* handle)
        : m_handle(handle) {}

    void* m_handle;
};

} // namespace certwright::helper
