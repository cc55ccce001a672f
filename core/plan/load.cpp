// Why: reading is where most of what people bring goes wrong, so every way of failing becomes a finding of
// its own.
#include "core/plan/load.h"

#include <algorithm>

#include "core/document/parse.h"
#include "core/files/path.h"

namespace certwright::plan {

namespace {

std::string_view damageName(document::DamageKind kind) {
    switch (kind) {
    case document::DamageKind::Unterminated:
        return "unterminated";
    case document::DamageKind::BadBase64:
        return "base64";
    case document::DamageKind::BadContent:
        break;
    }
    return "content";
}

bool isPrivate(const document::Item& item) {
    return std::holds_alternative<document::PrivateKey>(item.object) ||
           std::holds_alternative<document::EncryptedKey>(item.object) ||
           std::holds_alternative<document::Pkcs12>(item.object);
}

bool onlyCrls(const std::vector<document::Item>& items) {
    return !items.empty() && std::all_of(items.begin(), items.end(), [](const document::Item& item) {
        return std::holds_alternative<document::Crl>(item.object);
    });
}

class Loader {
  public:
    Loader(const files::FileReader& reader, secret::SecretAccess access)
        : m_reader(reader)
        , m_access(access) {}

    void addForSlot(const std::string& slot, const std::string& path);
    void addPath(const std::string& path);
    base::Result<Loaded> readAll(base::Progress& progress);

  private:
    struct Wanted {
        std::string path;
        std::vector<std::string> slots;
        Origin origin;
    };

    void want(const std::string& path, const std::string& slot, Origin origin);
    void addFolder(const std::string& folder, const std::string& top, int depth);
    void readOne(const Wanted& wanted);
    void tell(const Wanted& wanted, check::FindingBody body);
    void tellUnreadable(const Wanted& wanted, const base::Error& error);
    bool describe(const Wanted& wanted, check::SourceFile& source);

    const files::FileReader& m_reader;
    secret::SecretAccess m_access;
    std::vector<Wanted> m_wanted;
    std::size_t m_found = 0;
    Loaded m_loaded;
};

void Loader::want(const std::string& path, const std::string& slot, Origin origin) {
    auto same = std::find_if(m_wanted.begin(), m_wanted.end(),
                             [&path](const Wanted& wanted) { return wanted.path == path; });
    if (same == m_wanted.end()) {
        m_wanted.push_back({path, {}, origin});
        same = std::prev(m_wanted.end());
    }
    if (origin == Origin::Named) {
        same->origin = Origin::Named;
    }
    if (!slot.empty()) {
        same->slots.push_back(slot);
    }
}

void Loader::addForSlot(const std::string& slot, const std::string& path) {
    want(path, slot, Origin::Named);
}

void Loader::addPath(const std::string& path) {
    const auto info = m_reader.stat(path, files::Links::Follow);
    if (info && info->kind == base::FileKind::Folder) {
        addFolder(path, path, 1);
    } else {
        want(path, {}, Origin::Named);
    }
}

void Loader::addFolder(const std::string& folder, const std::string& top, int depth) {
    const auto names = m_reader.list(folder);
    if (!names) {
        tellUnreadable({folder, {}, depth == 1 ? Origin::Named : Origin::Found}, names.error());
        return;
    }
    for (const std::string& name : *names) {
        if (name.starts_with('.')) {
            continue;
        }
        const std::string path = files::join(folder, name);
        const auto info = m_reader.stat(path, files::Links::Follow);
        if (info && info->kind == base::FileKind::Folder) {
            const auto own = m_reader.stat(path, files::Links::Refuse);
            // A link to a folder may lead anywhere, even back here.
            if (depth < maximumFolderDepth && own && own->kind == base::FileKind::Folder) {
                addFolder(path, top, depth + 1);
            }
        } else if (info && info->kind == base::FileKind::Regular) {
            if (m_found++ < maximumFoundFiles) {
                want(path, {}, Origin::Found);
            } else if (m_found == maximumFoundFiles + 1) {
                tellUnreadable({top, {}, Origin::Found},
                               {base::ErrorCode::FileTooLarge, top, std::to_string(maximumFoundFiles)});
            }
        }
    }
}

void Loader::tell(const Wanted& wanted, check::FindingBody body) {
    const auto severity =
        wanted.origin == Origin::Named ? check::Severity::Blocker : check::Severity::Warning;
    m_loaded.findings.push_back({severity, wanted.path, std::move(body)});
}

void Loader::tellUnreadable(const Wanted& wanted, const base::Error& error) {
    tell(wanted,
         check::FileUnreadable{wanted.path, std::string(base::errorCodeName(error.code)), error.detail});
}

bool Loader::describe(const Wanted& wanted, check::SourceFile& source) {
    const auto own = m_reader.stat(wanted.path, files::Links::Refuse);
    const auto target = m_reader.stat(wanted.path, files::Links::Follow);
    if (!own || !target) {
        tellUnreadable(wanted, own ? target.error() : own.error());
        return false;
    }
    source.path = wanted.path;
    source.info = *own;
    source.target = *target;
    source.ownerName = m_reader.accountName(target->owner.user);
    return true;
}

void Loader::readOne(const Wanted& wanted) {
    LoadedFile file;
    file.slots = wanted.slots;
    file.origin = wanted.origin;
    if (!describe(wanted, file.source)) {
        return;
    }
    const std::uint64_t size = file.source.target.size;
    auto content = m_reader.read(wanted.path, document::maximumCrlSize, files::Links::Follow);
    if (!content) {
        if (content.error().code == base::ErrorCode::FileTooLarge) {
            tell(wanted, check::FileTooLarge{wanted.path, size, document::maximumCrlSize});
        } else {
            tellUnreadable(wanted, content.error());
        }
        return;
    }
    auto parsed = document::parse(*content, m_access);
    const std::uint64_t octets = content->size();
    base::wipe(*content);
    if (octets > document::maximumFileSize && !onlyCrls(parsed.items)) {
        tell(wanted, check::FileTooLarge{wanted.path, octets, document::maximumFileSize});
        return;
    }
    for (const document::Damage& damage : parsed.damages) {
        tell(wanted, check::FileDamaged{wanted.path, damage.label, damage.line,
                                        std::string(damageName(damage.kind)), damage.detail});
    }
    if (parsed.items.empty()) {
        if (parsed.damages.empty() && wanted.origin == Origin::Named) {
            tell(wanted, check::FileUnrecognised{wanted.path, octets});
        }
        return;
    }
    file.items = std::move(parsed.items);
    file.source.holdsPrivateKey = std::any_of(file.items.begin(), file.items.end(), isPrivate);
    m_loaded.files.push_back(std::move(file));
}

base::Result<Loaded> Loader::readAll(base::Progress& progress) {
    const int total = static_cast<int>(m_wanted.size());
    for (int done = 0; done < total; ++done) {
        progress.enter(base::Step::Load, done, total);
        if (progress.cancelled()) {
            return base::failure(base::ErrorCode::Cancelled);
        }
        readOne(m_wanted[static_cast<std::size_t>(done)]);
    }
    return std::move(m_loaded);
}

} // namespace

base::Result<Loaded> loadFiles(const files::FileReader& reader,
                               const std::map<std::string, std::string>& slots,
                               const std::vector<std::string>& paths, base::Progress& progress,
                               secret::SecretAccess access) {
    Loader loader(reader, access);
    for (const auto& [slot, path] : slots) {
        loader.addForSlot(slot, path);
    }
    for (const std::string& path : paths) {
        loader.addPath(path);
    }
    return loader.readAll(progress);
}

} // namespace certwright::plan
