// Why: a PKCS#12 container is opened part by part; each part and each key may be encrypted in its own way.
#pragma once

#include "core/document/decrypt.h"
#include "core/document/pkcs12_parts.h"

namespace certwright::document {

using OpenStatus = tl::expected<void, OpenError>;

// MacState tells whether a MAC has shown that the password is the container's.
enum class MacState { Absent, Fits };

// BagOpener opens the parts of one container with one form of the password.
class BagOpener {
  public:
    BagOpener(Decryptor& decryptor, const PasswordForms& password, MacState mac, secret::SecretAccess access)
        : m_decryptor(decryptor)
        , m_password(password)
        , m_mac(mac)
        , m_access(access) {}

    // readPart opens one part of the container and keeps what it holds.
    OpenStatus readPart(const ContentInfo& part);
    Pkcs12Contents takeContents() { return std::move(m_contents); }

  private:
    OpenResult<secret::SecretBytes> decrypt(const Protected& sealed);
    OpenStatus readEncrypted(const ContentInfo& part);
    OpenStatus readSafe(base::ByteView safeContents, int depth);
    OpenStatus readBag(const SafeBag& bag, int depth);
    OpenStatus readPlainKey(const SafeBag& bag);
    OpenStatus readShroudedKey(const SafeBag& bag);
    OpenStatus readCertificate(const SafeBag& bag);
    OpenStatus readCrl(const SafeBag& bag);
    void keep(Object object, const SafeBag& bag);
    void setAside(AsideKind kind, base::ByteView type);

    Decryptor& m_decryptor;
    const PasswordForms& m_password;
    MacState m_mac;
    secret::SecretAccess m_access;
    std::size_t m_keys = 0;
    Pkcs12Contents m_contents;
};

} // namespace certwright::document
