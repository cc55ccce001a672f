// Why: see sealing.h.
#include "core/plan/sealing.h"

#include <algorithm>
#include <utility>

#include "core/plan/vendor_findings.h"
#include "core/vault/passphrase.h"

namespace certwright::plan {

namespace {

void wipeStores(vault::KeyStoreFiles& stores) {
    for (auto* copy : {&stores.primary, &stores.standby})
        if (*copy)
            base::wipe(**copy);
}

// canStand tells whether a config of this profile can hold the text as it is.
bool canStand(const std::string& text, const profile::Profile& profile) {
    const auto isPrintable = [](char c) { return c > ' ' && c <= '~'; };
    return !text.empty() && std::ranges::all_of(text, isPrintable) &&
           text.find_first_of(profile.config.forbidden) == std::string::npos;
}

// The service's own way to the passphrase: a pipe, a prefix for its standard input, or a command in its
// config.
bool takesUnlocked(const profile::Profile& profile) {
    return !profile.passphrase.pipe.empty() || !profile.passphrase.prefix.empty() ||
           std::ranges::any_of(profile.config.values, [](const profile::FixedValue& value) {
               return value.value.find("{unlock}") != std::string::npos;
           });
}

base::Status sealBuiltin(const Site& site, const KeyStores& stores, base::RandomSource& random,
                         secret::SecretAccess access, Sealing& sealing) {
    auto vault = stores.open(random, access);
    if (!vault)
        return tl::unexpected(vault.error());
    auto text = (*vault)->seal(sealing.passphrase, access);
    if (!text)
        return tl::unexpected(text.error());
    sealing.text = std::move(*text);
    sealing.stores = {(*vault)->content(), (*vault)->content()};
    const std::string& key = site.profile->passphrase.configKey;
    const auto severity = takesUnlocked(*site.profile) ? check::Severity::Note : check::Severity::Warning;
    sealing.protector = {severity, key, check::ProtectorBuiltin{key}};
    return {};
}

vault::VendorResult<void> sealByLibrary(const Site& site, const KeyStores& stores,
                                        secret::SecretAccess access, Sealing& sealing) {
    vault::VendorLibrary& library = *site.vendor;
    vault::KeyStoreFiles present = stores.vendorCopies();
    auto sealed = library.seal(sealing.passphrase, present, access);
    wipeStores(present);
    if (!sealed)
        return tl::unexpected(sealed.error());
    sealing.text = std::move(sealed->text);
    sealing.stores = std::move(sealed->stores);
    const auto garbage = [&](const std::string& what) {
        vault::VendorFault fault{vault::VendorFaultKind::Garbage, library.path(), what, {}, {}, 0};
        return tl::unexpected(std::move(fault));
    };
    for (const auto* copy : {&sealing.stores.primary, &sealing.stores.standby})
        if (vault::stateOf(*copy) != vault::KeyStoreState::Foreign)
            return garbage("stores");
    if (!canStand(sealing.text, *site.profile))
        return garbage("text");
    const std::string& key = site.profile->passphrase.configKey;
    sealing.protector = {check::Severity::Note, key, check::ProtectorKmc{key, library.path()}};
    return {};
}

} // namespace

Sealing::~Sealing() {
    wipeStores(stores);
}

base::Result<std::optional<Sealing>> sealAnew(const Site& site, const KeyStores& stores,
                                              base::RandomSource& random, secret::SecretAccess access,
                                              check::Findings& findings) {
    Sealing sealing;
    auto passphrase = vault::makePassphrase(random, access);
    if (!passphrase)
        return tl::unexpected(passphrase.error());
    sealing.passphrase = std::move(*passphrase);
    if (site.vendor == nullptr) {
        if (auto sealed = sealBuiltin(site, stores, random, access, sealing); !sealed)
            return tl::unexpected(sealed.error());
        return std::optional(std::move(sealing));
    }
    const auto sealed = sealByLibrary(site, stores, access, sealing);
    if (!sealed && sealed.error().kind == vault::VendorFaultKind::Cancelled)
        return tl::unexpected(errorOf(sealed.error()));
    if (!sealed) {
        findings.push_back(findingOf(sealed.error()));
        return std::optional<Sealing>{};
    }
    return std::optional(std::move(sealing));
}

} // namespace certwright::plan
