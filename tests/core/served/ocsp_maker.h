// Why: what a server staples is judged on responses made to order.
#pragma once

#include "core/document/make.h"

namespace certwright::test {

// OcspSpec: `status` by RFC 6960's numbers: 0 good, 1 revoked, 2 unknown. `about` is the certificate that is
// answered for, `issuer` its issuer as the response names it, `signer` who signs it.
struct OcspSpec {
    int status = 0;
    base::Time thisUpdate;
    base::Time nextUpdate;
    const document::Certificate* about = nullptr;
    const document::Identity* issuer = nullptr;
    const document::Identity* signer = nullptr;
};

// makeResponse returns its DER.
base::Bytes makeResponse(const OcspSpec& spec);

} // namespace certwright::test
