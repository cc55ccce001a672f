// Why: a card, the pane beside it and what a screen reader says use the same words for the same service.
#pragma once

#include <QString>

#include "ui/model/service_look.h"
#include "ui/text/phrasebook.h"

namespace certwright::model {

// serviceTitle is the profile's title, else the name of the folder.
QString serviceTitle(const ServiceLook& seen, const text::Phrasebook& book);
// serviceSubject is the subject of the server's certificate; empty if none could be read.
QString serviceSubject(const ServiceLook& seen);
// verdictText says in a few words until when the service works ("40 days left", "Expired 3 days ago"), or that
// it could not be looked at, or that nothing is installed.
QString verdictText(const ServiceLook& seen, const text::Phrasebook& book);
// reasonText says what ends first and when, or what the worst finding is; empty if there is neither.
QString reasonText(const ServiceLook& seen, const text::Phrasebook& book);

} // namespace certwright::model
