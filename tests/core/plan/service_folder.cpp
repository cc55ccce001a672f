// Why: see service_folder.h.
#include "tests/core/plan/service_folder.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/profile/load.h"
#include "tests/support/utf8_path.h"

namespace certwright::test {

namespace {

// The shapes of SERVICES.md: the first ends without a newline.
constexpr std::string_view streamServerConfig =
    R"(# The port that the service is listening on, range [1025, 65535], default is 8080
port=8080
# Using the https protocol, you need to set the following items: server_crt/server_key/ca_crt/server_key_mm, crl is optional
# server.crt file path
server_crt=
# server.key file path
server_key=
# ca.crt file path
ca_crt=
# (optional) ca.crl file path, default: null
crl=
# the encrypted server key (Managed by Huawei KMC)
server_key_mm=
# TLS ssl cipher list
cipher_list=ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES256-GCM-SHA384
# log output directory
log_dir=logs
# rotate file number of log switch: 50 (default, For each log level). 1 <= value <= 500
rotate_file_number=50)";

constexpr std::string_view aoiConfig = R"(# AOI service
sdp_algorithm_id: 9
check_cert_holder:
  enable: true
  host_name: server.test
# Config infer service ca file path and keyword when https.
cert:
  ca: xxx
  crt: xxx
  key: xxx
  key_mm: xxxxxx
  crl: xxxxxx
# Upload CA file path, only use in https mode.
ai_platform_http_client:
  ca: xxx
  crl: xxx
# Upload infer time to pushgateway CA file path, only use in https mode.
http_pushgateway_client:
  ca: xxx
  crl: xxx
)";

std::string contentOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

void list(const std::filesystem::path& top, std::vector<std::string>& lines) {
    for (auto it = std::filesystem::recursive_directory_iterator(top);
         it != std::filesystem::recursive_directory_iterator(); ++it) {
        if (it->path().filename() == ".certwright") {
            it.disable_recursion_pending();
            continue;
        }
        const auto status = it->symlink_status();
        std::string line =
            test::utf8Of(it->path()) + " " + std::to_string(static_cast<unsigned>(status.permissions()));
        if (std::filesystem::is_regular_file(status))
            line += " " + contentOf(it->path());
        lines.push_back(std::move(line));
    }
}

} // namespace

ServiceFolder::ServiceFolder(Service service) {
    const bool stream = service == Service::StreamServer;
    auto profile = profile::findProfile(stream ? "streamserver" : "aoi", {});
    if (!profile)
        std::abort();
    m_profile = std::move(*profile);
    m_folder.makeFolder("root", 0700);
    m_folder.makeFolder("home", 0700);
    m_folder.makeFolder("brought", 0700);
    if (stream)
        m_folder.makeFolder("root/sample/mxVision/streamserver", 0750);
    writeConfig(std::string(stream ? streamServerConfig : aoiConfig));
}

plan::Site ServiceFolder::site(const files::FileReader& reader) const {
    check::Findings findings;
    const auto site = plan::siteOf(reader, m_profile, root(), home(), findings);
    if (!site)
        std::abort();
    return *site;
}

std::vector<std::string> ServiceFolder::snapshot() const {
    std::vector<std::string> lines;
    list(root(), lines);
    list(home(), lines);
    std::sort(lines.begin(), lines.end());
    return lines;
}

std::vector<std::string> codesOf(const check::Findings& findings) {
    std::vector<std::string> codes;
    for (const check::Finding& finding : findings)
        if (finding.severity != check::Severity::Note)
            codes.push_back((finding.severity == check::Severity::Blocker ? "!" : "") +
                            std::string(check::codeOf(finding)));
    std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    return codes;
}

bool has(const check::Findings& findings, std::string_view code) {
    return std::any_of(findings.begin(), findings.end(),
                       [code](const check::Finding& finding) { return check::codeOf(finding) == code; });
}

} // namespace certwright::test
