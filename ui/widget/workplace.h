// Why: every place of the window works with the same four things.
#pragma once

#include "ui/language/language_switch.h"
#include "ui/model/host.h"
#include "ui/model/worker.h"
#include "ui/widget/dialogs.h"

namespace certwright::widget {

// Workplace: all of it outlives the places.
struct Workplace {
    model::Host& host;
    model::Worker& worker;
    language::LanguageSwitch& language;
    Dialogs& dialogs;
};

} // namespace certwright::widget
