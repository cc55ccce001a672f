// Why: see opening.h.
#include "core/prove/opening.h"

#include <utility>

#include "core/ossl/random.h"
#include "core/plan/key_stores.h"
#include "core/prove/opened_key.h"

namespace certwright::prove {

Opening openWhatOpens(const files::FileReader& reader, const Place& place, secret::SecretAccess access) {
    Opening opening;
    const auto installed = readInstalled(reader, place);
    if (!installed || installed->sealedPassphrase.empty())
        return opening;
    const auto random = ossl::systemRandom();
    const plan::KeyStores stores(reader, siteOf(place));
    if (sealedBy(installed->sealedPassphrase, stores) == vault::Protector::Kmc) {
        if (place.vendor != nullptr)
            if (auto opened = unsealByLibrary(place, stores, installed->sealedPassphrase, access))
                opening.passphrase = std::move(*opened);
        return opening;
    }
    for (const auto copy : {plan::Purpose::KeyStorePrimary, plan::Purpose::KeyStoreStandby}) {
        const auto vault = stores.openCopy(copy, *random, access);
        if (!vault)
            continue;
        auto passphrase = (*vault)->unseal(installed->sealedPassphrase, access);
        if (!passphrase)
            continue;
        opening.opener = copy;
        opening.passphrase = std::move(*passphrase);
        break;
    }
    return opening;
}

} // namespace certwright::prove
