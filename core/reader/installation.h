// Why: a service that wants what Certwright installed asks for config, chain, key and lists of one set, for
// the secrets in it, and whether it still stands there. The library for services and `unlock` are both this.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/prove/verify.h"
#include "core/reader/read_set.h"
#include "core/secret/secret_bytes.h"

namespace certwright::reader {

// Part is a file of an installed set: the config; what the server sends (its certificate first); its key as
// installed, encrypted; the CA and the revocation list of a trust pair.
enum class Part { Config, Chain, Key, Ca, Crl };

// Installation is a service's installed set as it was read at one time; secrets are not kept in it, they are
// unsealed when asked for. `reader` (and a vendor's library in `place`) must outlive it. Movable; one thread
// at a time.
class Installation {
  public:
    // open reads the set at `place` (copies its profile). RootUnknown if the root is no folder; fails as
    // reload does. A file of the set that cannot be read is no failure until it is asked for.
    static base::Result<Installation> open(const files::FileReader& reader, const prove::Place& place);

    // changed tells whether a file of the set is not the one that was read, or could not be told to be: some
    // ten calls of the system, nothing is opened.
    bool changed() const;
    // reload reads the set anew. On failure everything stays as it was read before: FileNotFound,
    // FileAccessDenied … also for a file that could be read before and cannot now; ConfigInvalid and others
    // of the config; RecoveryNeeded while a transaction is going on or was interrupted; FileChanged if files
    // kept changing.
    base::Status reload();

    // path returns where the config names the file; nothing if it names none, or the service knows none.
    // `trust` is the trust pair of a CA or a list ("platform"), empty for the one that the server's
    // certificate belongs to. InvalidArgument if the profile knows no such pair.
    base::Result<std::optional<std::string>> path(Part part, const std::string& trust) const;
    // content returns the octets of the file as installed (PEM); nothing if the config names none. Valid
    // until the next reload. Fails as the reading of the file did; FileTooLarge for a list over 64 MiB.
    base::Result<std::optional<base::ByteView>> content(Part part, const std::string& trust);
    // setting returns a value of the config (flat key or dotted path), empty where it is absent.
    base::Result<std::string> setting(const std::string& key) const;
    // retention returns when the service deletes its certificates; nothing if it never does. ConfigInvalid
    // if the date cannot be read.
    base::Result<std::optional<base::Time>> retention() const;

    // passphrase unseals the passphrase and makes sure that it opens the key. KeyStoreMissing,
    // KeyStoreDamaged; KeyStoreForeign for one that the vendor's library sealed, if `place` has none;
    // SealInvalid if it was altered or does not open the key.
    base::Result<secret::SecretBytes> passphrase(secret::SecretAccess access) const;
    // privateKey returns the opened key, PKCS#8 PrivateKeyInfo DER (RFC 5958); fails as passphrase does.
    base::Result<secret::SecretBytes> privateKey(secret::SecretAccess access) const;
    // verify is prove::verify of what stands there now. InvalidArgument ("home") if the profile keeps copies
    // in a home folder and none was given.
    base::Result<prove::Verification> verify(base::Time now, secret::SecretAccess access) const;

  private:
    Installation(const files::FileReader& reader, const prove::Place& place);
    // slotOf returns the profile's slot of a part, nullptr if it has none.
    const profile::Slot* slotOf(Part part, const std::string& trust) const;
    // fileOf returns what was read for a slot, nullptr if the config names none (or there is no slot).
    const prove::InstalledFile* fileOf(const profile::Slot* slot) const;

    const files::FileReader* m_reader;
    std::unique_ptr<const profile::Profile> m_profile;
    prove::Place m_place;
    ReadSet m_set;
    // Large lists, which are read when they are asked for.
    std::map<std::string, base::Bytes> m_large;
};

} // namespace certwright::reader
