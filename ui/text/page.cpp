// Why: alignment by drawn width is the one thing that printf-like padding gets wrong for Chinese.
#include "ui/text/page.h"

#include <algorithm>
#include <array>

namespace certwright::text {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

constexpr std::array wide{Range{0x1100, 0x115F},  Range{0x2E80, 0x303E}, Range{0x3041, 0x33FF},
                          Range{0x3400, 0x4DBF},  Range{0x4E00, 0x9FFF}, Range{0xA000, 0xA4CF},
                          Range{0xAC00, 0xD7A3},  Range{0xF900, 0xFAFF}, Range{0xFE30, 0xFE6F},
                          Range{0xFF00, 0xFF60},  Range{0xFFE0, 0xFFE6}, Range{0x1F300, 0x1FAFF},
                          Range{0x20000, 0x3FFFD}};

int widthOf(char32_t c) {
    const auto category = QChar::category(c);
    if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing ||
        category == QChar::Other_Format)
        return 0;
    const bool isWide =
        std::ranges::any_of(wide, [c](const Range& r) { return c >= r.first && c <= r.last; });
    return isWide ? 2 : 1;
}

const char* sequence(Ink ink) {
    switch (ink) {
    case Ink::Bold:
        return "\x1b[1m";
    case Ink::Dim:
        return "\x1b[2m";
    case Ink::Red:
        return "\x1b[31;1m";
    case Ink::Yellow:
        return "\x1b[33m";
    case Ink::Green:
        return "\x1b[32m";
    case Ink::Plain:
        break;
    }
    return "";
}

// withoutInk drops escape sequences, which take no columns.
QString withoutInk(const QString& text) {
    QString plain;
    bool inside = false;
    for (const QChar c : text) {
        if (c == QChar(0x1B))
            inside = true;
        else if (!inside)
            plain += c;
        else if (c == QLatin1Char('m'))
            inside = false;
    }
    return plain;
}

} // namespace

int displayWidth(const QString& text) {
    int width = 0;
    for (const char32_t c : withoutInk(text).toStdU32String())
        width += widthOf(c);
    return width;
}

Page::Page(Colour colour)
    : m_colour(colour) {}

QString Page::inked(const QString& text, Ink ink) const {
    if (m_colour == Colour::Off || ink == Ink::Plain)
        return text;
    return QString::fromLatin1(sequence(ink)) + text + QStringLiteral("\x1b[0m");
}

void Page::heading(const QString& text) {
    if (!m_text.isEmpty())
        blank();
    line(text, 0, Ink::Bold);
}

void Page::line(const QString& text, int indent, Ink ink) {
    m_text += QString(indent, QLatin1Char(' ')) + inked(text, ink) + QLatin1Char('\n');
}

void Page::table(const std::vector<QStringList>& rows, int indent) {
    std::vector<int> widths;
    for (const QStringList& row : rows) {
        widths.resize(std::max(widths.size(), static_cast<std::size_t>(row.size())));
        for (qsizetype i = 0; i < row.size(); ++i) {
            int& width = widths[static_cast<std::size_t>(i)];
            width = std::max(width, displayWidth(row[i]));
        }
    }
    for (const QStringList& row : rows) {
        QString out;
        for (qsizetype i = 0; i < row.size(); ++i) {
            out += row[i];
            if (i + 1 < row.size())
                out +=
                    QString(widths[static_cast<std::size_t>(i)] - displayWidth(row[i]) + 2, QLatin1Char(' '));
        }
        while (out.endsWith(QLatin1Char(' ')))
            out.chop(1);
        line(out, indent);
    }
}

void Page::blank() {
    m_text += QLatin1Char('\n');
}

} // namespace certwright::text
