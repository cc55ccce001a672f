// Why: every page and dialog is looked at, in both languages, both themes and at more than one size, before
// it is called finished; this makes the pictures.
#pragma once

#include <string>

#include "tests/ui/scene/gui_scene.h"

namespace certwright::screens {

// Look is one way to look at everything; `scale` (100, 200 …) only names the files, the platform scales.
struct Look {
    text::Language language = text::Language::English;
    model::Theme theme = model::Theme::Light;
    int scale = 100;
    QString folder;
};

// Camera writes "<name>-<language>-<theme>-<scale>.png" of the default window size, and
// "<name>-small-….png" of the smallest.
class Camera {
  public:
    Camera(test::GuiScene& scene, Look look);

    // take pictures the main window in both sizes.
    void take(const QString& name);
    // takeOf pictures another window as it is.
    void takeOf(QWidget& window, const QString& name);

  private:
    void save(QWidget& window, const QString& name);

    test::GuiScene& m_scene;
    Look m_look;
};

// takeEverything walks through all places, pages and dialogs. Returns what could not be reached.
QStringList takeEverything(const Look& look);
// takeGateway walks through an import into a web server only; it is part of takeEverything.
QStringList takeGateway(const Look& look);

} // namespace certwright::screens
