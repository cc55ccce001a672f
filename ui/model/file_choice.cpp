// Why: see file_choice.h.
#include "ui/model/file_choice.h"

#include <algorithm>

#include "core/files/path.h"

namespace certwright::model {

namespace {

bool contains(const std::vector<std::string>& paths, const std::string& path) {
    return std::ranges::find(paths, path) != paths.end();
}

} // namespace

void addPaths(WizardDraft& draft, const std::vector<std::string>& paths) {
    for (const std::string& path : paths) {
        if (path.empty() || contains(draft.paths, path))
            continue;
        draft.paths.push_back(path);
        draft.filesChanged();
    }
}

void removePath(WizardDraft& draft, const std::string& path) {
    std::erase(draft.paths, path);
    std::erase_if(draft.slots, [&](const auto& slot) { return files::isBelow(slot.second, path); });
    draft.filesChanged();
}

void useFor(WizardDraft& draft, const std::string& slot, const std::string& path) {
    draft.slots[slot] = path;
    draft.without.erase(slot);
    draft.filesChanged();
}

void clearSlot(WizardDraft& draft, const std::string& slot) {
    draft.slots.erase(slot);
    draft.filesChanged();
}

void leaveOut(WizardDraft& draft, const std::string& slot) {
    draft.slots.erase(slot);
    draft.without.insert(slot);
    draft.filesChanged();
}

void takeAgain(WizardDraft& draft, const std::string& slot) {
    draft.without.erase(slot);
    draft.filesChanged();
}

void doNotUse(WizardDraft& draft, const std::string& path) {
    std::erase_if(draft.slots, [&](const auto& slot) { return slot.second == path; });
    std::vector<std::string> paths;
    for (const std::string& brought : draft.paths) {
        if (!files::isBelow(path, brought)) {
            paths.push_back(brought);
            continue;
        }
        if (brought == path || !draft.survey)
            continue;
        for (const job::SurveyedObject& object : draft.survey->objects)
            if (object.path != path && files::isBelow(object.path, brought) && !contains(paths, object.path))
                paths.push_back(object.path);
    }
    draft.paths = std::move(paths);
    draft.filesChanged();
}

void forgetFiles(WizardDraft& draft) {
    draft.slots.clear();
    draft.without.clear();
    draft.retentionDays.reset();
    draft.filesChanged();
}

} // namespace certwright::model
