// Why: how a handle begins and ends, and what it tells of a failure.
#include "app/reader/handle.h"

#include <utility>

namespace certwright::reader {

int failed(certwright_reader& reader, base::Error error) noexcept {
    reader.code = base::errorCodeName(error.code).data(); // literals: they end with a NUL
    reader.subject = std::move(error.subject);
    reader.detail = std::move(error.detail);
    return CERTWRIGHT_READER_FAILED;
}

int failed(certwright_reader& reader, const char* code) noexcept {
    reader.code = code;
    reader.subject.clear();
    reader.detail.clear();
    return CERTWRIGHT_READER_FAILED;
}

} // namespace certwright::reader

extern "C" {

int certwright_reader_abi(void) {
    return CERTWRIGHT_READER_ABI;
}

certwright_reader* certwright_reader_new(void) {
    try {
        return new certwright_reader;
    } catch (...) {
        return nullptr;
    }
}

void certwright_reader_free(certwright_reader* reader) {
    delete reader;
}

const char* certwright_reader_error_code(const certwright_reader* reader) {
    return reader == nullptr ? "" : reader->code;
}

const char* certwright_reader_error_subject(const certwright_reader* reader) {
    return reader == nullptr ? "" : reader->subject.c_str();
}

const char* certwright_reader_error_detail(const certwright_reader* reader) {
    return reader == nullptr ? "" : reader->detail.c_str();
}

} // extern "C"
