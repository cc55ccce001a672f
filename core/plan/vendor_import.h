// Why: a site may insist on the vendor's own importer: what that makes, on a copy, is then what is planned.
#pragma once

#include <map>
#include <string>

#include "core/base/random_source.h"
#include "core/check/check.h"
#include "core/plan/targets.h"
#include "core/vault/cert_import.h"

namespace certwright::plan {

// VendorImporter runs the vendor's importer; tests and jobs bring one (see vault::runCertImport).
class VendorImporter {
  public:
    VendorImporter() = default;
    VendorImporter(const VendorImporter&) = delete;
    VendorImporter& operator=(const VendorImporter&) = delete;
    virtual ~VendorImporter() = default;

    virtual base::Result<vault::CertImportRun> run(const vault::CertImportRequest& request,
                                                   const secret::SecretBytes& password) = 0;
};

// VendorInput is what it gets: the server's own certificate, chain, CA, CRL and key.
struct VendorInput {
    const check::Material& material;
    const check::ServerPath& path;
    const document::PrivateKey& key;
};

// VendorFiles is what it made, by the paths of the targets; key material among it, wiped at the end. Empty
// where it failed: `findings` has the blockers.
struct VendorFiles {
    std::map<std::string, base::Bytes> files;
    check::Findings findings;

    VendorFiles() = default;
    VendorFiles(VendorFiles&&) = default;
    VendorFiles& operator=(VendorFiles&&) = delete;
    ~VendorFiles();
};

// importByVendor lets the importer of site.profile->vendor work. The key goes to it under a fresh passphrase,
// which it seals. Errors of runCertImport; CryptoFailed; InvalidArgument ("certimport") where something was
// brought that the importer does not take; NotSupported for lists that are too large for it.
base::Result<VendorFiles> importByVendor(const files::FileReader& reader, const Site& site,
                                         const VendorInput& input, VendorImporter& importer,
                                         base::RandomSource& random, secret::SecretAccess access);

} // namespace certwright::plan
