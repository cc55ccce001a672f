// Why: what one rule of form is, without all that findings need: there are many rules, each in a file.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/check/severity.h"
#include "core/document/anatomy.h"
#include "core/document/facts.h"

namespace certwright::check {

struct Values;

// LintSubject is one certificate as a rule sees it. `Anchor`: it is the trusted end of the path.
enum class Position { Leaf, Intermediate, Anchor };
struct LintSubject {
    const document::CertificateFacts& facts;
    const document::CertificateAnatomy& anatomy;
    Position position = Position::Leaf;
    // Filled by values() when it is first asked for.
    mutable std::shared_ptr<const Values> decoded{};

    bool isCa() const { return position != Position::Leaf || facts.isCa(); }
    bool isRoot() const { return position == Position::Anchor && facts.selfIssued(); }
    // values are what stands inside extensions, names and keys. Not for several threads at once.
    const Values& values() const;
};

// LintWeight: what a breach means under each rule set; nothing: the rule is not asked there.
struct LintWeight {
    std::optional<Severity> service;
    std::optional<Severity> rfc5280;
    std::optional<Severity> webPki;
};

// Breach is what was seen, as data for the sentence ("" if there is nothing to tell), or nothing if the
// certificate keeps the rule or the rule does not concern it.
using Breach = std::optional<std::string>;

// LintRule: `code` begins with "lint."; `source` names document and section. Each rule is defined in the file
// of its name in this folder.
struct LintRule {
    std::string_view code;
    std::string_view source;
    LintWeight weight;
    Breach (*breach)(const LintSubject& subject);
};

} // namespace certwright::check
