// Why: a profile as a short table that a person can hold against the service's folder.
#include "ui/text/profiles_page.h"

#include "ui/text/value_text.h"

namespace certwright::text {

namespace {

QString placesText(const profile::Profile& profile, const Phrasebook& book) {
    QStringList places;
    if (!profile.rootVariable.empty())
        places << book.say("profiles", "the variable %1").arg(shown(profile.rootVariable));
    for (const std::string& place : profile.usualPlaces)
        places << shown(place);
    places << QStringLiteral("--root");
    return places.join(book.say("values", ", ", "between the items of a list"));
}

// Words with anything but the usual characters stand in quotes, so that it is seen where each ends.
QString commandText(const profile::Command& command, const Phrasebook& book) {
    QStringList words;
    for (const std::string& word : command.words) {
        const bool plain = word.find_first_of(" \t\"'") == std::string::npos;
        words << (plain ? shown(word) : QStringLiteral("\"%1\"").arg(shown(word)));
    }
    return book.say("profiles", "%1 (at most %2 s)")
        .arg(words.join(QLatin1Char(' ')), QString::number(command.seconds));
}

void addPrograms(Page& page, const profile::Profile& profile, const Phrasebook& book) {
    std::vector<QStringList> rows;
    if (profile.commands.verify)
        rows.push_back(
            {book.say("profiles", "Judges the config"), commandText(*profile.commands.verify, book)});
    if (profile.commands.reload)
        rows.push_back(
            {book.say("profiles", "Reloads the service"), commandText(*profile.commands.reload, book)});
    if (profile.vendor)
        rows.push_back({book.say("profiles", "Vendor's library"), shown(profile.vendor->library)});
    if (!profile.passphrase.pipe.empty())
        rows.push_back({book.say("profiles", "Pipe for the passphrase"), shown(profile.passphrase.pipe)});
    if (!rows.empty())
        page.table(rows, 4);
}

} // namespace

void addProfile(Page& page, const profile::Profile& profile, const Phrasebook& book) {
    page.heading(QStringLiteral("%1  %2").arg(shown(profile.id), titleText(book, profile.title)));
    page.line(titleText(book, profile.summary), 2);
    page.table({{book.say("profiles", "Folder"), titleText(book, profile.rootTitle)},
                {book.say("profiles", "Looked for"), placesText(profile, book)},
                {book.say("profiles", "Config"), shown(profile.config.path)}},
               2);
    std::vector<QStringList> rows;
    for (const profile::Slot& slot : profile.slots)
        rows.push_back({shown(slot.id), titleText(book, slot.title),
                        slot.required ? book.say("profiles", "required") : book.say("profiles", "optional"),
                        shown(slot.target), mode(book, slot.mode)});
    page.table(rows, 4);
    addPrograms(page, profile, book);
    if (profile.retention)
        page.line(book.say("profiles", "--set retention-days=N: %1 to %2, otherwise %3")
                      .arg(QString::number(profile.retention->minimumDays),
                           QString::number(profile.retention->maximumDays),
                           QString::number(profile.retention->defaultDays)),
                  4);
}

} // namespace certwright::text
