// Why: lists put together by hand and handed over in pieces, for the tests of what reads them.
#pragma once

#include <string>

#include "core/document/crl_file.h"
#include "tests/core/document/things.h"
#include "tests/data/material/crl_writer.h"
#include "tests/data/material/der_parts.h"

namespace certwright::test {

using document::CrlFile;
using document::CrlRemarkKind;
using document::CrlStream;
using document::Digests;
using document::EntryPace;
using document::ParsedFile;
using document::WantedSerials;
using namespace certwright::material;
using namespace std::string_literals;

inline const Identity& ca() {
    static const Identity one = issue(authoritySpec(), rsaKey());
    return one;
}

// list is a list with `extra` between its second and third entry.
inline std::string list(const std::string& extra, std::uint64_t entries = 4) {
    std::string octets;
    writeCrl({entries, extra, now(), 1}, ca(), [&](std::string_view piece) { octets += piece; });
    return octets;
}

inline std::string pemOf(const std::string& octets) {
    std::string text;
    const Sink sink = pemSink([&](std::string_view piece) { text += piece; });
    sink(octets);
    sink({});
    return text;
}

inline std::string entry(const std::string& serial, const std::string& stamp,
                         const std::string& extensions = {}) {
    return element(0x30, element(0x02, serial) + stamp +
                             (extensions.empty() ? std::string() : element(0x30, extensions)));
}

inline const std::string stamp = element(0x17, "261111120000Z"); // NOLINT(cert-err58-cpp)

inline std::string extension(const std::string& id, const std::string& value,
                             const std::string& critical = {}) {
    return element(0x30, element(0x06, id) + critical + element(0x04, value));
}

inline std::string reason(std::uint8_t number) {
    return extension("\x55\x1D\x15", element(0x0A, std::string(1, static_cast<char>(number))));
}

inline std::shared_ptr<const WantedSerials> wanting(std::vector<base::Bytes> serials = {}) {
    return std::make_shared<const WantedSerials>(std::move(serials));
}

inline document::Reading<document::Crl> streamed(const std::string& octets, std::size_t piece,
                                                 EntryPace pace = EntryPace::Fast,
                                                 std::vector<base::Bytes> serials = {}) {
    CrlStream stream(wanting(std::move(serials)), Digests::Both, pace);
    for (std::size_t at = 0; at < octets.size(); at += piece)
        stream.add(base::viewOf(std::string_view(octets).substr(at, piece)));
    return stream.finish();
}

inline ParsedFile inPieces(const std::string& content, std::size_t piece) {
    CrlFile file(wanting(), Digests::Both);
    for (std::size_t at = 0; at < content.size(); at += piece)
        file.add(base::viewOf(std::string_view(content).substr(at, piece)));
    return file.finish();
}

// told writes down everything that must be the same however a file was read.
inline std::string told(const ParsedFile& file) {
    std::string text;
    for (const auto& item : file.items) {
        const auto& crl = std::get<document::Crl>(item.object);
        text += "crl:" + std::to_string(item.line) + ":" + crl.facts.issuer.text + ":" +
                std::to_string(crl.facts.entries) + ":" + crl.facts.number.value_or("-") + ":" +
                base::formatIso(crl.facts.thisUpdate) + ":" + crl.facts.signature.algorithm + ":" +
                base::toHex(crl.facts.fingerprint) + ":" + base::toHex(crl.facts.authorityKeyId) + ":" +
                base::toHex(crl.scan->signature) + ":" + std::to_string(crl.scan->size) + "\n";
        for (const auto& remark : crl.scan->remarks)
            text += " remark " + std::to_string(static_cast<int>(remark.kind)) + "\n";
    }
    for (const auto& damage : file.damages)
        text += "damage:" + std::to_string(static_cast<int>(damage.kind)) + ":" + damage.label + ":" +
                std::to_string(damage.line) + "\n"; // what is for experts may differ
    return text;
}

} // namespace certwright::test
