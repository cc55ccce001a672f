// Why: who writes a profile is told what is wrong with it, and what may stand there, in their own language.
#pragma once

#include <string_view>

#include <QString>

#include "core/profile/mistake.h"
#include "ui/text/phrasebook.h"

namespace certwright::text {

// MistakeText: what is wrong, and what is allowed instead; two whole sentences.
struct MistakeText {
    QString wrong;
    QString allowed;
};

MistakeText mistakeText(const profile::Mistake& mistake, const Phrasebook& book);

// mistakeLine is "line:column: " and both sentences, with the YAML parser's own words behind them.
QString mistakeLine(const profile::Mistake& mistake, const Phrasebook& book);

// detailText is what stands under "details" of an error or a finding: a mistake of a profile in words, any
// other text as it is.
QString detailText(std::string_view detail, const Phrasebook& book);

} // namespace certwright::text
