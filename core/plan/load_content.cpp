// Why: a file and a file in an archive are the same thing once their octets are there.
#include <algorithm>

#include "core/check/foreign.h"
#include "core/check/key_form.h"
#include "core/document/parse.h"
#include "core/files/path.h"
#include "core/plan/loader.h"

namespace certwright::plan {

namespace {

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

// hiddenOrDeep tells what a search through folders would leave out too.
bool hiddenOrDeep(const std::string& name) {
    const bool hidden = name.starts_with('.') || name.find("/.") != std::string::npos;
    return hidden || std::ranges::count(name, '/') >= maximumFolderDepth;
}

// Octets are wiped however the reading of them ends.
struct Octets {
    base::Bytes bytes;
    explicit Octets(base::Bytes read)
        : bytes(std::move(read)) {}
    Octets(const Octets&) = delete;
    Octets& operator=(const Octets&) = delete;
    ~Octets() { base::wipe(bytes); }
};

} // namespace

void Loader::tell(Origin origin, const std::string& path, check::FindingBody body) {
    const auto severity = origin == Origin::Named ? check::Severity::Blocker : check::Severity::Warning;
    m_loaded.findings.push_back({severity, path, std::move(body)});
}

void Loader::tellUnreadable(Origin origin, const std::string& path, const base::Error& error) {
    tell(origin, path,
         check::FileUnreadable{path, std::string(base::errorCodeName(error.code)), error.detail});
}

bool Loader::describe(const Wanted& wanted, check::SourceFile& source) {
    const auto own = m_reader.stat(wanted.path, files::Links::Refuse);
    const auto target = m_reader.stat(wanted.path, files::Links::Follow);
    if (!own || !target) {
        tellUnreadable(wanted.origin, wanted.path, own ? target.error() : own.error());
        return false;
    }
    source.path = wanted.path;
    source.info = *own;
    source.target = *target;
    source.ownerName = m_reader.accountName(target->owner.user);
    return true;
}

// A file of nothing else that was named blocks, as it is not what it was taken for.
void Loader::tellForeign(Origin origin, const std::string& path, const document::ParsedFile& parsed) {
    const bool only = parsed.items.empty() && parsed.damages.empty();
    const auto severity = only && origin == Origin::Named ? check::Severity::Blocker : check::Severity::Note;
    // Pages and parameters that lie about in a folder say nothing.
    const auto isIdle = [](document::ForeignFormat format) {
        return format == document::ForeignFormat::WebPage || format == document::ForeignFormat::Parameters ||
               format == document::ForeignFormat::SslSession;
    };
    for (const document::ForeignFile& foreign : parsed.foreign)
        if (origin == Origin::Named || !isIdle(foreign.format))
            m_loaded.findings.push_back({severity, path, check::foreignBody(path, foreign)});
    for (const document::Repair repair : parsed.repairs)
        m_loaded.findings.push_back({check::Severity::Note, path, check::repairedBody(path, repair)});
}

void Loader::keep(LoadedFile file, base::ByteView content) {
    const std::string& path = file.source.path;
    auto parsed = document::parse(content, m_access);
    if (content.size() > document::maximumFileSize && !onlyCrls(parsed.items)) {
        tell(file.origin, path, check::FileTooLarge{path, content.size(), document::maximumFileSize});
        return;
    }
    keepParsed(std::move(file), std::move(parsed), content.size());
}

void Loader::keepParsed(LoadedFile file, document::ParsedFile parsed, std::uint64_t size) {
    const std::string& path = file.source.path;
    for (const document::Damage& damage : parsed.damages)
        tell(file.origin, path, check::damageBody(path, damage));
    tellForeign(file.origin, path, parsed);
    if (parsed.items.empty()) {
        if (parsed.damages.empty() && parsed.foreign.empty() && file.origin == Origin::Named) {
            tell(file.origin, path,
                 parsed.asides.empty() ? check::FindingBody(check::FileUnrecognised{path, size})
                                       : check::asideBody(path, parsed.asides.front()));
        }
        return;
    }
    for (const document::Item& item : parsed.items)
        for (const document::Fault remark : item.remarks)
            m_loaded.findings.push_back({check::Severity::Warning, path, check::remarkBody(path, remark)});
    file.items = std::move(parsed.items);
    file.source.holdsPrivateKey = std::any_of(file.items.begin(), file.items.end(), isPrivate);
    m_loaded.files.push_back(std::move(file));
}

// Unpacking receives the files of one archive.
class Loader::Unpacking final : public archive::Receiver {
  public:
    Unpacking(Loader& loader, Wanted& wanted, const check::SourceFile& source)
        : m_loader(loader)
        , m_wanted(wanted)
        , m_source(source) {}

    bool wants(const std::string& name) override {
        const bool named = m_wanted.inside.contains(files::join(m_wanted.path, name));
        return named || (m_wanted.whole && !hiddenOrDeep(name));
    }

    void take(const std::string& name, secret::SecretBytes content) override {
        LoadedFile file;
        file.source = m_source;
        file.source.path = files::join(m_wanted.path, name);
        file.source.archive = m_wanted.path;
        file.origin = Origin::Found;
        if (auto named = m_wanted.inside.extract(file.source.path)) {
            file.slots = std::move(named.mapped());
            file.origin = Origin::Named;
        }
        const base::ByteView octets = content.reveal(m_loader.m_access);
        const std::string& path = file.source.path;
        if (!archive::isZip(octets))
            m_loader.keep(std::move(file), octets);
        else if (file.origin == Origin::Named)
            m_loader.tell(file.origin, path, check::ArchiveRefused{path, "nested", 0});
        else
            m_loader.m_loaded.findings.push_back(
                {check::Severity::Note, path, check::ArchiveRefused{path, "nested", 0}});
    }

  private:
    Loader& m_loader;
    Wanted& m_wanted;
    const check::SourceFile& m_source;
};

// What else could be read makes an encrypted entry a warning: what is missing will be told.
void Loader::tellTroubles(const Wanted& wanted, const archive::Unpacked& unpacked, bool anything) {
    using archive::TroubleKind;
    const std::string& path = wanted.path;
    bool encrypted = false;
    for (const archive::Trouble& trouble : unpacked.troubles) {
        const std::string inner = files::join(path, trouble.entry);
        const Origin origin = wanted.inside.contains(inner) ? Origin::Named : Origin::Found;
        switch (trouble.kind) {
        case TroubleKind::Encrypted:
            if (!std::exchange(encrypted, true))
                tell(anything ? origin : wanted.origin, path, check::ArchiveEncrypted{path, trouble.entry});
            break;
        case TroubleKind::EntryTooLarge:
            tell(origin, inner, check::FileTooLarge{inner, trouble.size, document::maximumCrlSize});
            break;
        case TroubleKind::Damaged:
            tell(origin, inner, check::FileDamaged{inner, {}, 0, "content", trouble.detail});
            break;
        case TroubleKind::TooManyEntries:
            tell(wanted.origin, path, check::ArchiveRefused{path, "entries", maximumFoundFiles});
            break;
        case TroubleKind::TooLarge:
            tell(wanted.origin, path, check::ArchiveRefused{path, "size", maximumUnpackedSize});
            break;
        case TroubleKind::Broken:
            tell(wanted.origin, path, check::FileDamaged{path, "ZIP", 0, "content", trouble.detail});
            break;
        }
    }
}

// Whoever gives an archive for a slot means the one file in it; of several, sorting finds the right one.
void Loader::giveSlots(const Wanted& wanted, std::size_t first) {
    if (m_loaded.files.size() != first + 1)
        return;
    LoadedFile& only = m_loaded.files.back();
    only.slots.insert(only.slots.end(), wanted.slots.begin(), wanted.slots.end());
    if (!only.slots.empty())
        only.origin = Origin::Named;
}

base::Status Loader::readArchive(Wanted& wanted, const check::SourceFile& source, base::ByteView content) {
    const std::size_t first = m_loaded.files.size();
    const std::size_t told = m_loaded.findings.size();
    Unpacking unpacking(*this, wanted, source);
    const archive::Limits limits{maximumFoundFiles - m_entries, document::maximumCrlSize,
                                 maximumUnpackedSize - m_unpacked};
    const auto unpacked = archive::readZip(content, limits, unpacking, m_progress);
    if (!unpacked)
        return tl::unexpected(unpacked.error());
    m_entries = std::min(m_entries + unpacked->entries, maximumFoundFiles);
    m_unpacked = std::min(m_unpacked + unpacked->octets, maximumUnpackedSize);
    const bool anything = m_loaded.files.size() > first;
    tellTroubles(wanted, *unpacked, anything);
    for (const archive::Trouble& trouble : unpacked->troubles)
        if (trouble.entry.empty())
            wanted.inside.clear();
        else
            wanted.inside.erase(files::join(wanted.path, trouble.entry));
    giveSlots(wanted, first);
    if (wanted.whole && wanted.origin == Origin::Named && m_loaded.findings.size() == told && !anything)
        tell(wanted.origin, wanted.path, check::FileUnrecognised{wanted.path, content.size()});
    return {};
}

base::Status Loader::readOne(Wanted& wanted) {
    LoadedFile file;
    if (!describe(wanted, file.source))
        return {};
    if (deferred(wanted, file.source))
        return {};
    auto read = m_reader.read(wanted.path, document::maximumCrlSize, files::Links::Follow);
    if (!read) {
        if (read.error().code == base::ErrorCode::FileTooLarge)
            tell(wanted.origin, wanted.path,
                 check::FileTooLarge{wanted.path, file.source.target.size, document::maximumCrlSize});
        else
            tellUnreadable(wanted.origin, wanted.path, read.error());
        return {};
    }
    const Octets content(std::move(*read));
    const bool zip = archive::isZip(content.bytes);
    if (zip) {
        if (auto done = readArchive(wanted, file.source, content.bytes); !done)
            return done;
    }
    for (const auto& [path, slots] : wanted.inside)
        tellUnreadable(Origin::Named, path, {base::ErrorCode::FileNotFound, path, {}});
    if (zip || !wanted.whole)
        return {};
    file.slots = wanted.slots;
    file.origin = wanted.origin;
    keep(std::move(file), content.bytes);
    return {};
}

} // namespace certwright::plan
