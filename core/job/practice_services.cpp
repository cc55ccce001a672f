// Why: the practice services' configs have the shapes of the real ones (SERVICES.md), with what is awkward
// about them: no final newline, no certificate keys at all, comments that must survive.
#include "core/job/practice.h"
#include "core/job/practice_files.h"

namespace certwright::job {

namespace {

constexpr const char* streamserverConfig =
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

constexpr const char* newStreamserverConfig =
    R"(# The port that the service is listening on, range [1025, 65535], default is 8080
port=8080
# log output directory
log_dir=logs
# rotate file number of log switch: 50 (default, For each log level). 1 <= value <= 500
rotate_file_number=50
)";

constexpr const char* aoiConfig = R"(# Port of the inference service.
port: 9443
# Whether the names of the certificate must match host_name.
check_cert_holder:
  enable: true
  host_name: aoi.practice.test
# Algorithm of the encrypted password: 8 (AES128_GCM) or 9 (AES256_GCM).
sdp_algorithm_id: 9
ssl_ciphers: "ECDHE-RSA-AES256-GCM-SHA384"  # TLS 1.2 only
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

} // namespace

const std::vector<PracticeService>& practiceServices() {
    static const std::vector<PracticeService> services{
        {"streamserver", "streamserver", "services/streamserver"},
        {"streamserver-new", "streamserver", "services/streamserver-new"},
        {"aoi", "aoi", "services/aoi"},
    };
    return services;
}

PracticeFiles serviceFiles() {
    return {
        {"services/streamserver/config/streamserver.conf", base::toBytes(streamserverConfig), 0640},
        {"services/streamserver-new/config/streamserver.conf", base::toBytes(newStreamserverConfig), 0640},
        {"services/aoi/config/config.yaml", base::toBytes(aoiConfig), 0640},
    };
}

std::vector<std::string> serviceFolders() {
    std::vector<std::string> folders{"services"};
    for (const char* id : {"streamserver", "streamserver-new"})
        for (const char* below :
             {"", "/config", "/sample", "/sample/mxVision", "/sample/mxVision/streamserver"})
            folders.push_back(std::string("services/") + id + below);
    // Some releases come with the folder, others do not.
    folders.emplace_back("services/streamserver/sample/mxVision/streamserver/keys");
    folders.emplace_back("services/aoi");
    folders.emplace_back("services/aoi/config");
    folders.emplace_back("home");
    return folders;
}

} // namespace certwright::job
