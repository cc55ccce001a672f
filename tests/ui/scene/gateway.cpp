// Why: see gateway.h.
#include "tests/ui/scene/gateway.h"

#include <algorithm>
#include <chrono>
#include <thread>

#include "core/job/practice.h"

namespace certwright::test {

base::Result<process::Ended> NotingRunner::run(const process::Program& program, base::Progress& progress) {
    std::string line;
    for (const std::string& word : program.words)
        line += (line.empty() ? "" : " ") + word;
    ran.push_back(line);
    while (waits && !progress.cancelled())
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    if (waits)
        return base::failure(base::ErrorCode::Cancelled);
    if (refusedAfter > 0 && ran.size() > refusedAfter)
        return process::Ended{1, 0, "refused\n"};
    return ended;
}

std::string makeGateway(const GuiScene& scene, const std::string& sites) {
    const auto disk = files::localFileSystem();
    const std::string root = scene.path("gateway");
    const auto write = [&](const std::string& name, const std::string& text) {
        if (!disk->writeNew(root + "/" + name, base::viewOf(text), 0644, std::nullopt))
            qFatal("no gateway");
    };
    static_cast<void>(disk->makeFolder(root, 0700, std::nullopt));
    static_cast<void>(disk->makeFolder(root + "/conf.d", 0755, std::nullopt));
    write("nginx.conf", "events {}\nhttp {\n    include conf.d/*.conf;\n}\n");
    write("conf.d/sites.conf", sites);
    return root;
}

model::WizardDraft gatewayDraft(const GuiScene& scene, const std::string& root) {
    const std::string folder = scene.path("practice/material/good-pem");
    const auto& sets = job::practiceSets();
    const auto set = std::ranges::find(sets, std::string("good-pem"), &job::PracticeSet::id);
    model::WizardDraft draft;
    draft.service = "nginx";
    draft.root = root;
    draft.home = scene.path("home");
    draft.paths = {folder};
    for (const std::string& name : set->files)
        draft.passwords.emplace(folder + "/" + name,
                                secret::SecretBytes::copyOf(base::viewOf(set->password)));
    return draft;
}

} // namespace certwright::test
