// Why: what is no secret: paths, octets, values of the config and the date at which it all ends.
#include "app/reader/handle.h"

namespace certwright::reader {

namespace {

base::Result<Part> partOf(int file) {
    switch (file) {
    case CERTWRIGHT_READER_CONFIG:
        return Part::Config;
    case CERTWRIGHT_READER_CHAIN:
        return Part::Chain;
    case CERTWRIGHT_READER_KEY:
        return Part::Key;
    case CERTWRIGHT_READER_CA:
        return Part::Ca;
    case CERTWRIGHT_READER_CRL:
        return Part::Crl;
    default:
        return base::failure(base::ErrorCode::InvalidArgument, std::to_string(file));
    }
}

} // namespace

} // namespace certwright::reader

using namespace certwright;

extern "C" {

int certwright_reader_path(certwright_reader* reader, int file, const char* trust, const char** path) {
    return reader::answeredOpen(reader, path,
                                [&](const reader::Installation& installation) -> reader::Answer {
                                    const auto part = reader::partOf(file);
                                    if (!part)
                                        return tl::unexpected(part.error());
                                    auto found = installation.path(*part, reader::textOf(trust));
                                    if (!found)
                                        return tl::unexpected(std::move(found.error()));
                                    if (!*found)
                                        return CERTWRIGHT_READER_NONE;
                                    reader->path = std::move(**found);
                                    *path = reader->path.c_str();
                                    return CERTWRIGHT_READER_OK;
                                });
}

int certwright_reader_content(certwright_reader* reader, int file, const char* trust,
                              const unsigned char** octets, size_t* size) {
    const void* results = octets == nullptr ? nullptr : static_cast<const void*>(size);
    return reader::answeredOpen(reader, results, [&](reader::Installation& installation) -> reader::Answer {
        const auto part = reader::partOf(file);
        if (!part)
            return tl::unexpected(part.error());
        const auto content = installation.content(*part, reader::textOf(trust));
        if (!content)
            return tl::unexpected(content.error());
        if (!*content)
            return CERTWRIGHT_READER_NONE;
        *octets = (*content)->data();
        *size = (*content)->size();
        return CERTWRIGHT_READER_OK;
    });
}

int certwright_reader_setting(certwright_reader* reader, const char* key, const char** value) {
    return reader::answeredOpen(reader, value,
                                [&](const reader::Installation& installation) -> reader::Answer {
                                    auto found = installation.setting(reader::textOf(key));
                                    if (!found)
                                        return tl::unexpected(std::move(found.error()));
                                    reader->setting = std::move(*found);
                                    *value = reader->setting.c_str();
                                    return CERTWRIGHT_READER_OK;
                                });
}

int certwright_reader_retention(certwright_reader* reader, int64_t* seconds) {
    return reader::answeredOpen(reader, seconds,
                                [&](const reader::Installation& installation) -> reader::Answer {
                                    const auto time = installation.retention();
                                    if (!time)
                                        return tl::unexpected(time.error());
                                    if (!*time)
                                        return CERTWRIGHT_READER_NONE;
                                    *seconds = (*time)->time_since_epoch().count();
                                    return CERTWRIGHT_READER_OK;
                                });
}

} // extern "C"
