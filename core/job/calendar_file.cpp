// Why: see calendar_file.h.
#include "core/job/calendar_file.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/files/path.h"

namespace certwright::job {

namespace {

using base::ErrorCode;
using files::Links;

constexpr std::uint64_t largestCalendar = 16ULL * 1024 * 1024;
constexpr std::uint32_t newMode = 0600;

// The folder may be named through links; the file itself may be none.
base::Result<std::string> placeOf(const files::FileReader& reader, const std::string& path) {
    const std::string name = files::fileNameOf(path);
    if (name.empty() || name == "." || name == "..")
        return base::failure(ErrorCode::FileNotRegular, path);
    const auto folder = reader.resolve(files::parentOf(path));
    if (!folder)
        return tl::unexpected(folder.error());
    return files::join(*folder, name);
}

} // namespace

base::Result<std::optional<std::string>> earlierCalendar(const files::FileReader& reader,
                                                         const std::string& path) {
    const auto place = placeOf(reader, path);
    if (!place)
        return tl::unexpected(place.error());
    const auto content = files::readIfThere(reader, *place, largestCalendar, Links::Refuse);
    if (!content && content.error().code == ErrorCode::FileTooLarge)
        return base::failure(ErrorCode::FileExists, path);
    if (!content)
        return tl::unexpected(content.error());
    if (!*content)
        return std::optional<std::string>{};
    std::string text(base::textOf(**content));
    if (!text.starts_with(calendarHead))
        return base::failure(ErrorCode::FileExists, path);
    return std::optional(std::move(text));
}

int sequenceOf(std::string_view calendar) {
    static constexpr std::string_view name = "\nSEQUENCE:";
    int highest = -1;
    for (std::size_t at = calendar.find(name); at != std::string_view::npos;
         at = calendar.find(name, at + 1)) {
        int value = 0;
        const char* first = calendar.data() + at + name.size();
        const auto [end, error] = std::from_chars(first, calendar.data() + calendar.size(), value);
        if (error == std::errc())
            highest = std::max(highest, value);
    }
    return highest;
}

base::Status writeCalendar(Environment& environment, const std::string& path, const std::string& text) {
    files::FileSystem& fileSystem = environment.fileSystem;
    const auto earlier = earlierCalendar(fileSystem, path);
    if (!earlier)
        return tl::unexpected(earlier.error());
    const auto place = placeOf(fileSystem, path);
    if (!place)
        return tl::unexpected(place.error());
    std::uint32_t mode = newMode;
    std::optional<base::Owner> owner;
    if (const auto info = fileSystem.stat(*place, Links::Refuse)) {
        mode = info->mode & 0777U;
        if (fileSystem.self().user == 0)
            owner = info->owner;
    }
    std::array<std::uint8_t, 8> random{};
    if (auto filled = environment.random.fill(random); !filled)
        return filled;
    const std::string fresh = *place + "." + base::toHex(random) + ".new";
    if (auto written = fileSystem.writeNew(fresh, base::viewOf(text), mode, owner); !written)
        return written;
    if (auto replaced = fileSystem.replace(fresh, *place); !replaced) {
        static_cast<void>(fileSystem.remove(fresh));
        return replaced;
    }
    return fileSystem.syncFolder(files::parentOf(*place));
}

} // namespace certwright::job
