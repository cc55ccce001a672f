// Why: the table of the man pages' sentences, in the order of ManualPhrase.
#include "ui/text/manual_text.h"

#include <array>

namespace certwright::text {

namespace {

struct Phrase {
    const char* context;
    const char* source;
};

constexpr std::array phrases{
    Phrase{"manual", QT_TRANSLATE_NOOP("manual", "NAME")},
    Phrase{"manual", QT_TRANSLATE_NOOP("manual", "SYNOPSIS")},
    Phrase{"manual", QT_TRANSLATE_NOOP("manual", "DESCRIPTION")},
    Phrase{"manual", QT_TRANSLATE_NOOP("manual", "OPTIONS")},
    Phrase{"manual", QT_TRANSLATE_NOOP("manual", "VERBS")},
    Phrase{"manual", QT_TRANSLATE_NOOP("manual", "EXIT STATUS")},
    Phrase{"manual", QT_TRANSLATE_NOOP("manual", "FILES")},
    Phrase{"manual", QT_TRANSLATE_NOOP("manual", "SEE ALSO")},
    Phrase{"manual", QT_TRANSLATE_NOOP("manual", "VERB")},
    Phrase{"manual", QT_TRANSLATE_NOOP("manual", "OPTION…")},
    Phrase{"manual", QT_TRANSLATE_NOOP("manual", "FILE…")},
    Phrase{"manual", QT_TRANSLATE_NOOP("manual", "SERVICE FOLDER")},
    Phrase{"command", QT_TRANSLATE_NOOP("command", "(required)")},
    Phrase{"manual", QT_TRANSLATE_NOOP("manual", "put certificates into services, all of it or none of it")},
    Phrase{"manual",
           QT_TRANSLATE_NOOP("manual", "The key's password is asked at the terminal, or read with "
                                       "--password-fd or --password-stdin. It is never an argument, "
                                       "an environment variable or part of a setting.")},
    Phrase{"manual", QT_TRANSLATE_NOOP("manual", "Done.")},
    Phrase{"manual", QT_TRANSLATE_NOOP("manual", "Findings block. Nothing has changed.")},
    Phrase{"manual", QT_TRANSLATE_NOOP("manual", "The command line is not understood.")},
    Phrase{"manual", QT_TRANSLATE_NOOP("manual", "It could not be done. Nothing has changed.")},
    Phrase{"manual", QT_TRANSLATE_NOOP("manual", "A person is needed; the message says what for.")},
    Phrase{"manual", QT_TRANSLATE_NOOP("manual", "Cancelled. Nothing has changed.")},
    Phrase{"manual", QT_TRANSLATE_NOOP("manual", "Settings, and the services that are known.")},
    Phrase{"manual", QT_TRANSLATE_NOOP("manual", "Service profiles of your own.")},
    Phrase{"manual", QT_TRANSLATE_NOOP("manual", "Lock, journal and history of a service.")},
    Phrase{"manual", QT_TRANSLATE_NOOP("manual", "the window that puts certificates into services")},
    Phrase{"window",
           QT_TRANSLATE_NOOP(
               "window",
               "Opens the window that puts certificates into services. Without arguments: its start page.")},
    Phrase{"window", QT_TRANSLATE_NOOP("window", "SERVICE")},
    Phrase{"window", QT_TRANSLATE_NOOP("window", "FOLDER")},
    Phrase{"window",
           QT_TRANSLATE_NOOP("window", "Import into this service: streamserver, aoi, or one of your own")},
    Phrase{"window", QT_TRANSLATE_NOOP("window", "The service's folder")},
    Phrase{"window",
           QT_TRANSLATE_NOOP(
               "window", "Import into a practice service in this folder, which is made if it is missing")},
    Phrase{"window", QT_TRANSLATE_NOOP("window", "Language of the window: en or zh")},
    Phrase{"window", QT_TRANSLATE_NOOP("window", "Print this help and exit")},
    Phrase{"window", QT_TRANSLATE_NOOP("window", "Print the version and exit")},
};

static_assert(phrases.size() == static_cast<std::size_t>(ManualPhrase::OptionVersion) + 1);

} // namespace

QString manualText(ManualPhrase phrase, const Phrasebook& book) {
    const Phrase& words = phrases.at(static_cast<std::size_t>(phrase));
    return book.say(words.context, words.source);
}

} // namespace certwright::text
