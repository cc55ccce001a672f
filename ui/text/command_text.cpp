// Why: the table of the command line's sentences, in the order of CommandPhrase.
#include "ui/text/command_text.h"

#include <array>

namespace certwright::text {

namespace {

constexpr std::array phrases{
    QT_TRANSLATE_NOOP("command", "Puts certificates into services, safely: shows what is right and wrong, "
                                 "shows every change, then does all of it or none of it."),
    QT_TRANSLATE_NOOP("command", "Show what files hold: certificates, keys, revocation lists, containers."),
    QT_TRANSLATE_NOOP("command",
                      "List the services that are known, what each needs and where it is looked for."),
    QT_TRANSLATE_NOOP("command",
                      "Judge files for a service: everything that is right and wrong, all at once."),
    QT_TRANSLATE_NOOP("command", "Check, then show every file and config line that an import would change."),
    QT_TRANSLATE_NOOP(
        "command",
        "Check, plan, ask, then write everything or nothing, and prove that the service will start."),
    QT_TRANSLATE_NOOP("command",
                      "Is what is installed whole, how long will it last, and does a TLS handshake succeed?"),
    QT_TRANSLATE_NOOP("command",
                      "Hand the key's passphrase to a program that starts the service, through a pipe."),
    QT_TRANSLATE_NOOP("command", "Make a new master key and seal the passphrase anew."),
    QT_TRANSLATE_NOOP("command", "Make practice service folders and practice material, good and bad."),
    QT_TRANSLATE_NOOP("command", "Print one JSON object instead of text"),
    QT_TRANSLATE_NOOP("command", "Language: en or zh (default: the locale's)"),
    QT_TRANSLATE_NOOP("command", "Judge as of this time (UTC), e.g. 2027-01-31"),
    QT_TRANSLATE_NOOP("command", "Files to look at"),
    QT_TRANSLATE_NOOP("command", "Ask for passwords and look inside what is encrypted"),
    QT_TRANSLATE_NOOP("command", "The service: see certwright-cli profiles"),
    QT_TRANSLATE_NOOP("command",
                      "The service's folder (streamserver: MX_SDK_HOME; aoi: the unpacked folder)"),
    QT_TRANSLATE_NOOP("command", "The folder that holds aoi_service (default: your home folder)"),
    QT_TRANSLATE_NOOP("command", "The CA certificate"),
    QT_TRANSLATE_NOOP("command", "The server certificate"),
    QT_TRANSLATE_NOOP("command", "The server's private key"),
    QT_TRANSLATE_NOOP("command", "The revocation list"),
    QT_TRANSLATE_NOOP("command", "A file for one slot, as SLOT=PATH; may be repeated"),
    QT_TRANSLATE_NOOP("command", "Files, folders and zip archives that are sorted by what they hold"),
    QT_TRANSLATE_NOOP("command", "A setting, as retention-days=N; may be repeated"),
    QT_TRANSLATE_NOOP("command", "The host name that the certificate must cover"),
    QT_TRANSLATE_NOOP("command", "Read the key's password from this open descriptor"),
    QT_TRANSLATE_NOOP("command", "Read the key's password from standard input"),
    QT_TRANSLATE_NOOP("command", "Who seals the passphrase: builtin"),
    QT_TRANSLATE_NOOP("command", "Do not ask before writing"),
    QT_TRANSLATE_NOOP("command", "Write the passphrase to this open pipe"),
    QT_TRANSLATE_NOOP("command", "The folder to make; must be missing or empty"),
    QT_TRANSLATE_NOOP("command", "Print this help and exit"),
    QT_TRANSLATE_NOOP("command", "Print the version and exit"),
    QT_TRANSLATE_NOOP("command", "Usage"),
    QT_TRANSLATE_NOOP("command", "Options"),
    QT_TRANSLATE_NOOP("command", "OPTIONS"),
    QT_TRANSLATE_NOOP("command", "Verbs"),
    QT_TRANSLATE_NOOP("command", "VERB"),
    QT_TRANSLATE_NOOP("command", "Arguments"),
    QT_TRANSLATE_NOOP("command", "(required)"),
    QT_TRANSLATE_NOOP("command", "TEXT"),
    QT_TRANSLATE_NOOP("command", "N"),
    QT_TRANSLATE_NOOP("command", "Example:"),
    QT_TRANSLATE_NOOP("command", "Not understood: %1"),
    QT_TRANSLATE_NOOP("command", "Something is missing or does not fit: %1"),
    QT_TRANSLATE_NOOP("command", "--at takes a time like 2027-01-31 or 2027-01-31 08:00:00, in UTC: %1"),
    QT_TRANSLATE_NOOP("command", "--file takes SLOT=PATH, and the service has these slots: %1"),
    QT_TRANSLATE_NOOP("command", "--set takes retention-days=N with a whole number from %1 to %2: %3"),
    QT_TRANSLATE_NOOP("command", "This service has no such setting: %1"),
    QT_TRANSLATE_NOOP("command", "Nobody can be asked here; add --yes to go on without a question."),
    QT_TRANSLATE_NOOP("command", "No files were named."),
    QT_TRANSLATE_NOOP("command", "See: certwright-cli %1--help"),
    QT_TRANSLATE_NOOP("command", "Password for %1: "),
    QT_TRANSLATE_NOOP("command", "That was not it. Password for %1 (try %2): "),
    QT_TRANSLATE_NOOP("command", "Write these changes? [y/N] "),
    QT_TRANSLATE_NOOP("command", "Nothing was written."),
    QT_TRANSLATE_NOOP("command", "Practice folder made: %1"),
    QT_TRANSLATE_NOOP("command", "Read %1, then try the command at its end."),
    QT_TRANSLATE_NOOP("command", "The passphrase is sealed under a new master key."),
    QT_TRANSLATE_NOOP(
        "command", "Renew what is installed: a new certificate, key, CA or list; what is not named stays."),
    QT_TRANSLATE_NOOP(
        "command", "Put newer revocation lists in the place of the installed ones, while the service runs."),
    QT_TRANSLATE_NOOP(
        "command",
        "Show what was done to a service, by whom, when and with what proof; each state can be restored."),
    QT_TRANSLATE_NOOP("command",
                      "Restore the state after a transaction (default: the one before the newest)."),
    QT_TRANSLATE_NOOP(
        "command",
        "Overwrite and remove source files that are installed now, and stray copies of the private key."),
    QT_TRANSLATE_NOOP("command",
                      "Look at a service folder that anyone made: what is wrong, why, and how to mend it."),
    QT_TRANSLATE_NOOP("command",
                      "Take an existing installation under management, without changing a byte of it."),
    QT_TRANSLATE_NOOP("command",
                      "List every date on which a known service stops working; exit with 1 if one is near."),
    QT_TRANSLATE_NOOP("command", "Show or extend the date on which the service deletes its certificates."),
    QT_TRANSLATE_NOOP("command", "Write the record of one transaction, to hand over; it holds no secrets."),
    QT_TRANSLATE_NOOP("command",
                      "As root: work for the account that owns the folder; all files then belong to it"),
    QT_TRANSLATE_NOOP("command", "A slot that stays empty, or is emptied; may be repeated"),
    QT_TRANSLATE_NOOP("command", "Afterwards overwrite and remove the source files that are installed now"),
    QT_TRANSLATE_NOOP("command", "The new revocation lists; each finds its place by its issuer"),
    QT_TRANSLATE_NOOP("command", "Accept a list that is older than the installed one"),
    QT_TRANSLATE_NOOP("command", "How many days from now the service keeps its certificates"),
    QT_TRANSLATE_NOOP("command", "The date until which the service keeps its certificates, in UTC"),
    QT_TRANSLATE_NOOP("command", "Wipe states beyond the limits now"),
    QT_TRANSLATE_NOOP("command", "How many states to keep (remembered for this service; default 10)"),
    QT_TRANSLATE_NOOP("command", "How many days to keep a state (remembered for this service; default 400)"),
    QT_TRANSLATE_NOOP("command", "The transaction to show in full; its first characters are enough"),
    QT_TRANSLATE_NOOP("command", "Restore the state before the transaction instead of the one after it"),
    QT_TRANSLATE_NOOP("command", "Keep the restored state even if its proof fails now"),
    QT_TRANSLATE_NOOP("command", "The transaction whose state is restored; its first characters are enough"),
    QT_TRANSLATE_NOOP("command", "html (one file that prints well) or text (default)"),
    QT_TRANSLATE_NOOP("command", "The report's language: en, zh or both"),
    QT_TRANSLATE_NOOP("command", "The file to write (default: standard output)"),
    QT_TRANSLATE_NOOP("command", "The transaction to report (default: the newest)"),
    QT_TRANSLATE_NOOP("command", "Plan what can be mended, ask, and do it"),
    QT_TRANSLATE_NOOP("command",
                      "A folder to be searched for copies of the installed private key; may be repeated"),
    QT_TRANSLATE_NOOP("command", "Files and folders that the import was made from"),
    QT_TRANSLATE_NOOP("command", "Only this service (default: all that are known on this computer)"),
    QT_TRANSLATE_NOOP("command", "Exit with 1 if something ends within so many days"),
    QT_TRANSLATE_NOOP("command", "Also write a calendar with alarms to this file (\"-\": standard output)"),
    QT_TRANSLATE_NOOP("command", "Remove this folder from the known services"),
    QT_TRANSLATE_NOOP("command",
                      "Search folders for certificates, keys, revocation lists and containers: what "
                      "lies where, what belongs together, what is expired, weak or exposed."),
    QT_TRANSLATE_NOOP("command", "Folders or files to search"),
    QT_TRANSLATE_NOOP("command", "Warn of certificates that end within so many days (default: 30)"),
    QT_TRANSLATE_NOOP("command", "%1 files, %2 found"),
};

static_assert(phrases.size() == static_cast<std::size_t>(CommandPhrase::ScanProgress) + 1);

} // namespace

QString commandText(CommandPhrase phrase, const Phrasebook& book) {
    return book.say("command", phrases.at(static_cast<std::size_t>(phrase)));
}

} // namespace certwright::text
