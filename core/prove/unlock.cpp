// Why: a service that cannot read our sealed passphrase is started with the passphrase on a pipe.
#include "core/prove/unlock.h"

#include <utility>

#include "core/prove/opened_key.h"

namespace certwright::prove {

base::Result<secret::SecretBytes> unlock(const files::FileReader& reader, const Place& place,
                                         secret::SecretAccess access) {
    const auto installed = readInstalled(reader, place);
    if (!installed)
        return tl::unexpected(installed.error());
    return unlock(reader, place, *installed, access);
}

base::Result<secret::SecretBytes> unlock(const files::FileReader& reader, const Place& place,
                                         const Installed& installed, secret::SecretAccess access) {
    OpenedKey opened = openInstalledKey(reader, place, installed, access);
    if (opened.fault != KeyFault::None)
        return tl::unexpected(std::move(opened.error));
    return std::move(*opened.passphrase);
}

} // namespace certwright::prove
