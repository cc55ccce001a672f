// Why: see change_list.h.
#include "core/plan/change_list.h"

#include <algorithm>

#include "core/document/parse.h"
#include "core/plan/large_lists.h"
#include "core/plan/select.h"

namespace certwright::plan {

namespace {

// What the history takes (apply::mostStored).
constexpr std::uint64_t mostStored = document::maximumStreamedSize;

} // namespace

// Present is what stands at a target; of a large list only its hash and issuers.
struct ChangeList::Present {
    base::FileInfo info;
    base::Bytes content;
    std::string sha256;
    std::optional<std::string> about;

    Before before() const { return {sha256, info.mode, info.owner}; }
};

bool holdsClearKey(base::ByteView content, secret::SecretAccess access) {
    const auto parsed = document::parse(content, access);
    return std::any_of(parsed.items.begin(), parsed.items.end(), [](const document::Item& item) {
        return std::holds_alternative<document::PrivateKey>(item.object);
    });
}

std::string aboutContent(base::ByteView content, secret::SecretAccess access) {
    std::vector<std::string> texts;
    for (const auto& item : document::parse(content, access).items) {
        const std::string text = describe(item.object);
        const bool known = std::find(texts.begin(), texts.end(), text) != texts.end();
        if (!known && !text.empty())
            texts.push_back(text);
    }
    std::string about;
    for (const std::string& text : texts)
        about += (about.empty() ? "" : "; ") + text;
    return about;
}

std::optional<ChangeList::Present> ChangeList::presentAt(const std::string& path) {
    const auto info = m_reader.stat(path, files::Links::Refuse);
    if (!info)
        return std::nullopt;
    if (info->kind == base::FileKind::Regular && info->size > document::leastStreamedSize)
        if (auto large = largeAt(m_reader, path))
            return Present{*info, {}, std::move(large->sha256), std::move(large->about)};
    auto content = m_reader.read(path, document::maximumCrlSize, files::Links::Refuse);
    if (!content) {
        // Links and the like have findings of their own; whatever it is, this plan must not be carried out.
        const std::string code(base::errorCodeName(content.error().code));
        m_findings.push_back(
            {check::Severity::Blocker, path, check::FileUnreadable{path, code, content.error().detail}});
        return std::nullopt;
    }
    std::string hash = contentHash(*content);
    return Present{*info, std::move(*content), std::move(hash), {}};
}

ChangeList::~ChangeList() {
    for (Change& change : m_changes)
        base::wipe(change.content);
}

void ChangeList::folder(const FolderTarget& folder) {
    const auto info = m_reader.stat(folder.path, files::Links::Refuse);
    Change change;
    change.purpose = Purpose::ServiceFolder;
    change.path = folder.path;
    change.mode = folder.mode;
    change.owner = folder.owner;
    if (!info) {
        change.kind = ChangeKind::MakeFolder;
    } else if (folder.exactness == Exactness::Exact && info->mode != folder.mode) {
        change.kind = ChangeKind::SetMode;
        change.before = Before{{}, info->mode, info->owner};
    } else {
        return;
    }
    m_changes.push_back(std::move(change));
}

Change ChangeList::changeOf(const Target& target, ChangeKind kind) {
    Change change;
    change.kind = kind;
    change.purpose = target.purpose;
    change.slot = target.slot;
    change.path = target.path;
    change.mode = target.mode;
    change.owner = target.owner;
    return change;
}

// record takes down what stands there now, and wipes it: it may be key material.
void ChangeList::record(Change& change, Present& present) const {
    change.before = present.before();
    if (change.purpose == Purpose::SlotFile || change.purpose == Purpose::KeyBackup)
        change.beforeAbout = present.about ? *present.about : aboutContent(present.content, m_access);
    const bool streamed = present.info.size > document::maximumFileSize && present.content.empty();
    if (streamed ? holdsClearKey(m_reader, change.path, m_access) : holdsClearKey(present.content, m_access))
        change.keeping = Keeping::Transient;
    base::wipe(present.content);
}

// write adds a change that makes or replaces a file, unless nothing differs.
void ChangeList::write(Change change, const Target& target) {
    if (auto present = presentAt(target.path)) {
        record(change, *present);
        const bool sameOwner = !target.owner || target.owner->user == present->info.owner.user;
        if (change.before->sha256 == change.sha256 && sameOwner) {
            base::wipe(change.content);
            change.large.reset();
            if (present->info.mode == target.mode)
                return;
            change.kind = ChangeKind::SetMode;
            change.keeping = Keeping::Stored;
        }
    }
    m_changes.push_back(std::move(change));
}

void ChangeList::file(const Target& target, base::Bytes content, const std::string& about) {
    Change change = changeOf(target, ChangeKind::WriteFile);
    change.sha256 = contentHash(content);
    change.about = about;
    change.content = std::move(content);
    write(std::move(change), target);
}

// judgeSize blocks what the service would not read, or the history not take.
void ChangeList::judgeSize(const Target& target, std::uint64_t size) {
    const std::uint64_t limit =
        target.maximumSize > 0 ? std::min(target.maximumSize, mostStored) : mostStored;
    if (size > limit)
        m_findings.push_back({check::Severity::Blocker, target.path,
                              check::InstalledFileTooLarge{target.path, target.slot, size, limit}});
}

void ChangeList::file(const Target& target, const SlotContent& content) {
    if (content.large.empty()) {
        judgeSize(target, content.pem.size());
        return file(target, base::toBytes(content.pem), content.about);
    }
    auto made = largeFile(content.large, m_reader);
    if (!made) {
        const std::string code(base::errorCodeName(made.error().code));
        const std::string& path = made.error().subject;
        m_findings.push_back(
            {check::Severity::Blocker, path, check::FileUnreadable{path, code, made.error().detail}});
        return;
    }
    file(target, std::move(*made), content.about);
}

void ChangeList::file(const Target& target, LargeFile content, const std::string& about) {
    judgeSize(target, content.content->size());
    Change change = changeOf(target, ChangeKind::WriteFile);
    change.sha256 = std::move(content.sha256);
    change.about = about;
    change.large = std::move(content.content);
    write(std::move(change), target);
}

void ChangeList::renew(const Target& target, base::Bytes content, const std::string& about) {
    Change change = changeOf(target, ChangeKind::WriteFile);
    change.sha256 = contentHash(content);
    change.about = about;
    change.content = std::move(content);
    renew(std::move(change));
}

void ChangeList::renew(const Target& target, LargeFile content, const std::string& about) {
    Change change = changeOf(target, ChangeKind::WriteFile);
    change.sha256 = std::move(content.sha256);
    change.about = about;
    change.large = std::move(content.content);
    renew(std::move(change));
}

void ChangeList::renew(Change change) {
    if (auto present = presentAt(change.path)) {
        record(change, *present);
        change.before->links = present->info.links;
    }
    m_changes.push_back(std::move(change));
}

void ChangeList::mode(const Target& target) {
    auto present = presentAt(target.path);
    if (!present)
        return;
    Change change = changeOf(target, ChangeKind::SetMode);
    record(change, *present);
    change.keeping = Keeping::Stored; // nothing of it is copied
    change.sha256 = change.before->sha256;
    change.about = change.beforeAbout;
    m_changes.push_back(std::move(change));
}

void ChangeList::remove(const Target& target) {
    auto present = presentAt(target.path);
    if (!present)
        return;
    Change change = changeOf(target, ChangeKind::RemoveFile);
    change.mode = 0;
    record(change, *present);
    m_changes.push_back(std::move(change));
}

} // namespace certwright::plan
