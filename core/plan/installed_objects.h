// Why: an update and a clean-up both start from what the config names now: each slot's file, and what it
// holds.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/check/material.h"
#include "core/document/object.h"
#include "core/files/file_system.h"
#include "core/plan/targets.h"
#include "core/secret/secret_access.h"

namespace certwright::plan {

// InstalledSlot is a slot of the profile (which must outlive it) as the service finds it. `configured` is the
// config's value, `path` the absolute, normal path that it means; both empty where there is none. `content`
// is missing where the file is, or cannot be read (`error` says why), and of a file of large lists, which are
// streamed; links are not followed. `items` is what the file holds.
struct InstalledSlot {
    const profile::Slot* slot = nullptr;
    std::string configured;
    std::string path;
    std::optional<base::Bytes> content;
    std::optional<base::Error> error;
    std::vector<document::Item> items;

    bool isRead() const { return !path.empty() && !error; }
};

// InstalledObjects is every slot of a site, in the profile's order. The key's content is wiped at the end.
class InstalledObjects {
  public:
    // Reads what `configText` names. ConfigInvalid or ConfigUneditable stay with the slot, as its error.
    InstalledObjects(const files::FileReader& reader, const Site& site, std::string_view configText,
                     secret::SecretAccess access);
    InstalledObjects(const InstalledObjects&) = delete;
    InstalledObjects& operator=(const InstalledObjects&) = delete;
    ~InstalledObjects();

    const std::vector<InstalledSlot>& slots() const { return m_slots; }
    // slotOf returns the slot of a kind within a trust pair, nullptr if the profile has none.
    const InstalledSlot* slotOf(profile::SlotKind kind, const std::string& trust) const;
    // serverTrust is the trust pair of the server's own certificate.
    const std::string& serverTrust() const { return m_serverTrust; }
    // leaf is the server's certificate: the first in its file; nullptr if there is none.
    const document::Certificate* leaf() const;
    // signersOf returns the certificates that may have issued the lists of a trust pair: its CAs, and for the
    // server's own pair the intermediates that stand with its certificate.
    std::vector<check::SourcedCertificate> signersOf(const std::string& trust) const;

  private:
    std::vector<InstalledSlot> m_slots;
    std::string m_serverTrust;
};

// certificatesOf and crlsOf return the objects of one kind in a slot's file.
std::vector<check::SourcedCertificate> certificatesOf(const InstalledSlot& slot);
std::vector<check::SourcedCrl> crlsOf(const InstalledSlot& slot);

} // namespace certwright::plan
