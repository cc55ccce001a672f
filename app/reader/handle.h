// Why: behind the opaque handle of reader.h stand an installation, what was given out of it, and the last
// error; and no exception may leave a C function. Inside this library only.
#pragma once

#include <certwright/reader.h>

#include <new>
#include <optional>
#include <string>

#include "core/files/file_system.h"
#include "core/reader/installation.h"
#include "core/secret/secret_access.h"

// certwright_reader owns everything that its functions give out.
struct certwright_reader {
    std::unique_ptr<certwright::files::FileSystem> disk = certwright::files::localFileSystem();
    certwright::secret::SecretAccess access = certwright::secret::SecretAccess::grant();
    std::optional<certwright::reader::Installation> installation;
    certwright::check::Findings findings;
    std::string path;
    std::string setting;

    // `code` is a literal.
    const char* code = "";
    std::string subject;
    std::string detail;
};

namespace certwright::reader {

// Answer is how a function ends: a status, or the error that the handle then tells of.
using Answer = base::Result<int>;

// failed remembers an error and returns CERTWRIGHT_READER_FAILED.
int failed(certwright_reader& reader, base::Error error) noexcept;
// failed with a code that has no ErrorCode: "memory", "internal", "not-open".
int failed(certwright_reader& reader, const char* code) noexcept;

// answered runs `work` and makes a status of whatever becomes of it.
template <typename Work> int answered(certwright_reader* reader, const Work& work) noexcept {
    if (reader == nullptr)
        return CERTWRIGHT_READER_FAILED;
    try {
        Answer answer = work();
        return answer ? *answer : failed(*reader, std::move(answer.error()));
    } catch (const std::bad_alloc&) {
        return failed(*reader, "memory");
    } catch (...) {
        return failed(*reader, "internal");
    }
}

// answeredOpen does so with the installation, if one is open and `result` is there to be written to.
template <typename Work>
int answeredOpen(certwright_reader* reader, const void* result, const Work& work) noexcept {
    if (reader != nullptr && !reader->installation)
        return failed(*reader, "not-open");
    return answered(reader, [&]() -> Answer {
        if (result == nullptr)
            return base::failure(base::ErrorCode::InvalidArgument, "NULL");
        return work(*reader->installation);
    });
}

// textOf takes NULL for an empty string.
inline std::string textOf(const char* text) {
    return text == nullptr ? std::string() : std::string(text);
}

} // namespace certwright::reader
