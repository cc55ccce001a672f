// Why: the small profile as text, since line and column are what its tests are about.
#include "tests/core/profile/small_profile.h"

#include <QtGlobal>
#include <algorithm>

namespace certwright::test {

std::string smallProfile() {
    return R"(id: small
title: {en: Small, zh: 小}
summary: {en: A service, zh: 服务}
root:
  title: {en: Folder, zh: 目录}
  variable: SMALL_HOME
  places: [/opt/small, "C:/small"]
folders:
  - {path: keys, mode: "700"}
config:
  path: small.conf
  format: key-value
  path-base: .
  order: [crt, key, ca, crl, secret, until]
  path-alphabet: a-z/.
  forbidden: "#"
  maximum-lines: 10
  maximum-line-length: 20
slots:
  - {id: ca, kind: ca, required: true, trust: server, target: keys/ca, mode: "444", config-key: ca, title: {en: CA, zh: 根}}
  - {id: cert, kind: certificate, required: true, trust: server, target: keys/crt, mode: "400", config-key: crt, title: {en: C, zh: 证}}
  - {id: key, kind: key, required: true, trust: server, target: keys/key, mode: "600", config-key: key, title: {en: K, zh: 钥}}
  - {id: crl, kind: crl, required: false, trust: server, target: keys/crl, mode: "400", config-key: crl, title: {en: R, zh: 销}}
passphrase: {config-key: secret, maximum-length: 400, iterations: 1000, input-maximum: 7}
key-store: {primary: keys/a.ks, standby: keys/b.ks, mode: "400"}
home:
  folder: small
  copies: [{path: key.bak, content: key, mode: "400"}, {path: key.hash, content: key-sha256, mode: "444"}]
retention: {config-key: until, format: utc-seconds, minimum-days: 2, maximum-days: 20, default-days: 10}
host-check: {enable-key: host.on, host-key: host.name}
crl-update: {needs-configured: false, placement: remove-first}
rules:
  key-algorithms: [RSA, EC]
  signature-digests: [SHA256]
  minimum-rsa-bits: 2048
  recommended-rsa-bits: 4096
  warning-days: 3
  note-days: 9
  maximum-validity-years: 5
  crl-warning-days: 1
  key-file-mode-maximum: "600"
  sources-owned-by-user: false
  mutual-tls: false
  common-name-counts: true
)";
}

std::string smallProfileWith(const std::string& from, const std::string& to) {
    std::string text = smallProfile();
    const std::size_t at = text.find(from);
    if (at == std::string::npos || text.find(from, at + 1) != std::string::npos)
        qFatal("not exactly once in the small profile: %s", from.c_str());
    return text.replace(at, from.size(), to);
}

std::string toldAs(const std::string& detail, const std::string& expected) {
    const std::size_t place = expected.find(' ');
    const std::size_t code = std::min(expected.find(' ', place + 1), expected.size());
    const bool same = (detail + ' ').starts_with(expected.substr(0, code) + ' ');
    const bool values = detail.find(expected.substr(code)) != std::string::npos;
    return same && values ? expected : detail;
}

} // namespace certwright::test
