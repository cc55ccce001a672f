// Why: rules about form look into the octets of the same few certificates again and again; each is taken
// apart once.
#pragma once

#include <map>
#include <optional>

#include "core/document/anatomy.h"
#include "core/document/object.h"

namespace certwright::check {

// DetailsMemory remembers anatomies by fingerprint. What it returns looks into the certificate that was asked
// for, which must outlive it. Not for several threads at once.
class DetailsMemory {
  public:
    // anatomyOf returns nullptr if the certificate's outline cannot be read.
    const document::CertificateAnatomy* anatomyOf(const document::Certificate& certificate);

  private:
    std::map<base::Bytes, std::optional<document::CertificateAnatomy>> m_anatomies;
};

} // namespace certwright::check
