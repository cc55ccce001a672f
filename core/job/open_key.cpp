// Why: see open_key.h.
#include "core/job/open_key.h"

#include "core/check/key_form.h"
#include "core/document/open.h"
#include "core/secret/charset.h"

namespace certwright::job {

namespace {

using check::KeyState;
using secret::SecretBytes;

KeyState stateOf(document::OpenFailure failure) {
    switch (failure) {
    case document::OpenFailure::WrongPassword:
        return KeyState::PasswordWrong;
    case document::OpenFailure::UnsupportedScheme:
        return KeyState::Unsupported;
    case document::OpenFailure::Damaged:
        break;
    }
    return KeyState::Damaged;
}

// Attempts opens one thing by whatever `Open` takes a password to do.
template <typename Content, typename Open> class Attempts {
  public:
    Attempts(Open open, check::SourcedKey& state, secret::SecretAccess access)
        : m_open(std::move(open))
        , m_state(state)
        , m_access(access) {}

    base::Result<std::optional<Content>> run(PasswordSource& passwords) {
        if (auto content = tryOne(SecretBytes{}, KeyState::Unencrypted))
            return content;
        if (m_state.state != KeyState::PasswordWrong)
            return std::optional<Content>{};
        m_state.state = KeyState::PasswordNeeded;
        for (int attempt = 1; attempt <= passwords.attempts(); ++attempt) {
            const auto password = passwords.password(m_state.path, attempt);
            if (!password)
                return tl::unexpected(password.error());
            if (!*password)
                break;
            m_state.attempts = attempt;
            if (auto content = tryEncodings(**password))
                return content;
            if (m_state.state != KeyState::PasswordWrong)
                break;
        }
        return std::optional<Content>{};
    }

  private:
    std::optional<Content> tryEncodings(const SecretBytes& password) {
        m_state.passwordCharacters = static_cast<int>(secret::characterCount(password, m_access));
        if (auto content = tryOne(password, KeyState::Opened))
            return content;
        if (m_state.state != KeyState::PasswordWrong || secret::isAscii(password, m_access))
            return std::nullopt;
        const auto converted = secret::toGb18030(password, m_access);
        return converted ? tryOne(*converted, KeyState::OpenedAsGb18030) : std::nullopt;
    }

    std::optional<Content> tryOne(const SecretBytes& password, KeyState success) {
        auto opened = m_open(password);
        m_state.state = opened ? success : stateOf(opened.error().failure);
        if (!opened) {
            m_state.detail = opened.error().detail;
            m_state.fault = opened.error().fault;
            return std::nullopt;
        }
        m_state.detail.clear();
        m_state.fault.reset();
        return std::move(*opened);
    }

    Open m_open;
    check::SourcedKey& m_state;
    secret::SecretAccess m_access;
};

template <typename Content, typename Open>
base::Result<std::optional<Content>> attempt(Open open, check::SourcedKey& state, PasswordSource& passwords,
                                             secret::SecretAccess access) {
    return Attempts<Content, Open>(std::move(open), state, access).run(passwords);
}

} // namespace

base::Result<OpenedKey> openKey(const document::EncryptedKey& key, const std::string& path,
                                PasswordSource& passwords, secret::SecretAccess access) {
    OpenedKey result;
    result.state.path = path;
    result.state.encryption = key.encryption;
    const auto open = [&](const SecretBytes& password) { return document::openKey(key, password, access); };
    auto content = attempt<document::PrivateKey>(open, result.state, passwords, access);
    if (!content)
        return tl::unexpected(content.error());
    result.key = std::move(*content);
    if (result.key)
        result.state.remarks = result.key->remarks;
    return result;
}

base::Result<OpenedContainer> openContainer(const document::Pkcs12& container, const std::string& path,
                                            PasswordSource& passwords, secret::SecretAccess access) {
    OpenedContainer result;
    result.state.path = path;
    result.state.encryption = container.encryption;
    const auto open = [&](const SecretBytes& password) {
        return document::openPkcs12Contents(container, password, access);
    };
    auto content = attempt<document::Pkcs12Contents>(open, result.state, passwords, access);
    if (!content)
        return tl::unexpected(content.error());
    if (*content) {
        result.items = std::move((*content)->items);
        result.asides = std::move((*content)->asides);
    }
    return result;
}

bool failed(const check::SourcedKey& state) {
    return state.state == KeyState::PasswordNeeded || state.state == KeyState::PasswordWrong ||
           state.state == KeyState::Unsupported || state.state == KeyState::Damaged;
}

std::optional<check::Finding> keyFinding(const check::SourcedKey& state) {
    using check::Severity;
    const std::string& path = state.path;
    switch (state.state) {
    case KeyState::PasswordNeeded:
        return check::Finding{Severity::Blocker, path, check::PasswordNeeded{path}};
    case KeyState::PasswordWrong:
        return check::Finding{Severity::Blocker, path, check::PasswordWrong{path, state.attempts}};
    case KeyState::Unsupported:
    case KeyState::Damaged:
        return check::Finding{Severity::Blocker, path, check::refusalBody(state)};
    case KeyState::OpenedAsGb18030:
        return check::Finding{Severity::Note, path, check::PasswordInGb18030{path}};
    case KeyState::Unencrypted:
        return check::Finding{Severity::Warning, path, check::KeyUnencrypted{path}};
    case KeyState::Absent:
    case KeyState::Opened:
        break;
    }
    return std::nullopt;
}

} // namespace certwright::job
