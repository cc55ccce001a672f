// Why: see mistake_text.h. The table is in the order of profile::MistakeCode.
#include "ui/text/mistake_text.h"

#include <array>

#include "ui/text/value_text.h"

namespace certwright::text {

namespace {

using Code = profile::MistakeCode;

struct Words {
    Code code;
    const char* wrong;
    const char* allowed;
};

// %1 what stands there, %2 the key that it is the value of, %3 the words of which one could stand there, %4
// and %5 the least and the most, %6 another file.
constexpr std::array table{
    Words{Code::FileTooLarge, QT_TRANSLATE_NOOP("mistakes", "The file is too large for a profile."),
          QT_TRANSLATE_NOOP("mistakes", "At most %5 octets are allowed.")},
    Words{Code::FileNotUtf8, QT_TRANSLATE_NOOP("mistakes", "The file is not encoded in UTF-8."),
          QT_TRANSLATE_NOOP("mistakes", "Save it as UTF-8.")},
    Words{Code::FileHoldsNul, QT_TRANSLATE_NOOP("mistakes", "The file holds a NUL character."),
          QT_TRANSLATE_NOOP("mistakes", "A profile is plain text in UTF-8.")},
    Words{Code::FileEmpty, QT_TRANSLATE_NOOP("mistakes", "The file is empty."),
          QT_TRANSLATE_NOOP("mistakes", "Begin with a whole profile: certwright-cli profiles new ID")},
    Words{
        Code::YamlInvalid, QT_TRANSLATE_NOOP("mistakes", "This is not valid YAML."),
        QT_TRANSLATE_NOOP(
            "mistakes", "Check the indentation, colons, quotes and brackets here and in the lines before.")},
    Words{Code::YamlSecondDocument, QT_TRANSLATE_NOOP("mistakes", "A second document begins here."),
          QT_TRANSLATE_NOOP("mistakes", "A file holds one profile.")},
    Words{Code::YamlAlias, QT_TRANSLATE_NOOP("mistakes", "An alias (*name) stands here."),
          QT_TRANSLATE_NOOP("mistakes", "Write the value out; aliases are not allowed.")},
    Words{Code::YamlAnchor, QT_TRANSLATE_NOOP("mistakes", "An anchor (&name) stands here."),
          QT_TRANSLATE_NOOP("mistakes", "Leave it out; anchors are not allowed.")},
    Words{Code::YamlTag, QT_TRANSLATE_NOOP("mistakes", "The tag \"%1\" stands here."),
          QT_TRANSLATE_NOOP("mistakes", "Leave it out; tags are not allowed.")},
    Words{Code::YamlTooDeep, QT_TRANSLATE_NOOP("mistakes", "Maps and lists are nested too deeply here."),
          QT_TRANSLATE_NOOP("mistakes", "At most %5 levels are allowed.")},
    Words{Code::KeyNotWord, QT_TRANSLATE_NOOP("mistakes", "What stands here cannot be a key."),
          QT_TRANSLATE_NOOP("mistakes", "A key is a single word.")},
    Words{Code::KeyTwice, QT_TRANSLATE_NOOP("mistakes", "The key \"%1\" stands twice."),
          QT_TRANSLATE_NOOP("mistakes", "Each key may stand once.")},
    Words{Code::KeyUnknown, QT_TRANSLATE_NOOP("mistakes", "The key \"%1\" is not known here."),
          QT_TRANSLATE_NOOP("mistakes", "Known keys: %3.")},
    Words{Code::KeyMissing, QT_TRANSLATE_NOOP("mistakes", "The key \"%1\" is missing."),
          QT_TRANSLATE_NOOP("mistakes", "This part of a profile must have it.")},
    Words{Code::RootNotMap,
          QT_TRANSLATE_NOOP("mistakes", "This is no profile: it does not consist of keys with values."),
          QT_TRANSLATE_NOOP("mistakes", "A profile is a map that begins such as: id: my-service")},
    Words{Code::ValueNotText, QT_TRANSLATE_NOOP("mistakes", "The value of \"%2\" is not a text."),
          QT_TRANSLATE_NOOP("mistakes", "A single text is allowed, no list and no map.")},
    Words{Code::ValueNotMap,
          QT_TRANSLATE_NOOP("mistakes", "The value of \"%2\" does not consist of keys with values."),
          QT_TRANSLATE_NOOP("mistakes", "A map is needed here.")},
    Words{Code::ValueNotList, QT_TRANSLATE_NOOP("mistakes", "The value of \"%2\" is not a list."),
          QT_TRANSLATE_NOOP("mistakes",
                            "A list is needed, each item behind \"- \" or all in square brackets.")},
    Words{Code::ValueTooLong, QT_TRANSLATE_NOOP("mistakes", "The value of \"%2\" is too long."),
          QT_TRANSLATE_NOOP("mistakes", "At most %5 octets are allowed.")},
    Words{Code::ValueEmpty, QT_TRANSLATE_NOOP("mistakes", "The value of \"%2\" is empty."),
          QT_TRANSLATE_NOOP("mistakes", "At least one character is needed.")},
    Words{Code::ValueHasControls,
          QT_TRANSLATE_NOOP("mistakes", "The value of \"%2\" holds control characters: %1"),
          QT_TRANSLATE_NOOP("mistakes", "Only characters that can be seen, and spaces, are allowed.")},
    Words{Code::ListEmpty, QT_TRANSLATE_NOOP("mistakes", "The list \"%2\" is empty."),
          QT_TRANSLATE_NOOP("mistakes", "At least one item is needed.")},
    Words{Code::IdInvalid, QT_TRANSLATE_NOOP("mistakes", "\"%1\" cannot be an id."),
          QT_TRANSLATE_NOOP("mistakes", "1 to %5 characters of a-z, 0-9 and \"-\" are allowed.")},
    Words{
        Code::ConfigKeyInvalid, QT_TRANSLATE_NOOP("mistakes", "\"%1\" cannot be a key of the config."),
        QT_TRANSLATE_NOOP(
            "mistakes", "Letters, digits, \"_\" and \"-\" are allowed, with single dots between the parts.")},
    Words{Code::PathNotRelative, QT_TRANSLATE_NOOP("mistakes", "\"%1\" is not a path below the folder."),
          QT_TRANSLATE_NOOP("mistakes", "A relative path is allowed, with \"/\" between its parts and "
                                        "without \".\", \"..\", \":\" and \"\\\".")},
    Words{Code::PathNotAbsolute,
          QT_TRANSLATE_NOOP("mistakes", "\"%1\" is not an absolute path, or leads upwards."),
          QT_TRANSLATE_NOOP("mistakes", "An absolute path without \"..\" is allowed.")},
    Words{
        Code::ModeInvalid, QT_TRANSLATE_NOOP("mistakes", "The mode is not written as it must be: %1"),
        QT_TRANSLATE_NOOP("mistakes", "A quoted octal number of three digits is allowed, such as \"400\".")},
    Words{Code::ModeUnreadable,
          QT_TRANSLATE_NOOP("mistakes", "With the mode %1 the owner could not read it."),
          QT_TRANSLATE_NOOP("mistakes", "The owner must be able to read, as with \"400\".")},
    Words{Code::ModeTooWide,
          QT_TRANSLATE_NOOP("mistakes", "The mode %1 is too wide for a file with key material."),
          QT_TRANSLATE_NOOP("mistakes", "At most \"%3\" is allowed.")},
    Words{Code::ModeShutsFolder,
          QT_TRANSLATE_NOOP("mistakes", "With the mode %1 the owner could not use the folder."),
          QT_TRANSLATE_NOOP("mistakes", "The owner must have all rights, as with \"700\".")},
    Words{Code::NumberInvalid, QT_TRANSLATE_NOOP("mistakes", "%1 cannot be the value of \"%2\"."),
          QT_TRANSLATE_NOOP("mistakes", "A whole number from %4 to %5 is allowed, without quotes.")},
    Words{Code::FlagInvalid, QT_TRANSLATE_NOOP("mistakes", "%1 cannot be the value of \"%2\"."),
          QT_TRANSLATE_NOOP("mistakes", "The words true and false are allowed, without quotes.")},
    Words{Code::WordUnknown, QT_TRANSLATE_NOOP("mistakes", "\"%1\" cannot be the value of \"%2\"."),
          QT_TRANSLATE_NOOP("mistakes", "Allowed: %3.")},
    Words{Code::AlphabetCharacter,
          QT_TRANSLATE_NOOP("mistakes", "The set \"%1\" holds characters that it cannot have."),
          QT_TRANSLATE_NOOP("mistakes",
                            "Visible ASCII characters are allowed, but not \"[\", \"]\" and \"^\".")},
    Words{Code::AlphabetOpenEnd, QT_TRANSLATE_NOOP("mistakes", "The set \"%1\" ends with \"\\\"."),
          QT_TRANSLATE_NOOP("mistakes",
                            "Behind \"\\\" stands the character that it is for, such as a second \"\\\".")},
    Words{Code::AlphabetRange, QT_TRANSLATE_NOOP("mistakes", "A range in the set \"%1\" does not ascend."),
          QT_TRANSLATE_NOOP("mistakes", "A range goes from a lower character to a higher one, such as a-z.")},
    Words{Code::VariableInvalid, QT_TRANSLATE_NOOP("mistakes", "\"%1\" cannot be the name of a variable."),
          QT_TRANSLATE_NOOP("mistakes", "A-Z, 0-9 and \"_\" are allowed; an empty text stands for none.")},
    Words{Code::DirectiveInvalid, QT_TRANSLATE_NOOP("mistakes", "\"%1\" cannot be the name of a directive."),
          QT_TRANSLATE_NOOP("mistakes", "a-z, 0-9 and \"_\" are allowed.")},
    Words{Code::ProgramInvalid,
          QT_TRANSLATE_NOOP("mistakes", "\"%1\" is neither the name of a program nor its absolute path."),
          QT_TRANSLATE_NOOP("mistakes", "A name of letters, digits, \".\", \"_\", \"+\" and \"-\" or an "
                                        "absolute path is allowed, without placeholders.")},
    Words{Code::ProgramIsShell, QT_TRANSLATE_NOOP("mistakes", "\"%1\" is a shell, or runs other programs."),
          QT_TRANSLATE_NOOP("mistakes", "Name the program itself.")},
    Words{Code::CommandWords, QT_TRANSLATE_NOOP("mistakes", "The command has no words, or too many."),
          QT_TRANSLATE_NOOP("mistakes", "%4 to %5 words are allowed.")},
    Words{Code::PlaceholderUnknown,
          QT_TRANSLATE_NOOP("mistakes", "\"%1\" has braces that belong to no known placeholder."),
          QT_TRANSLATE_NOOP("mistakes", "Known placeholders: %3.")},
    Words{Code::SemaphoreKeyInvalid, QT_TRANSLATE_NOOP("mistakes", "\"%1\" cannot be a key of semaphores."),
          QT_TRANSLATE_NOOP("mistakes", "A quoted number from \"%4\" to \"%5\" is allowed.")},
    Words{
        Code::InsertionValueInvalid,
        QT_TRANSLATE_NOOP("mistakes", "\"%1\" cannot be the value of the inserted line."),
        QT_TRANSLATE_NOOP(
            "mistakes", "Quotes, \";\", \"#\", \"\\\" and placeholders other than {root} are not allowed.")},
    Words{Code::WordTwice, QT_TRANSLATE_NOOP("mistakes", "The word \"%1\" stands twice."),
          QT_TRANSLATE_NOOP("mistakes", "Each word may stand once.")},
    Words{Code::FolderTwice, QT_TRANSLATE_NOOP("mistakes", "The folder \"%1\" stands twice."),
          QT_TRANSLATE_NOOP("mistakes", "Each folder may stand once.")},
    Words{Code::SlotTwice, QT_TRANSLATE_NOOP("mistakes", "The slot \"%1\" stands twice."),
          QT_TRANSLATE_NOOP("mistakes", "Each slot needs an id of its own.")},
    Words{Code::FileTwice, QT_TRANSLATE_NOOP("mistakes", "The file \"%1\" stands twice."),
          QT_TRANSLATE_NOOP("mistakes", "Each file needs a place of its own.")},
    Words{Code::ConfigKeyTwice, QT_TRANSLATE_NOOP("mistakes", "The config key \"%1\" stands twice."),
          QT_TRANSLATE_NOOP("mistakes", "Each key of the config may stand once.")},
    Words{Code::IdTwice, QT_TRANSLATE_NOOP("mistakes", "The id \"%1\" stands in %6 too."),
          QT_TRANSLATE_NOOP("mistakes",
                            "Each profile needs an id of its own: change one of them, or remove a file.")},
    Words{Code::OrderLacksKey,
          QT_TRANSLATE_NOOP("mistakes", "The key \"%1\" is missing in \"order\" of the section \"config\"."),
          QT_TRANSLATE_NOOP("mistakes", "Every key that is written must stand there.")},
    Words{Code::OrderKeyUnused, QT_TRANSLATE_NOOP("mistakes", "Nothing writes the key \"%1\"."),
          QT_TRANSLATE_NOOP("mistakes",
                            "Only keys that another part of the profile writes may stand in \"order\".")},
    Words{Code::CommentKeyFormat,
          QT_TRANSLATE_NOOP("mistakes", "The key \"%1\" begins with \"#\", which this format does not have."),
          QT_TRANSLATE_NOOP("mistakes", "The config must be of one of these formats: %3.")},
    Words{Code::ManagedFormat, QT_TRANSLATE_NOOP("mistakes", "\"%2\" is not possible in this format."),
          QT_TRANSLATE_NOOP("mistakes", "The config must be of one of these formats: %3.")},
    Words{Code::InsertionFormat, QT_TRANSLATE_NOOP("mistakes", "\"%2\" is not possible here."),
          QT_TRANSLATE_NOOP("mistakes", "The config must be managed and of the format %3.")},
    Words{Code::SlotsOfOneKind,
          QT_TRANSLATE_NOOP("mistakes", "Two slots of one kind are in the trust \"%1\"."),
          QT_TRANSLATE_NOOP("mistakes", "A trust has at most one slot of each kind.")},
    Words{Code::SlotsIncomplete,
          QT_TRANSLATE_NOOP("mistakes",
                            "There is not exactly one slot for the certificate and one for its key."),
          QT_TRANSLATE_NOOP("mistakes",
                            "One slot of the kind certificate and one of the kind key are needed.")},
    Words{Code::SlotWithoutCa, QT_TRANSLATE_NOOP("mistakes", "The trust \"%1\" has no slot for a CA."),
          QT_TRANSLATE_NOOP("mistakes", "Every trust needs a slot of the kind ca.")},
    Words{Code::KeyTrustApart,
          QT_TRANSLATE_NOOP("mistakes", "The certificate and its key are in different trusts."),
          QT_TRANSLATE_NOOP("mistakes", "Both slots must name the same trust.")},
};

constexpr bool inOrder() {
    for (std::size_t i = 0; i < table.size(); ++i)
        if (table.at(i).code != static_cast<Code>(i))
            return false;
    return table.size() == profile::mistakeCodes;
}

static_assert(inOrder(), "every mistake has its words");

QString numberText(const std::optional<std::int64_t>& number, Code code) {
    if (!number)
        return {};
    return code == Code::SemaphoreKeyInvalid ? QStringLiteral("0x") + QString::number(*number, 16)
                                             : QString::number(*number);
}

// Values fills a sentence in one pass: what stands in the profile may hold "%2" itself.
class Values {
  public:
    Values(const profile::Mistake& mistake, const Phrasebook& book)
        : m_book(book)
        , m_values{mistake.found.empty() ? book.say("mistakes", "(nothing)") : shown(mistake.found),
                   shown(mistake.field),
                   list(book, mistake.allowed),
                   numberText(mistake.minimum, mistake.code),
                   numberText(mistake.maximum, mistake.code),
                   shown(mistake.other)} {}

    QString filled(const char* source) const {
        const QString pattern = m_book.say("mistakes", source);
        QString sentence;
        for (qsizetype i = 0; i < pattern.size(); ++i) {
            const int digit =
                pattern[i] == QLatin1Char('%') && i + 1 < pattern.size() ? pattern[i + 1].digitValue() : 0;
            if (digit < 1 || digit > static_cast<int>(m_values.size())) {
                sentence += pattern[i];
            } else {
                sentence += m_values.at(static_cast<std::size_t>(digit) - 1);
                ++i;
            }
        }
        return sentence;
    }

  private:
    const Phrasebook& m_book;
    std::array<QString, 6> m_values;
};

} // namespace

MistakeText mistakeText(const profile::Mistake& mistake, const Phrasebook& book) {
    const Words& words = table.at(static_cast<std::size_t>(mistake.code));
    const Values values(mistake, book);
    return {values.filled(words.wrong), values.filled(words.allowed)};
}

QString mistakeLine(const profile::Mistake& mistake, const Phrasebook& book) {
    const MistakeText words = mistakeText(mistake, book);
    const QString between = book.language() == Language::English ? QStringLiteral(" ") : QString();
    QString line = words.wrong + between + words.allowed;
    if (!mistake.detail.empty())
        line = book.say("mistakes", "%1 The parser says: %2").arg(line, shown(mistake.detail));
    return QStringLiteral("%1:%2: %3")
        .arg(QString::number(mistake.line), QString::number(mistake.column), line);
}

QString detailText(std::string_view detail, const Phrasebook& book) {
    const auto mistake = profile::mistakeIn(detail);
    return mistake ? mistakeLine(*mistake, book) : shown(detail);
}

} // namespace certwright::text
