// Why: a change knows what stands there now; a file that already is as it shall be is no change.
#pragma once

#include <string>

#include "core/plan/plan.h"
#include "core/plan/slot_content.h"
#include "core/plan/targets.h"
#include "core/secret/secret_access.h"

namespace certwright::plan {

// ChangeList collects the changes of a plan in the order in which they are done.
class ChangeList {
  public:
    ChangeList(const files::FileReader& reader, secret::SecretAccess access)
        : m_reader(reader)
        , m_access(access) {}
    ChangeList(const ChangeList&) = delete;
    ChangeList& operator=(const ChangeList&) = delete;
    // The content of what was not taken is wiped: it may be key material.
    ~ChangeList();

    // folder makes `folder`, or gives it its exact mode.
    void folder(const FolderTarget& folder);
    // file writes `content`, or sets the mode only where nothing else differs. `about` describes the content.
    // What it replaces or removes is transient if it holds a key without encryption.
    void file(const Target& target, base::Bytes content, const std::string& about);
    // file of a slot's content does the same; a content too large to be held is made anew where it is
    // written. FileUnreadable if it cannot be made now; InstalledFileTooLarge over what the history takes.
    void file(const Target& target, const SlotContent& content);
    // file of content that is too large to be held, with its hash, does the same.
    void file(const Target& target, LargeFile content, const std::string& about);
    // renew puts a new file there whatever stands there now, second names of it included: what only a new
    // file mends (owner, links, an access control list) is mended by it. Nothing happens where a link stands.
    void renew(const Target& target, base::Bytes content, const std::string& about);
    void renew(const Target& target, LargeFile content, const std::string& about);
    // mode gives what stands at `target` its mode, content as it is.
    void mode(const Target& target);
    // remove removes what stands at `target`, if anything does.
    void remove(const Target& target);

    // takeChanges hands the changes over; findings are FileUnreadable for what stands in the way.
    std::vector<Change> takeChanges() { return std::move(m_changes); }
    const check::Findings& findings() const { return m_findings; }

  private:
    struct Present;
    std::optional<Present> presentAt(const std::string& path);
    void renew(Change change);
    static Change changeOf(const Target& target, ChangeKind kind);
    void record(Change& change, Present& present) const;
    void write(Change change, const Target& target);
    void judgeSize(const Target& target, std::uint64_t size);

    const files::FileReader& m_reader;
    secret::SecretAccess m_access;
    std::vector<Change> m_changes;
    check::Findings m_findings;
};

// holdsClearKey tells whether `content` holds a private key without encryption.
bool holdsClearKey(base::ByteView content, secret::SecretAccess access);

// aboutContent describes what a file holds: subjects and issuers, each once.
std::string aboutContent(base::ByteView content, secret::SecretAccess access);

} // namespace certwright::plan
