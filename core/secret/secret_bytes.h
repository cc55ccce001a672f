// Why: a password or a private key lives in exactly one place, which is locked in memory, left out of core
// dumps and overwritten when it is let go.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/base/bytes.h"
#include "core/secret/secret_access.h"

namespace certwright::secret {

// SecretBytes owns octets on pages of their own: locked against swapping where the system allows it, excluded
// from core dumps, wiped on destruction and on every shrink. Move-only; a moved-from object is empty. If no
// page can be had the constructor throws std::bad_alloc, as any allocation does.
class SecretBytes {
  public:
    SecretBytes() = default;
    // Makes `size` zero octets.
    explicit SecretBytes(std::size_t size);
    SecretBytes(const SecretBytes&) = delete;
    SecretBytes& operator=(const SecretBytes&) = delete;
    SecretBytes(SecretBytes&& other) noexcept;
    SecretBytes& operator=(SecretBytes&& other) noexcept;
    ~SecretBytes();

    // copyOf copies `bytes`; the caller wipes the original.
    static SecretBytes copyOf(base::ByteView bytes);

    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    // reveal gives the octets for reading; valid until this object changes or dies.
    base::ByteView reveal(SecretAccess) const { return {m_data, m_size}; }
    // revealForWriting gives the octets for filling in place.
    std::span<std::uint8_t> revealForWriting(SecretAccess) { return {m_data, m_size}; }
    // append adds octets at the end; grows in whole pages, never leaving a copy behind.
    void append(base::ByteView bytes);
    // truncate keeps the first `size` octets and wipes the rest; a larger `size` does nothing.
    void truncate(std::size_t size);
    // clear wipes and releases everything.
    void clear();
    // clone makes a second copy, for the rare place that needs one.
    SecretBytes clone() const;
    // equals compares in time that depends on the sizes only.
    bool equals(const SecretBytes& other) const;

  private:
    std::uint8_t* m_data = nullptr;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
};

} // namespace certwright::secret
