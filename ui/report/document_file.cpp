// Why: see document_file.h.
#include "ui/report/document_file.h"

#include <array>

#include "core/files/path.h"

namespace certwright::report {

namespace {

constexpr std::uint32_t documentMode = 0644;

} // namespace

base::Status writeDocument(files::FileSystem& fileSystem, base::RandomSource& random, const std::string& path,
                           base::ByteView content) {
    const auto folder = fileSystem.resolve(files::parentOf(path));
    if (!folder)
        return tl::unexpected(folder.error());
    const std::string place = files::join(*folder, files::fileNameOf(path));
    std::array<std::uint8_t, 8> name{};
    if (auto filled = random.fill(name); !filled)
        return filled;
    const std::string fresh = place + "." + base::toHex(name) + ".new";
    if (auto written = fileSystem.writeNew(fresh, content, documentMode, std::nullopt); !written)
        return base::failure(written.error().code, path, written.error().detail);
    if (auto replaced = fileSystem.replace(fresh, place); !replaced) {
        static_cast<void>(fileSystem.remove(fresh));
        return replaced;
    }
    return fileSystem.syncFolder(*folder);
}

} // namespace certwright::report
