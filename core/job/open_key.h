// Why: a password may be missing, wrong, or right in another encoding; the person gets as many tries as the
// place allows, and is told which of the three ways of failing it was.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/check/finding.h"
#include "core/check/material.h"
#include "core/document/object.h"
#include "core/job/environment.h"

namespace certwright::job {

// OpenedKey and OpenedContainer: the content if it could be opened, and how that went (without `facts`);
// `asides` are what else is in the container.
struct OpenedKey {
    std::optional<document::PrivateKey> key;
    check::SourcedKey state;
};
struct OpenedContainer {
    std::optional<std::vector<document::Item>> items;
    check::SourcedKey state;
    std::vector<document::Aside> asides = {};
};

// openKey and openContainer try without a password (KeyState::Unencrypted if that does it), then with what
// `passwords` gives: as UTF-8 and, if it is not plain ASCII, as GB18030. Errors: Cancelled and others of
// `passwords`.
base::Result<OpenedKey> openKey(const document::EncryptedKey& key, const std::string& path,
                                PasswordSource& passwords, secret::SecretAccess access);
base::Result<OpenedContainer> openContainer(const document::Pkcs12& container, const std::string& path,
                                            PasswordSource& passwords, secret::SecretAccess access);

// failed tells whether a key's state is one of not being opened.
bool failed(const check::SourcedKey& state);
// keyFinding is the finding for a state that says so, nothing for Absent and Opened.
std::optional<check::Finding> keyFinding(const check::SourcedKey& state);

} // namespace certwright::job
