// Why: see clean_content.h.
#include "core/plan/clean_content.h"

#include <algorithm>
#include <array>

#include "core/document/pem_blocks.h"
#include "core/plan/crl_order.h"

namespace certwright::plan {

namespace {

constexpr std::size_t mostBlocks = 100'000;

// What OpenSSL's tools write before a block without indenting it.
constexpr std::array<std::string_view, 9> usualWords{"#",         "Bag Attributes",   "Key Attributes",
                                                     "subject",   "issuer",           "Certificate:",
                                                     "X509v3 Cr", "Certificate Revo", "Private-Key:"};

bool isUsual(std::string_view line) {
    if (line.starts_with("\xEF\xBB\xBF"))
        line.remove_prefix(3);
    return line.empty() || line.front() == ' ' || line.front() == '\t' ||
           std::ranges::any_of(usualWords, [line](std::string_view word) { return line.starts_with(word); });
}

bool onlyUsualLines(std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
        if (!isUsual(text.substr(0, end)))
            return false;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return true;
}

} // namespace

bool holdsForeignText(base::ByteView content) {
    const auto blocks = document::scanPem(content, mostBlocks);
    if (blocks.empty())
        return false; // DER is one object and nothing else
    const std::string_view text = base::textOf(content);
    std::size_t at = 0;
    for (const document::PemBlock& block : blocks) {
        const auto start = static_cast<std::size_t>(block.whole.data() - content.data());
        if (!onlyUsualLines(text.substr(at, start - at)))
            return true;
        at = start + block.whole.size();
    }
    return !onlyUsualLines(text.substr(at));
}

// Verdict on one object: `installed`, and `key` where it is one.
struct InstalledSet::Verdict {
    bool installed = false;
    KeyForm key = KeyForm::None;
};

InstalledSet::InstalledSet(const InstalledObjects& installed) {
    for (const InstalledSlot& slot : installed.slots())
        for (const document::Item& item : slot.items) {
            if (const auto* certificate = std::get_if<document::Certificate>(&item.object))
                m_public.insert(certificate->der);
            else if (const auto* crl = std::get_if<document::Crl>(&item.object))
                keepList(*crl);
            else if (const auto* key = std::get_if<document::EncryptedKey>(&item.object))
                m_encryptedKeys.insert(key->encoded);
        }
    if (const document::Certificate* leaf = installed.leaf())
        m_publicKey = leaf->facts.key.publicKeyInfo;
}

void InstalledSet::keepList(const document::Crl& crl) {
    if (crl.der.empty())
        m_large.push_back(crl);
    else
        m_public.insert(crl.der);
}

bool InstalledSet::isInstalled(const document::Crl& crl) const {
    return m_public.contains(crl.der) || std::ranges::any_of(m_large, [&crl](const document::Crl& list) {
               return isSameList(list, crl) && isSameVersion(list, crl);
           });
}

base::Result<InstalledSet::Verdict> InstalledSet::judge(const document::Item& item, const std::string& path,
                                                        Origin origin, const Opener& open) const {
    if (const auto* certificate = std::get_if<document::Certificate>(&item.object))
        return Verdict{m_public.contains(certificate->der), KeyForm::None};
    if (const auto* crl = std::get_if<document::Crl>(&item.object))
        return Verdict{isInstalled(*crl), KeyForm::None};
    if (const auto* key = std::get_if<document::PrivateKey>(&item.object)) {
        const bool same = !m_publicKey.empty() && key->facts.publicKeyInfo == m_publicKey;
        return Verdict{same, same ? KeyForm::Clear : KeyForm::None};
    }
    const auto* encrypted = std::get_if<document::EncryptedKey>(&item.object);
    if (encrypted != nullptr && m_encryptedKeys.contains(encrypted->encoded))
        return Verdict{true, KeyForm::Encrypted};
    const bool container = std::holds_alternative<document::Pkcs12>(item.object);
    if (encrypted == nullptr && !container)
        return Verdict{};
    const auto opened = open(item, path, origin);
    if (!opened)
        return tl::unexpected(opened.error());
    if (!*opened)
        return Verdict{false, KeyForm::Unknown};
    Verdict all{!(*opened)->empty(), KeyForm::None};
    for (const document::Item& inner : **opened) {
        // What came out of a container is not opened again.
        const auto one = judge(inner, path, origin, [](const auto&, const auto&, Origin) {
            return base::Result<std::optional<std::vector<document::Item>>>(std::nullopt);
        });
        all.installed = all.installed && one->installed;
        if (one->key != KeyForm::None && all.key == KeyForm::None)
            all.key = one->key;
    }
    if (all.key == KeyForm::Clear)
        all.key = container ? KeyForm::Container : KeyForm::Encrypted;
    return all;
}

base::Result<Standing> InstalledSet::standingOf(base::ByteView content, const document::ParsedFile& parsed,
                                                const std::string& path, Origin origin,
                                                const Opener& open) const {
    Standing standing;
    standing.ours = !parsed.items.empty() || !parsed.damages.empty();
    standing.whole = !parsed.items.empty() && parsed.damages.empty() && parsed.foreign.empty() &&
                     !parsed.mended() && !holdsForeignText(content);
    for (const document::Item& item : parsed.items) {
        const auto verdict = judge(item, path, origin, open);
        if (!verdict)
            return tl::unexpected(verdict.error());
        standing.whole = standing.whole && verdict->installed;
        // A key that lies there in clear is the worst; one that nobody can open is told only if there is no
        // other.
        const bool worse = standing.key == KeyForm::None || standing.key == KeyForm::Unknown ||
                           verdict->key == KeyForm::Clear;
        if (verdict->key != KeyForm::None && worse)
            standing.key = verdict->key;
    }
    return standing;
}

} // namespace certwright::plan
