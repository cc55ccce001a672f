// Why: what came out of an archive, for comparing.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "core/archive/zip.h"

namespace certwright::test {

// Unpacking keeps what it gets, of the names that it wants (all, if it was not told).
class Unpacking final : public archive::Receiver {
  public:
    bool wants(const std::string& name) override { return !only || only(name); }
    void take(const std::string& name, secret::SecretBytes content) override {
        const base::ByteView octets = content.reveal(secret::SecretAccess::grant());
        files[name] = std::string(base::textOf(octets));
    }

    std::map<std::string, std::string> files;
    std::function<bool(const std::string&)> only;
};

// unpack reads all of `zip`, within limits that no test reaches by chance.
inline archive::Unpacked unpack(const std::string& zip, Unpacking& unpacking,
                                archive::Limits limits = {100, 1 << 20, 4 << 20}) {
    const base::SilentProgress progress;
    auto unpacked = archive::readZip(base::viewOf(zip), limits, unpacking, progress);
    return unpacked ? std::move(*unpacked) : archive::Unpacked{};
}

} // namespace certwright::test
