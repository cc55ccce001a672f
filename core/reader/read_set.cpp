// Why: see read_set.h.
#include "core/reader/read_set.h"

#include <utility>

#include "core/apply/recovery.h"
#include "core/document/parse.h"
#include "core/files/path.h"
#include "core/plan/config_text.h"
#include "core/plan/installed_files.h"
#include "core/prove/opened_key.h"

namespace certwright::reader {

namespace {

constexpr int mostAttempts = 5;

// watchedFiles are the config and every file of the set where the config names it; where the config cannot be
// followed, each file's usual place.
Identities watchedFiles(const files::FileReader& reader, const prove::Place& place) {
    const std::string path = files::join(place.root, place.profile->config.path);
    const auto text = reader.read(path, document::maximumFileSize, files::Links::Refuse);
    Identities files;
    const auto config = text ? base::textOf(*text) : std::string_view();
    for (const plan::Target& target : plan::installedFiles(prove::siteOf(place), config))
        // Without a home folder the copies in it have no place.
        if (files::isAbsolute(target.path))
            files.emplace(target.path, files::identityOf(target.path));
    return files;
}

} // namespace

base::Result<ReadSet> readSet(const files::FileReader& reader, const prove::Place& place) {
    for (int attempt = 0; attempt < mostAttempts; ++attempt) {
        if (apply::interrupted(reader, plan::stateFolderOf(place.root)))
            return base::failure(base::ErrorCode::RecoveryNeeded, place.root);
        Identities before = watchedFiles(reader, place);
        auto installed = prove::readInstalled(reader, place);
        if (before != identitiesOf(before))
            continue;
        if (!installed)
            return tl::unexpected(std::move(installed.error()));
        // A transaction that began in between may have stopped between two of its steps.
        if (apply::interrupted(reader, plan::stateFolderOf(place.root)))
            continue;
        return ReadSet{std::move(*installed), std::move(before)};
    }
    return base::failure(base::ErrorCode::FileChanged, place.root);
}

Identities identitiesOf(const Identities& known) {
    Identities now;
    for (const auto& [path, identity] : known)
        now.emplace_hint(now.end(), path, files::identityOf(path));
    return now;
}

} // namespace certwright::reader
