// Why: see key_stores.h.
#include "core/plan/key_stores.h"

namespace certwright::plan {

namespace {

// Key stores of either kind are far smaller.
constexpr std::uint64_t maximumStoreSize = 1024ULL * 1024;

// What cannot be read counts as damaged, not as missing: it must not be written over as if it were not there.
std::optional<base::Bytes> storeAt(const files::FileReader& reader, const std::string& path) {
    auto content = files::readIfThere(reader, path, maximumStoreSize, files::Links::Refuse);
    return content ? std::move(*content) : std::optional(base::Bytes{});
}

} // namespace

KeyStores::KeyStores(const files::FileReader& reader, const Site& site)
    : m_primaryPath(storeTarget(site, Purpose::KeyStorePrimary).path)
    , m_standbyPath(storeTarget(site, Purpose::KeyStoreStandby).path)
    , m_libraryHere(site.vendor != nullptr) {
    m_files.primary = storeAt(reader, m_primaryPath);
    m_files.standby = storeAt(reader, m_standbyPath);
}

KeyStores::~KeyStores() {
    if (m_files.primary)
        base::wipe(*m_files.primary);
    if (m_files.standby)
        base::wipe(*m_files.standby);
}

void KeyStores::judge(check::Findings& findings) const {
    using vault::KeyStoreState;
    const KeyStoreState primary = vault::stateOf(m_files.primary);
    const KeyStoreState standby = vault::stateOf(m_files.standby);
    const std::vector<std::string> paths{m_primaryPath, m_standbyPath};
    if (primary == KeyStoreState::Foreign && standby == KeyStoreState::Foreign && m_libraryHere)
        return;
    if (foreign() && !m_libraryHere) {
        findings.push_back({check::Severity::Blocker, m_primaryPath, check::KeyStoreForeign{paths}});
        return;
    }
    const bool bothMissing = primary == KeyStoreState::Missing && standby == KeyStoreState::Missing;
    const bool bothValid = primary == KeyStoreState::Valid && standby == KeyStoreState::Valid;
    if (bothMissing || (bothValid && *m_files.primary == *m_files.standby))
        return;
    // What the library makes one copy from is the other that it made.
    const KeyStoreState whole = foreign() ? KeyStoreState::Foreign : KeyStoreState::Valid;
    if (primary != whole && standby != whole) {
        findings.push_back({check::Severity::Blocker, m_primaryPath, check::KeyStoreDamaged{paths}});
        return;
    }
    // Two good but different copies: the primary counts, the standby is out of date.
    const bool repairsPrimary = primary != whole;
    const KeyStoreState state = repairsPrimary ? primary : standby;
    const std::string& path = repairsPrimary ? m_primaryPath : m_standbyPath;
    const std::string word = state == KeyStoreState::Missing ? "missing" : "damaged";
    findings.push_back({check::Severity::Warning, path, check::KeyStoreRepaired{path, word}});
}

base::Result<std::unique_ptr<vault::BuiltinVault>> KeyStores::open(base::RandomSource& random,
                                                                   secret::SecretAccess access) const {
    auto opened = openExisting(random, access);
    const bool missing = !opened && opened.error().code == base::ErrorCode::KeyStoreMissing;
    return missing ? vault::BuiltinVault::create(random, access) : std::move(opened);
}

base::Result<std::unique_ptr<vault::BuiltinVault>>
KeyStores::openExisting(base::RandomSource& random, secret::SecretAccess access) const {
    auto opened = vault::BuiltinVault::open(m_files, random, access);
    if (!opened)
        return tl::unexpected(opened.error());
    return std::move(opened->vault);
}

const std::optional<base::Bytes>& KeyStores::content(Purpose copy) const {
    return copy == Purpose::KeyStorePrimary ? m_files.primary : m_files.standby;
}

vault::KeyStoreState KeyStores::state(Purpose copy) const {
    return vault::stateOf(content(copy));
}

bool KeyStores::foreign() const {
    return state(Purpose::KeyStorePrimary) == vault::KeyStoreState::Foreign ||
           state(Purpose::KeyStoreStandby) == vault::KeyStoreState::Foreign;
}

vault::KeyStoreFiles KeyStores::vendorCopies() const {
    const auto copyOf = [this](Purpose copy) {
        return state(copy) == vault::KeyStoreState::Foreign ? content(copy) : std::optional<base::Bytes>{};
    };
    return {copyOf(Purpose::KeyStorePrimary), copyOf(Purpose::KeyStoreStandby)};
}

bool KeyStores::differ() const {
    return state(Purpose::KeyStorePrimary) == vault::KeyStoreState::Valid &&
           state(Purpose::KeyStoreStandby) == vault::KeyStoreState::Valid &&
           *m_files.primary != *m_files.standby;
}

base::Result<std::unique_ptr<vault::BuiltinVault>>
KeyStores::openCopy(Purpose copy, base::RandomSource& random, secret::SecretAccess access) const {
    vault::KeyStoreFiles alone{content(copy), std::nullopt};
    auto opened = vault::BuiltinVault::open(alone, random, access);
    if (alone.primary)
        base::wipe(*alone.primary);
    if (!opened)
        return tl::unexpected(opened.error());
    return std::move(opened->vault);
}

} // namespace certwright::plan
