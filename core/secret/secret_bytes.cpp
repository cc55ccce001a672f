// Why: the bookkeeping of a secret's octets; whatever moves or shrinks them wipes where they were.
#include "core/secret/secret_bytes.h"

#include <algorithm>
#include <limits>
#include <new>
#include <utility>

#include "core/secret/pages.h"

namespace certwright::secret {

SecretBytes::SecretBytes(std::size_t size) {
    if (size == 0)
        return;
    m_capacity = wholePages(size);
    m_data = m_capacity == 0 ? nullptr : makePages(m_capacity);
    if (m_data == nullptr)
        throw std::bad_alloc();
    m_size = size;
}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0U))
    , m_capacity(std::exchange(other.m_capacity, 0U)) {}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept {
    if (this != &other) {
        clear();
        std::swap(m_data, other.m_data);
        std::swap(m_size, other.m_size);
        std::swap(m_capacity, other.m_capacity);
    }
    return *this;
}

SecretBytes::~SecretBytes() {
    clear();
}

SecretBytes SecretBytes::copyOf(base::ByteView bytes) {
    SecretBytes copy(bytes.size());
    if (copy.m_data != nullptr)
        copyOctets(copy.m_data, bytes);
    return copy;
}

void SecretBytes::append(base::ByteView bytes) {
    if (bytes.empty())
        return;
    if (bytes.size() > std::numeric_limits<std::size_t>::max() - m_size)
        throw std::bad_alloc();
    const std::size_t size = m_size + bytes.size();
    if (size <= m_capacity) {
        copyOctets(m_data + m_size, bytes);
        m_size = size;
        return;
    }
    // At least twice as much, so that a secret typed octet by octet or read in pieces is not copied over and
    // over.
    SecretBytes larger(std::max(size, m_capacity <= size ? m_capacity * 2 : size));
    if (m_size != 0)
        copyOctets(larger.m_data, {m_data, m_size});
    copyOctets(larger.m_data + m_size, bytes); // `bytes` may lie within this object
    larger.m_size = size;
    *this = std::move(larger);
}

void SecretBytes::truncate(std::size_t size) {
    if (size >= m_size)
        return;
    wipeOctets({m_data + size, m_size - size});
    m_size = size;
}

void SecretBytes::clear() {
    releasePages(m_data, m_capacity);
    m_data = nullptr;
    m_size = 0;
    m_capacity = 0;
}

SecretBytes SecretBytes::clone() const {
    return copyOf({m_data, m_size});
}

bool SecretBytes::equals(const SecretBytes& other) const {
    if (m_size != other.m_size)
        return false;
    volatile std::uint8_t difference = 0;
    for (std::size_t i = 0; i < m_size; ++i)
        difference = difference | static_cast<std::uint8_t>(m_data[i] ^ other.m_data[i]);
    return difference == 0;
}

} // namespace certwright::secret
