// Why: the two secrets go from locked pages straight into the caller's buffer.
#include "app/reader/handle.h"

#include <algorithm>

namespace certwright::reader {

namespace {

// Buffer is the place that a secret goes to, as the caller described it.
struct Buffer {
    unsigned char* octets;
    std::size_t capacity;
    std::size_t* size;
};

// handOver copies a secret out if it fits.
Answer handOver(const certwright_reader& reader, const base::Result<secret::SecretBytes>& secret,
                const Buffer& buffer) {
    if (!secret)
        return tl::unexpected(secret.error());
    *buffer.size = secret->size();
    if (buffer.octets == nullptr || secret->size() > buffer.capacity)
        return CERTWRIGHT_READER_SHORT;
    std::ranges::copy(secret->reveal(reader.access), buffer.octets);
    return CERTWRIGHT_READER_OK;
}

} // namespace

} // namespace certwright::reader

using namespace certwright;

extern "C" {

int certwright_reader_password(certwright_reader* reader, unsigned char* buffer, size_t capacity,
                               size_t* size) {
    return reader::answeredOpen(reader, size, [&](const reader::Installation& installation) {
        return reader::handOver(*reader, installation.passphrase(reader->access), {buffer, capacity, size});
    });
}

int certwright_reader_private_key(certwright_reader* reader, unsigned char* buffer, size_t capacity,
                                  size_t* size) {
    return reader::answeredOpen(reader, size, [&](const reader::Installation& installation) {
        return reader::handOver(*reader, installation.privateKey(reader->access), {buffer, capacity, size});
    });
}

void certwright_reader_wipe(void* buffer, size_t size) {
    volatile auto* octets = static_cast<unsigned char*>(buffer);
    for (size_t i = 0; buffer != nullptr && i < size; ++i)
        octets[i] = 0;
}

} // extern "C"
