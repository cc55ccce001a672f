// Why: many tests and every picture need the wizard at a certain page; this goes there as a person would,
// with the Next button and the keyboard.
#pragma once

#include <string>

#include "tests/ui/scene/gui_scene.h"

namespace certwright::test {

// WizardWalk drives the wizard of `scene`.
class WizardWalk {
  public:
    explicit WizardWalk(GuiScene& scene)
        : m_scene(scene) {}

    // begin starts an import of a practice set ("good-pem") into a practice service ("streamserver").
    void begin(const std::string& service, const std::string& set);
    // to presses Next, and types the set's password where one is asked for, until `stage` is shown; false if
    // that does not happen.
    bool to(model::Stage stage);
    // next waits until Next may be pressed (5 s) and presses it.
    bool next();
    // type sends keys to whatever has the keyboard.
    void type(const QString& text);
    bool at(model::Stage stage) const;
    const QString& password() const { return m_password; }

  private:
    GuiScene& m_scene;
    QString m_password;
};

} // namespace certwright::test
