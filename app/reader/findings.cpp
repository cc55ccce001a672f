// Why: a service may want to know before it starts what verify would say, and says it in its own log.
#include "app/reader/handle.h"

using namespace certwright;

namespace {

// The end of the year 9999: certificates know no later time (RFC 5280 section 4.1.2.5).
constexpr int64_t lastSecond = 253402300799;

const check::Finding* findingAt(const certwright_reader* reader, size_t index) {
    return reader == nullptr || index >= reader->findings.size() ? nullptr : &reader->findings[index];
}

int numberOf(check::Severity severity) {
    switch (severity) {
    case check::Severity::Blocker:
        return CERTWRIGHT_READER_BLOCKER;
    case check::Severity::Warning:
        return CERTWRIGHT_READER_WARNING;
    case check::Severity::Note:
        break;
    }
    return CERTWRIGHT_READER_NOTE;
}

} // namespace

extern "C" {

int certwright_reader_verify(certwright_reader* reader, int64_t now) {
    return reader::answeredOpen(
        reader, reader, [&](const reader::Installation& installation) -> reader::Answer {
            reader->findings.clear();
            if (now < 0 || now > lastSecond)
                return base::failure(base::ErrorCode::InvalidArgument, std::to_string(now));
            auto verified = installation.verify(base::Time(std::chrono::seconds(now)), reader->access);
            if (!verified)
                return tl::unexpected(std::move(verified.error()));
            reader->findings = std::move(verified->findings);
            return CERTWRIGHT_READER_OK;
        });
}

size_t certwright_reader_finding_count(const certwright_reader* reader) {
    return reader == nullptr ? 0 : reader->findings.size();
}

int certwright_reader_finding_severity(const certwright_reader* reader, size_t index) {
    const check::Finding* finding = findingAt(reader, index);
    return finding == nullptr ? -1 : numberOf(finding->severity);
}

const char* certwright_reader_finding_code(const certwright_reader* reader, size_t index) {
    const check::Finding* finding = findingAt(reader, index);
    return finding == nullptr ? nullptr : check::codeOf(*finding).data(); // ends with a NUL
}

const char* certwright_reader_finding_subject(const certwright_reader* reader, size_t index) {
    const check::Finding* finding = findingAt(reader, index);
    return finding == nullptr ? nullptr : finding->subject.c_str();
}

} // extern "C"
