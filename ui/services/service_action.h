// Why: a finding, a button and a menu offer the same few things with the same words.
#pragma once

#include <optional>

#include <QString>

#include "core/check/finding.h"
#include "ui/text/phrasebook.h"

namespace certwright::services {

// ServiceAction is what a person can do with a service.
enum class ServiceAction { Verify, UpdateCrl, Replace, OpenFolder, RollBack, ExportDates, Remove };

// actionFor returns what helps with a finding, where one of the actions does.
std::optional<ServiceAction> actionFor(const check::Finding& finding);
// actionText is the text of a button for it, without a mnemonic.
QString actionText(ServiceAction action, const text::Phrasebook& book);

} // namespace certwright::services
