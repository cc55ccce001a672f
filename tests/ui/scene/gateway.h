// Why: a web server in front of other services is set up through the window too: tests and pictures need one,
// and something that runs its commands without there being an nginx.
#pragma once

#include <string>
#include <vector>

#include "core/process/process.h"
#include "tests/ui/scene/gui_scene.h"

namespace certwright::test {

// NotingRunner runs nothing and notes what it was to run, one line each. `ended` is how every program ends;
// after `refusedAfter` runs (0: never) all end with status 1; with `waits` it waits to be cancelled.
class NotingRunner final : public process::Runner {
  public:
    process::Ended ended = {};
    bool waits = false;
    std::size_t refusedAfter = 0;
    std::vector<std::string> ran = {};

    base::Result<process::Ended> run(const process::Program& program, base::Progress& progress) override;
};

// makeGateway makes an nginx folder ("gateway" in the scene's folder) whose conf.d/sites.conf is `sites`, and
// returns its path.
std::string makeGateway(const GuiScene& scene, const std::string& sites);

// Blocks for makeGateway.
inline constexpr const char* appBlock =
    "server {\n    listen 443 ssl;\n    listen [::]:443 ssl;\n    server_name app.example.com "
    "www.app.example.com intern.example.com;\n    location / { proxy_pass http://127.0.0.1:8080; }\n}\n";
inline constexpr const char* shopBlock =
    "# The shop\nserver {\n    listen 443 ssl;\n    server_name shop.example.com;\n}\n";
inline constexpr const char* plainBlock = "server {\n    listen 80 default_server;\n    return 404;\n}\n";

// gatewayDraft is an import of the practice set "good-pem" into it, its password typed.
model::WizardDraft gatewayDraft(const GuiScene& scene, const std::string& root);

} // namespace certwright::test
