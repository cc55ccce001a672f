// Why: human output of every verb is aligned, short and coloured on terminals only, with Chinese counted as
// wide as it is drawn.
#pragma once

#include <vector>

#include <QString>
#include <QStringList>

namespace certwright::text {

enum class Colour { Off, On };
enum class Ink { Plain, Bold, Dim, Red, Yellow, Green };

// displayWidth counts terminal columns: two for East Asian wide and full-width characters (Unicode UAX #11),
// none for combining marks.
int displayWidth(const QString& text);

// Page collects lines.
class Page {
  public:
    explicit Page(Colour colour);

    // heading starts a section with an empty line above (except at the top).
    void heading(const QString& text);
    // line adds one line, indented by `indent` columns.
    void line(const QString& text, int indent = 0, Ink ink = Ink::Plain);
    // table adds rows whose columns start at the same place; the last column is not padded.
    void table(const std::vector<QStringList>& rows, int indent = 0);
    void blank();
    // inked wraps text in the colour's escape sequence, or returns it as it is.
    QString inked(const QString& text, Ink ink) const;

    QString text() const { return m_text; }

  private:
    Colour m_colour;
    QString m_text;
};

} // namespace certwright::text
