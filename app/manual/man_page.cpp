// Why: see man_page.h.
#include "app/manual/man_page.h"

#include <QString>

#include "ui/text/manual_text.h"

namespace certwright::manual {

using text::ManualPhrase;

namespace {

// A line may end between two signs of Chinese, which roff does not know: it looks for spaces. Not before a
// sign that closes, not after one that opens. Signs outside of U+3000–U+FFEF are no Chinese.
bool mayBreakBetween(QChar left, QChar right) {
    static const QString closing = QStringLiteral("，。、；：？！）」』》”");
    static const QString opening = QStringLiteral("（「『《“");
    const auto chinese = [](QChar c) { return c >= QChar(0x3000) && c <= QChar(0xFFEF); };
    return (chinese(left) || chinese(right)) && !left.isSpace() && !right.isSpace() &&
           !closing.contains(right) && !opening.contains(left);
}

// breakable puts roff's sign for "a line may end here" into what `escaped` returned.
std::string breakable(const std::string& escapedWords) {
    QString out;
    for (const QChar c : QString::fromStdString(escapedWords)) {
        if (!out.isEmpty() && mayBreakBetween(out.back(), c))
            out += QStringLiteral("\\:");
        out += c;
    }
    return out.toStdString();
}

// escaped makes plain text of `words` for roff: no character of it starts a request or an escape.
std::string escaped(std::string_view words) {
    std::string out;
    for (const char c : words) {
        if (c == '\\')
            out += "\\e";
        else if (c == '-')
            out += "\\-";
        else if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n'))
            out += std::string("\\&") + c;
        else
            out += c;
    }
    return out;
}

std::string sentence(std::string_view words) {
    return breakable(escaped(words));
}

std::string bold(std::string_view words) {
    return "\\fB" + escaped(words) + "\\fR";
}

std::string italic(std::string_view words) {
    return "\\fI" + escaped(words) + "\\fR";
}

// Page is a man page that grows from top to bottom.
class Page {
  public:
    Page(std::string_view name, const ManEdition& edition, const text::Phrasebook& book)
        : m_book(book) {
        line(".TH " + std::string(name) + " 1 \"" + edition.date + "\" \"Certwright " + edition.version +
             "\"");
        // Without spaces between words nothing can be made to fill a line; and a word that is to be typed is
        // not parted.
        line(".ad l");
        line(".nh");
        line(".nr HY 0");
    }

    std::string say(ManualPhrase phrase) const { return text::manualText(phrase, m_book).toStdString(); }
    void line(std::string_view words) { m_text.append(words).push_back('\n'); }
    void section(ManualPhrase title) { line(".SH \"" + escaped(say(title)) + '"'); }
    void part(std::string_view title) { line(".SS \"" + escaped(title) + '"'); }
    void paragraph(std::string_view words) {
        line(".PP");
        line(words);
    }
    void item(std::string_view tag, std::string_view words) {
        line(".TP");
        line(tag);
        line(words);
    }
    void example(std::string_view command) {
        line(".PP");
        line(".EX");
        line(escaped(command));
        line(".EE");
    }
    std::string take() { return std::move(m_text); }

  private:
    const text::Phrasebook& m_book;
    std::string m_text;
};

std::string tagOf(const OptionWords& option) {
    std::string tag;
    for (const std::string& name : option.names)
        tag += (tag.empty() ? "" : ", ") + bold(name);
    if (option.choices.empty())
        return option.value.empty() ? tag : tag + ' ' + italic(option.value);
    tag += ' ';
    for (std::size_t i = 0; i < option.choices.size(); ++i)
        tag += (i == 0 ? "" : "|") + bold(option.choices[i]);
    return tag;
}

void addOptions(Page& page, const std::vector<OptionWords>& options) {
    for (const OptionWords& option : options)
        page.item(tagOf(option), sentence(option.sentence +
                                          (option.required ? ' ' + page.say(ManualPhrase::Required) : "")));
}

void addVerb(Page& page, const VerbWords& verb) {
    page.part(verb.name);
    page.paragraph(bold("certwright-cli " + verb.name) + " [" + italic(page.say(ManualPhrase::Options)) +
                   ']' + (verb.operand.empty() ? "" : ' ' + italic(verb.operand)));
    page.paragraph(sentence(verb.summary));
    if (!verb.operand.empty())
        page.item(italic(verb.operand), sentence(verb.operandSentence));
    addOptions(page, verb.options);
    page.example(verb.example);
}

void addEnd(Page& page, std::string_view other) {
    page.section(ManualPhrase::Files);
    page.item("~/.config/certwright/", sentence(page.say(ManualPhrase::FilesSettings)));
    page.item("~/.config/certwright/profiles/", sentence(page.say(ManualPhrase::FilesProfiles)));
    page.item(italic(page.say(ManualPhrase::Root)) + "/.certwright/",
              sentence(page.say(ManualPhrase::FilesHistory)));
    page.section(ManualPhrase::SeeAlso);
    page.line(bold(other) + "(1), " + bold("openssl") + "(1)");
}

} // namespace

std::string commandPage(const CommandTree& tree, const ManEdition& edition, const text::Phrasebook& book) {
    Page page("CERTWRIGHT\\-CLI", edition, book);
    page.section(ManualPhrase::Name);
    page.line("certwright\\-cli \\- " + escaped(page.say(ManualPhrase::Purpose)));
    page.section(ManualPhrase::Synopsis);
    page.line(bold("certwright-cli") + ' ' + italic(page.say(ManualPhrase::Verb)) + " [" +
              italic(page.say(ManualPhrase::Options)) + "] [" + italic(page.say(ManualPhrase::Operands)) +
              ']');
    page.section(ManualPhrase::Description);
    page.line(sentence(tree.summary));
    page.paragraph(sentence(page.say(ManualPhrase::Password)));
    page.section(ManualPhrase::OptionsTitle);
    addOptions(page, tree.options);
    page.section(ManualPhrase::Verbs);
    for (const VerbWords& verb : tree.verbs)
        addVerb(page, verb);
    page.section(ManualPhrase::ExitStatus);
    for (const auto& [status, phrase] :
         {std::pair{"0", ManualPhrase::ExitDone}, std::pair{"1", ManualPhrase::ExitFindings},
          std::pair{"2", ManualPhrase::ExitUsage}, std::pair{"3", ManualPhrase::ExitFailed},
          std::pair{"4", ManualPhrase::ExitPerson}, std::pair{"130", ManualPhrase::ExitCancelled}})
        page.item(bold(status), sentence(page.say(phrase)));
    addEnd(page, "certwright");
    return page.take();
}

std::string windowPage(const ManEdition& edition, const text::Phrasebook& book) {
    Page page("CERTWRIGHT", edition, book);
    page.section(ManualPhrase::Name);
    page.line("certwright \\- " + escaped(page.say(ManualPhrase::PurposeWindow)));
    page.section(ManualPhrase::Synopsis);
    const std::string folder = italic(page.say(ManualPhrase::Folder));
    page.line(bold("certwright") + " [" + bold("--service") + ' ' + italic(page.say(ManualPhrase::Service)) +
              " [" + bold("--root") + ' ' + folder + "]] [" + italic(page.say(ManualPhrase::Operands)) + ']');
    page.line(".br");
    page.line(bold("certwright --practice") + ' ' + folder);
    page.section(ManualPhrase::Description);
    page.line(sentence(page.say(ManualPhrase::DescriptionWindow)));
    page.section(ManualPhrase::OptionsTitle);
    page.item(bold("--service") + ' ' + italic(page.say(ManualPhrase::Service)),
              sentence(page.say(ManualPhrase::OptionService)));
    page.item(bold("--root") + ' ' + folder, sentence(page.say(ManualPhrase::OptionRoot)));
    page.item(bold("--practice") + ' ' + folder, sentence(page.say(ManualPhrase::OptionPractice)));
    page.item(bold("--lang") + ' ' + bold("en") + '|' + bold("zh"),
              sentence(page.say(ManualPhrase::OptionLanguage)));
    page.item(bold("-h") + ", " + bold("--help"), sentence(page.say(ManualPhrase::OptionHelp)));
    page.item(bold("-v") + ", " + bold("--version"), sentence(page.say(ManualPhrase::OptionVersion)));
    addEnd(page, "certwright-cli");
    return page.take();
}

} // namespace certwright::manual
