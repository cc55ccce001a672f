// Why: all practice sets are cut from the same few keys and two CAs. Inside this room only.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/document/make.h"

namespace certwright::job {

// ServerOrder is a server's certificate in days from now. Without `issuer` the workshop's own CA signs.
struct ServerOrder {
    int fromDays = -30;
    int toDays = 365;
    std::string digest = "SHA256";
    const document::Identity* issuer = nullptr;
    document::NameParts subject{{"C", "CN"}, {"O", "Certwright Practice"}, {"CN", "server.practice.test"}};
};

// Workshop makes material. The first failure is kept and everything after it does nothing, so that a recipe
// reads as a list; ask `error` at the end.
class Workshop {
  public:
    using Key = std::shared_ptr<const document::PrivateKey>;

    // Makes the keys (RSA 3072 for the CA, the server and the strangers, RSA 1024 and EC for what services
    // refuse) and the two CAs.
    Workshop(base::Time now, secret::SecretAccess access);

    const std::optional<base::Error>& error() const { return m_error; }

    const document::Identity& ca() const { return m_ca; }
    // otherCa is a CA that has nothing to do with the server.
    const document::Identity& otherCa() const { return m_otherCa; }
    const Key& serverKey() const { return m_serverKey; }
    const Key& otherKey() const { return m_otherKey; }
    const Key& smallKey() const { return m_smallKey; }
    const Key& curveKey() const { return m_curveKey; }

    document::Identity authority(const document::NameParts& name, const Key& key,
                                 const document::Identity* issuer);
    document::Identity server(const Key& key, const ServerOrder& order);
    // list makes a CRL that is in force from yesterday until `toDays` from now.
    document::Crl list(const document::Identity& issuer, int toDays, const std::vector<std::string>& serials);

    // lockedKey writes an encrypted PEM key, lockedKeyDer the same as DER; openKey one without encryption.
    base::Bytes lockedKey(const document::PrivateKey& key, const std::string& password);
    base::Bytes lockedKeyDer(const document::PrivateKey& key, const std::string& password);
    base::Bytes openKey(const document::PrivateKey& key);
    base::Bytes pkcs12(const document::Identity& identity, const std::string& password);
    base::Bytes pkcs7(const std::vector<document::Certificate>& certificates,
                      const std::vector<document::Crl>& crls);

  private:
    template <typename T> T keep(base::Result<T> result);
    Key key(const document::KeySpec& spec);
    base::Time at(int days) const { return m_now + std::chrono::days(days); }

    base::Time m_now;
    secret::SecretAccess m_access;
    std::optional<base::Error> m_error;
    Key m_caKey;
    Key m_serverKey;
    Key m_otherKey;
    Key m_smallKey;
    Key m_curveKey;
    document::Identity m_ca;
    document::Identity m_otherCa;
};

} // namespace certwright::job
