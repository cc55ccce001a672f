// Why: rules of form say how bad a breach is without knowing all findings there are.
#pragma once

namespace certwright::check {

// Severity: a blocker stops an import, a warning is shown before it, a note is good to know.
enum class Severity { Blocker, Warning, Note };

} // namespace certwright::check
