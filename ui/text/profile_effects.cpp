// Why: see profile_effects.h.
#include "ui/text/profile_effects.h"

#include "ui/text/findings_page.h"
#include "ui/text/mistake_text.h"
#include "ui/text/shell_word.h"
#include "ui/text/value_text.h"

namespace certwright::text {

namespace {

using Rows = std::vector<QStringList>;

const char* formatName(profile::ConfigFormat format) {
    switch (format) {
    case profile::ConfigFormat::KeyValue:
        return "key-value";
    case profile::ConfigFormat::Yaml:
        return "yaml";
    case profile::ConfigFormat::Nginx:
        return "nginx";
    case profile::ConfigFormat::Redis:
        return "redis";
    case profile::ConfigFormat::Postgresql:
        break;
    }
    return "postgresql";
}

QString wordsText(const profile::Command& command, const Phrasebook& book) {
    QStringList words;
    for (const std::string& word : command.words)
        words << shown(shellWord(word));
    return book.say("profiles", "%1 (for at most %n second(s))", nullptr, command.seconds)
        .arg(words.join(QLatin1Char(' ')));
}

QString madeConfig(const Phrasebook& book) {
    return accessWords() == AccessWords::Owners
               ? book.say("profiles", "%1 in the format %2, made by the import, access: %3")
               : book.say("profiles", "%1 in the format %2, made by the import, mode %3");
}

void addConfig(Rows& rows, const profile::Config& config, const Phrasebook& book) {
    const QString made =
        config.origin == profile::ConfigOrigin::Managed
            ? madeConfig(book).arg(shown(config.path), QLatin1String(formatName(config.format)),
                                   mode(book, config.mode))
            : book.say("profiles", "%1 in the format %2, which must be there")
                  .arg(shown(config.path), QLatin1String(formatName(config.format)));
    rows.push_back({book.say("profiles", "Config"), made});
    for (const profile::FixedValue& value : config.values) {
        const QString setting = QStringLiteral("%1 %2").arg(shown(value.key), shown(value.value));
        rows.push_back({book.say("profiles", "Writes"),
                        value.use == profile::ValueUse::Always
                            ? setting
                            : book.say("profiles", "%1 (where the key is absent)").arg(setting)});
    }
    if (config.insertion)
        rows.push_back({book.say("profiles", "Inserts"),
                        book.say("profiles", "%1 %2; into a block %3 of %4")
                            .arg(shown(config.insertion->directive), shown(config.insertion->value),
                                 shown(config.insertion->block), list(book, config.insertion->files))});
}

void addSecrets(Rows& rows, const profile::Profile& profile, const Phrasebook& book) {
    rows.push_back({book.say("profiles", "Sealed passphrase"), shown(profile.passphrase.configKey)});
    if (!profile.passphrase.pipe.empty())
        rows.push_back({book.say("profiles", "Passphrase through the pipe"), shown(profile.passphrase.pipe)});
    rows.push_back({book.say("profiles", "Key stores"),
                    list(book, {profile.keyStore.primary, profile.keyStore.standby})});
    for (const profile::HomeCopy& copy : profile.homeCopies)
        rows.push_back(
            {book.say("profiles", "Copy in the home folder"), shown(profile.homeFolder + '/' + copy.path)});
    if (profile.vendor)
        rows.push_back({book.say("profiles", "The vendor's library"), shown(profile.vendor->library)});
}

} // namespace

void addProfileEffects(Page& page, const profile::Profile& profile, const Phrasebook& book) {
    Rows rows;
    addConfig(rows, profile.config, book);
    addSecrets(rows, profile, book);
    if (profile.commands.verify)
        rows.push_back(
            {book.say("profiles", "Judges the config"), wordsText(*profile.commands.verify, book)});
    if (profile.commands.reload)
        rows.push_back({book.say("profiles", "Reloads"), wordsText(*profile.commands.reload, book)});
    rows.push_back({book.say("profiles", "Clients"), profile.rules.mutualTls
                                                         ? book.say("profiles", "must show a certificate")
                                                         : book.say("profiles", "need no certificate")});
    page.line(book.say("profiles", "What an import does:"), 2);
    page.table(rows, 4);
}

void addProfileMistakes(Page& page, const std::vector<base::Error>& errors, const Phrasebook& book) {
    for (const base::Error& error : errors)
        if (error.code == base::ErrorCode::ProfileInvalid)
            page.line(QStringLiteral("%1:%2").arg(shown(error.subject), detailText(error.detail, book)), 0,
                      Ink::Red);
    addError(page, errors.front(), book);
}

void addProfileWritten(Page& page, const std::string& path, const Phrasebook& book) {
    page.line(book.say("profiles", "Written: %1").arg(shown(path)), 0, Ink::Green);
    page.line(book.say("profiles", "Adapt it to your service, then: certwright-cli profiles check %1")
                  .arg(shown(shellWord(path))));
}

} // namespace certwright::text
