// Why: see wizard_walk.h.
#include "tests/ui/scene/wizard_walk.h"

#include <algorithm>

#include <QApplication>
#include <QPushButton>

#include "core/job/practice.h"

namespace certwright::test {

using model::Stage;

void WizardWalk::begin(const std::string& service, const std::string& set) {
    const auto& sets = job::practiceSets();
    const auto found = std::ranges::find(sets, set, &job::PracticeSet::id);
    m_password = found == sets.end() ? QString() : QString::fromStdString(found->password);
    auto draft = m_scene.draftFor(service);
    draft.paths = {m_scene.path("practice/material/" + set)};
    m_scene.window().importPlace().start(std::move(draft));
    m_scene.settle();
}

bool WizardWalk::at(Stage stage) const {
    return m_scene.wizard() != nullptr && m_scene.wizard()->stage() == stage;
}

bool WizardWalk::to(Stage stage) {
    for (int step = 0; step < 8 && m_scene.wizard() != nullptr && !at(stage); ++step) {
        const Stage before = m_scene.wizard()->stage();
        if (before == Stage::Password)
            type(m_password);
        // The import page goes on by itself.
        if (before != Stage::Apply && !next())
            return false;
        const bool moved = QTest::qWaitFor(
            [this, before] { return m_scene.wizard() == nullptr || m_scene.wizard()->stage() != before; },
            10000);
        if (!moved || !m_scene.settle())
            return false;
    }
    return at(stage);
}

bool WizardWalk::next() {
    const auto pressable = [this] {
        const auto* button = m_scene.find<QPushButton>("wizard-next");
        return button != nullptr && button->isEnabled();
    };
    return QTest::qWaitFor(pressable, 5000) && m_scene.click("wizard-next");
}

void WizardWalk::type(const QString& text) {
    if (QWidget* field = QApplication::focusWidget())
        QTest::keyClicks(field, text);
}

} // namespace certwright::test
