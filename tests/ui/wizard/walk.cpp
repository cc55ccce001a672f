// Why: see walk.h.
#include "tests/ui/wizard/walk.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <QSignalSpy>

#include "core/job/practice.h"
#include "tests/support/utf8_path.h"

namespace certwright::test {

namespace {

// Milliseconds in which a page that can be left lets itself be left.
constexpr int patience = 2000;

} // namespace

model::WizardDraft draftOf(const GuiScene& scene, const std::string& set, model::Task task) {
    const auto& sets = job::practiceSets();
    const auto found = std::ranges::find(sets, set, &job::PracticeSet::id);
    if (found == sets.end())
        qFatal("no practice set %s", set.c_str());
    model::WizardDraft draft = scene.draftFor(found->service, task);
    const std::string folder = scene.path("practice/material/" + set);
    draft.paths = {folder};
    for (const std::string& name : found->files)
        if (!found->password.empty())
            draft.passwords.emplace(folder + "/" + name,
                                    secret::SecretBytes::copyOf(base::viewOf(found->password)));
    draft.practicePassword = found->password;
    return draft;
}

void surveyed(GuiScene& scene, model::WizardDraft& draft) {
    model::Road road(scene.host(), scene.worker(), draft);
    static_cast<void>(road.survey());
    if (!scene.settle() || !draft.survey)
        qFatal("no survey");
}

bool walkOn(GuiScene& scene, model::Stage stage) {
    for (int presses = 0; presses < 8; ++presses) {
        if (!scene.settle() || scene.wizard() == nullptr)
            return false;
        if (scene.wizard()->stage() == stage)
            return true;
        // A page may still be looking at what was brought.
        const bool on = QTest::qWaitFor(
            [&scene] {
                const auto* next = scene.find<QPushButton>("wizard-next");
                return next != nullptr && next->isEnabled();
            },
            patience);
        if (!on || !scene.click("wizard-next"))
            return false;
    }
    return false;
}

bool walkTo(GuiScene& scene, model::WizardDraft draft, model::Stage stage) {
    return scene.window().importPlace().start(std::move(draft)) && walkOn(scene, stage);
}

bool install(GuiScene& scene, const std::string& set) {
    model::WizardDraft draft = draftOf(scene, set);
    model::Road road(scene.host(), scene.worker(), draft);
    static_cast<void>(road.check());
    if (!scene.settle() || !draft.checked)
        return false;
    static_cast<void>(road.plan());
    if (!scene.settle() || !draft.plan)
        return false;
    static_cast<void>(road.apply());
    return scene.settle() && draft.outcome && !draft.outcome->undone;
}

std::vector<std::string> treeOf(const std::string& folder) {
    namespace fs = std::filesystem;
    std::vector<std::string> lines;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const std::string path = test::utf8Of(entry.path());
        if (path.find("/.certwright") != std::string::npos)
            continue;
        std::string line = path + " " + std::to_string(static_cast<unsigned>(entry.status().permissions()));
        if (entry.is_regular_file()) {
            std::ifstream file(path, std::ios::binary);
            line.append(" ").append(std::istreambuf_iterator<char>(file), {});
        }
        lines.push_back(std::move(line));
    }
    std::ranges::sort(lines);
    return lines;
}

} // namespace certwright::test
