// Why: see help.h.
#include "app/cli/help.h"

#include "ui/text/page.h"

namespace certwright::cli {

namespace {

constexpr int wordsColumn = 26;

} // namespace

HelpFormatter::HelpFormatter(std::string required)
    : m_required(std::move(required)) {}

std::string HelpFormatter::make_option(const CLI::Option* option, bool isPositional) const {
    QString left = QStringLiteral("  ") + QString::fromStdString(make_option_name(option, isPositional));
    if (option->get_type_size() != 0 && !isPositional)
        left += QLatin1Char(' ') + QString::fromStdString(option->get_option_text().empty()
                                                              ? option->get_type_name()
                                                              : option->get_option_text());
    const int gap = wordsColumn - text::displayWidth(left);
    left +=
        gap > 1 ? QString(gap, QLatin1Char(' ')) : QLatin1Char('\n') + QString(wordsColumn, QLatin1Char(' '));
    std::string line = left.toStdString() + option->get_description();
    if (option->get_required() && !isPositional)
        line += ' ' + m_required;
    return line + '\n';
}

} // namespace certwright::cli
