// Why: a set is opened by the id of a shipped profile or by a profile of the site's own, and read again when
// it has changed.
#include "app/reader/handle.h"
#include "core/profile/load.h"

namespace certwright::reader {

namespace {

constexpr std::uint64_t largestProfile = 1024ULL * 1024;

base::Result<profile::Profile> profileAt(const certwright_reader& reader, const std::string& path) {
    const auto yaml = reader.disk->read(path, largestProfile, files::Links::Follow);
    if (!yaml)
        return tl::unexpected(yaml.error());
    return profile::parseProfile(base::textOf(*yaml), path);
}

Answer open(certwright_reader& reader, const base::Result<profile::Profile>& profile, const char* root,
            const char* home) {
    if (!profile)
        return tl::unexpected(profile.error());
    prove::Place place;
    place.profile = &*profile;
    place.root = textOf(root);
    place.home = textOf(home);
    auto opened = Installation::open(*reader.disk, place);
    if (!opened)
        return tl::unexpected(std::move(opened.error()));
    reader.installation.emplace(std::move(*opened));
    return CERTWRIGHT_READER_OK;
}

void letGo(certwright_reader* reader) noexcept {
    if (reader == nullptr)
        return;
    reader->installation.reset();
    reader->findings.clear();
}

} // namespace

} // namespace certwright::reader

using namespace certwright;

extern "C" {

int certwright_reader_open(certwright_reader* reader, const char* service, const char* root,
                           const char* home) {
    reader::letGo(reader);
    return reader::answered(reader, [&] {
        return reader::open(*reader, profile::findProfile(reader::textOf(service), {}), root, home);
    });
}

int certwright_reader_open_profile(certwright_reader* reader, const char* profile_file, const char* root,
                                   const char* home) {
    reader::letGo(reader);
    return reader::answered(reader, [&] {
        return reader::open(*reader, reader::profileAt(*reader, reader::textOf(profile_file)), root, home);
    });
}

int certwright_reader_changed(const certwright_reader* reader) {
    if (reader == nullptr || !reader->installation)
        return 1;
    try {
        return reader->installation->changed() ? 1 : 0;
    } catch (...) {
        return 1;
    }
}

int certwright_reader_reload(certwright_reader* reader) {
    return reader::answeredOpen(reader, reader, [](reader::Installation& installation) -> reader::Answer {
        if (auto reloaded = installation.reload(); !reloaded)
            return tl::unexpected(std::move(reloaded.error()));
        return CERTWRIGHT_READER_OK;
    });
}

} // extern "C"
