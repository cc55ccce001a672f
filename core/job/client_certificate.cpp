// Why: see client_certificate.h.
#include "core/job/client_certificate.h"

#include "core/document/parse.h"
#include "core/job/open_key.h"

namespace certwright::job {

namespace {

using base::ErrorCode;

base::Result<document::ParsedFile> readFile(Environment& environment, const std::string& path) {
    auto content = environment.fileSystem.read(path, document::maximumFileSize, files::Links::Follow);
    if (!content)
        return tl::unexpected(content.error());
    document::ParsedFile parsed = document::parse(*content, environment.access);
    base::wipe(*content);
    return parsed;
}

// NoPassword is asked where nobody can answer.
class NoPassword final : public PasswordSource {
  public:
    base::Result<std::optional<secret::SecretBytes>> password(const std::string&, int) override {
        return std::optional<secret::SecretBytes>{};
    }
    int attempts() const override { return 1; }
};

base::Result<document::PrivateKey> keyOf(document::ParsedFile& parsed, const std::string& path,
                                         Environment& environment, PasswordSource* passwords) {
    NoPassword none;
    for (document::Item& item : parsed.items) {
        if (auto* key = std::get_if<document::PrivateKey>(&item.object))
            return std::move(*key);
        const auto* encrypted = std::get_if<document::EncryptedKey>(&item.object);
        if (encrypted == nullptr)
            continue;
        auto opened = openKey(*encrypted, path, passwords != nullptr ? *passwords : none, environment.access);
        if (!opened)
            return tl::unexpected(opened.error());
        if (!opened->key)
            return base::failure(ErrorCode::PasswordUnavailable, path, opened->state.detail);
        return std::move(*opened->key);
    }
    return base::failure(ErrorCode::InvalidArgument, path);
}

} // namespace

base::Result<served::OwnCertificate> readClientCertificate(Environment& environment,
                                                           const std::string& certificatePath,
                                                           const std::string& keyPath,
                                                           PasswordSource* passwords) {
    auto parsed = readFile(environment, certificatePath);
    if (!parsed)
        return tl::unexpected(parsed.error());
    std::vector<document::Certificate> chain;
    for (const document::Item& item : parsed->items)
        if (const auto* certificate = std::get_if<document::Certificate>(&item.object))
            chain.push_back(*certificate);
    if (chain.empty())
        return base::failure(ErrorCode::InvalidArgument, certificatePath);
    if (!keyPath.empty())
        parsed = readFile(environment, keyPath);
    if (!parsed)
        return tl::unexpected(parsed.error());
    auto key = keyOf(*parsed, keyPath.empty() ? certificatePath : keyPath, environment, passwords);
    if (!key)
        return tl::unexpected(key.error());
    return served::OwnCertificate{std::move(chain), std::move(*key)};
}

} // namespace certwright::job
