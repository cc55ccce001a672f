// Why: see clean_up.h.
#include "core/plan/clean_up.h"

#include <algorithm>
#include <set>

#include "core/archive/zip.h"
#include "core/document/parse.h"
#include "core/files/path.h"
#include "core/plan/clean_content.h"
#include "core/plan/clean_walk.h"
#include "core/plan/config_text.h"
#include "core/plan/large_lists.h"
#include "core/plan/objects.h"
#include "core/plan/select.h"

namespace certwright::plan {

namespace {

using check::Severity;

bool onlyZeros(base::ByteView content) {
    return !content.empty() && std::ranges::all_of(content, [](std::uint8_t octet) { return octet == 0; });
}

bool onlyCrls(const document::ParsedFile& parsed) {
    return !parsed.items.empty() && std::ranges::all_of(parsed.items, [](const document::Item& item) {
        return std::holds_alternative<document::Crl>(item.object);
    });
}

std::string formOf(const std::vector<document::Item>& items) {
    const document::Item& first = items.front();
    if (std::holds_alternative<document::Pkcs12>(first.object))
        return "pkcs12";
    if (first.container == document::Container::Pkcs7)
        return "pkcs7";
    return first.encoding == document::Encoding::Pem ? "pem" : "der";
}

std::string_view formName(KeyForm form) {
    if (form == KeyForm::Clear)
        return "clear";
    return form == KeyForm::Container ? "container" : "encrypted";
}

// Reason to look at a file: it was named, or is in a folder that was; or its folder is searched for keys.
enum class Reason { Source, KeySearch };

// Content of a file that was read, with what it holds; key material is wiped at the end.
struct Content {
    base::Bytes octets;
    document::ParsedFile parsed;

    Content() = default;
    Content(const Content&) = delete;
    Content& operator=(const Content&) = delete;
    ~Content() { base::wipe(octets); }
};

// Looking parses the files of an archive until one holds something.
class Looking final : public archive::Receiver {
  public:
    explicit Looking(secret::SecretAccess access)
        : m_access(access) {}
    bool wants(const std::string&) override { return !found; }
    void take(const std::string&, secret::SecretBytes content) override {
        found = found || !document::parse(content.reveal(m_access), m_access).items.empty();
    }

    bool found = false;

  private:
    secret::SecretAccess m_access;
};

class CleanPlanner {
  public:
    CleanPlanner(const files::FileReader& reader, const Site& site, const std::string& configText,
                 const Opener& open, secret::SecretAccess access)
        : m_reader(reader)
        , m_site(site)
        , m_open(open)
        , m_access(access)
        , m_installed(reader, site, configText, access)
        , m_set(m_installed) {}

    base::Status run(const CleanWish& wish, CleanUp& cleanUp);

  private:
    void protect();
    base::Status lookAtNamed(const std::string& path);
    base::Status search(const std::string& folder);
    base::Status judgeSource(const WalkedFile& file, Origin origin);
    bool holdsAnything(base::ByteView archive) const;
    base::Status judgeCopy(const WalkedFile& file);
    bool read(const WalkedFile& file, Origin origin, Reason reason, Content& content);
    void take(const WalkedFile& file, const Content& content);
    void tellUnreadable(const std::string& path, const base::Error& error);
    template <typename Body> void tell(Severity severity, const std::string& path, Body body) {
        m_findings.push_back({severity, path, std::move(body)});
    }

    const files::FileReader& m_reader;
    const Site& m_site;
    const Opener& m_open;
    secret::SecretAccess m_access;
    InstalledObjects m_installed;
    InstalledSet m_set;
    std::set<std::string> m_protected;
    std::set<std::string> m_seen;
    std::vector<CleanFile> m_files;
    check::Findings m_findings;
};

// protect lists what the service reads: what the profile and what the config says.
void CleanPlanner::protect() {
    for (const Target& target : targetsOf(m_site))
        m_protected.insert(target.path);
    for (const InstalledSlot& slot : m_installed.slots())
        if (!slot.path.empty())
            m_protected.insert(m_reader.resolve(slot.path).value_or(slot.path));
}

void CleanPlanner::tellUnreadable(const std::string& path, const base::Error& error) {
    tell(Severity::Warning, path,
         check::FileUnreadable{path, std::string(base::errorCodeName(error.code)), error.detail});
}

base::Status CleanPlanner::lookAtNamed(const std::string& path) {
    if (const auto archive = archiveAround(m_reader, path))
        return lookAtNamed(*archive);
    if (leadsThroughLink(m_reader, path)) {
        tell(Severity::Note, path, check::SourceLinked{path, 0});
        return {};
    }
    const auto info = m_reader.stat(path, files::Links::Refuse);
    const auto resolved = m_reader.resolve(path);
    if (!info || !resolved) {
        tellUnreadable(path, info ? resolved.error() : info.error());
        return {};
    }
    if (info->kind == base::FileKind::Regular)
        return judgeSource({*resolved, *info}, Origin::Named);
    if (info->kind != base::FileKind::Folder) {
        tellUnreadable(path, {base::ErrorCode::FileNotRegular, path, {}});
        return {};
    }
    for (const WalkedFile& file :
         walkFolder(m_reader, *resolved, Hidden::LeftOut, maximumFolderDepth, m_findings))
        if (auto judged = judgeSource(file, Origin::Found); !judged)
            return judged;
    return {};
}

base::Status CleanPlanner::search(const std::string& folder) {
    const auto resolved = m_reader.resolve(folder);
    if (leadsThroughLink(m_reader, folder))
        tell(Severity::Warning, folder, check::SourceLinked{folder, 0});
    else if (!resolved)
        tellUnreadable(folder, resolved.error());
    else
        for (const WalkedFile& file :
             walkFolder(m_reader, *resolved, Hidden::Included, keySearchDepth, m_findings))
            if (auto judged = judgeCopy(file); !judged)
                return judged;
    return {};
}

// read tells of a file that cannot be read, since it may be a copy; of one that is too large only if it was
// named.
bool CleanPlanner::read(const WalkedFile& file, Origin origin, Reason reason, Content& content) {
    const bool source = reason == Reason::Source;
    const auto limit = source ? document::maximumCrlSize : document::maximumFileSize;
    auto octets = m_reader.read(file.path, limit, files::Links::Refuse);
    if (!octets) {
        const bool large = octets.error().code == base::ErrorCode::FileTooLarge;
        if (large && origin == Origin::Named)
            tell(Severity::Warning, file.path, check::FileTooLarge{file.path, file.info.size, limit});
        else if (!large)
            tellUnreadable(file.path, octets.error());
        return false;
    }
    content.octets = std::move(*octets);
    if (archive::isZip(content.octets))
        return true;
    content.parsed = document::parse(content.octets, m_access);
    const bool large = content.octets.size() > document::maximumFileSize && !onlyCrls(content.parsed);
    if (large && origin == Origin::Named)
        tell(Severity::Warning, file.path,
             check::FileTooLarge{file.path, content.octets.size(), document::maximumFileSize});
    return !large;
}

void CleanPlanner::take(const WalkedFile& file, const Content& content) {
    CleanFile taken;
    taken.path = file.path;
    taken.sha256 = contentHash(content.octets);
    taken.size = content.octets.size();
    taken.mode = file.info.mode;
    taken.form = content.parsed.items.empty() ? "overwritten" : formOf(content.parsed.items);
    for (const document::Item& item : content.parsed.items)
        if (const std::string kind = kindOf(item.object);
            std::ranges::find(taken.holds, kind) == taken.holds.end())
            taken.holds.push_back(kind);
    std::set<std::string> subjects;
    for (const document::Item& item : content.parsed.items)
        if (const std::string subject = describe(item.object); subjects.insert(subject).second)
            taken.about += (taken.about.empty() ? "" : "; ") + subject;
    m_files.push_back(std::move(taken));
}

// holdsAnything tells whether an archive that was only found has to do with certificates at all; a document
// may be a zip archive too.
bool CleanPlanner::holdsAnything(base::ByteView archive) const {
    Looking looking(m_access);
    const base::SilentProgress progress;
    const archive::Limits limits{maximumFoundFiles, document::maximumFileSize, maximumUnpackedSize};
    static_cast<void>(archive::readZip(archive, limits, looking, progress));
    return looking.found;
}

base::Status CleanPlanner::judgeSource(const WalkedFile& file, Origin origin) {
    if (!m_seen.insert(file.path).second)
        return {};
    const std::string& path = file.path;
    if (m_protected.contains(path) || isState(path)) {
        tell(Severity::Note, path, check::SourceInstalled{path});
        return {};
    }
    if (file.info.kind == base::FileKind::Symlink) {
        tell(Severity::Note, path, check::SourceLinked{path, 0});
        return {};
    }
    Content content;
    if (!read(file, origin, Reason::Source, content))
        return {};
    if (archive::isZip(content.octets)) {
        if (origin == Origin::Named || holdsAnything(content.octets))
            tell(Severity::Note, path, check::SourceArchive{path});
        return {};
    }
    const auto standing = m_set.standingOf(content.octets, content.parsed, path, origin, m_open);
    if (!standing)
        return tl::unexpected(standing.error());
    const bool stopped = origin == Origin::Named && onlyZeros(content.octets);
    const bool goes = standing->whole || stopped;
    if (goes && file.info.links > 1)
        tell(Severity::Note, path, check::SourceLinked{path, file.info.links});
    else if (goes)
        take(file, content);
    else if (standing->key == KeyForm::Unknown)
        tell(Severity::Note, path, check::KeyCopyUnknown{path});
    else if (standing->ours || origin == Origin::Named)
        tell(Severity::Note, path, check::SourceNotInstalled{path});
    return {};
}

base::Status CleanPlanner::judgeCopy(const WalkedFile& file) {
    const std::string& path = file.path;
    if (m_protected.contains(path) || isState(path) || file.info.kind != base::FileKind::Regular ||
        !m_seen.insert(path).second)
        return {};
    Content content;
    if (!read(file, Origin::Found, Reason::KeySearch, content))
        return {};
    const auto standing = m_set.standingOf(content.octets, content.parsed, path, Origin::Found, m_open);
    if (!standing)
        return tl::unexpected(standing.error());
    if (standing->key == KeyForm::Unknown)
        tell(Severity::Note, path, check::KeyCopyUnknown{path});
    if (standing->key == KeyForm::None || standing->key == KeyForm::Unknown)
        return {};
    tell(Severity::Warning, path,
         check::KeyCopyFound{path, file.info.mode, std::string(formName(standing->key))});
    if (file.info.links > 1)
        tell(Severity::Note, path, check::SourceLinked{path, file.info.links});
    else if (standing->whole)
        take(file, content);
    else
        tell(Severity::Note, path, check::SourceNotInstalled{path});
    return {};
}

base::Status CleanPlanner::run(const CleanWish& wish, CleanUp& cleanUp) {
    protect();
    for (const std::string& path : wish.paths)
        if (auto looked = lookAtNamed(path); !looked)
            return looked;
    for (const std::string& folder : wish.keysIn)
        if (auto searched = search(folder); !searched)
            return searched;
    for (const InstalledSlot& slot : m_installed.slots())
        if (slot.content)
            cleanUp.installed[slot.path] = contentHash(*slot.content);
        else if (slot.isRead())
            if (const auto list = largeAt(m_reader, slot.path))
                cleanUp.installed[slot.path] = list->sha256;
    if (!m_files.empty())
        tell(Severity::Note, m_site.root, check::WipeLimits{m_site.root});
    cleanUp.files = std::move(m_files);
    cleanUp.findings.insert(cleanUp.findings.end(), m_findings.begin(), m_findings.end());
    return {};
}

} // namespace

base::Result<CleanUp> planCleanUp(const files::FileReader& reader, const Site& site, const CleanWish& wish,
                                  const Opener& open, secret::SecretAccess access) {
    CleanUp cleanUp;
    cleanUp.service = site.profile->id;
    cleanUp.root = site.root;
    if (site.self.user == 0 && site.rootOwner.user != 0 && site.rootPolicy == RootPolicy::Refuse)
        cleanUp.findings.push_back({Severity::Blocker, site.root,
                                    check::NeedsAsOwner{reader.accountName(site.rootOwner.user), site.root}});
    const auto text = readConfig(reader, *site.profile, site.root, cleanUp.findings);
    if (text && !check::blocks(cleanUp.findings))
        if (auto planned = CleanPlanner(reader, site, *text, open, access).run(wish, cleanUp); !planned)
            return tl::unexpected(planned.error());
    check::sortWorstFirst(cleanUp.findings);
    return cleanUp;
}

} // namespace certwright::plan
