// Why: help that needs no network: the page of where the person is, in the language of the window.
#pragma once

#include <vector>

#include <QListWidget>
#include <QTextBrowser>
#include <QToolButton>
#include <QWidget>

#include "ui/language/language_switch.h"

namespace certwright::window {

// helpTopics lists the names of all help pages in reading order.
const QStringList& helpTopics();
// helpPage returns the Markdown of one page, ready to be shown; empty if there is no such topic. Lines of
// Chinese are joined without the blank that Markdown puts at a line's end.
QString helpPage(const QString& topic, text::Language language);
// helpTitle returns the page's heading.
QString helpTitle(const QString& topic, text::Language language);

// HelpWindow shows resources/help/<topic>.<en|zh>.md, which are built in, beside a list of all topics. Links
// lead to other topics and nowhere else; Alt+Left and Alt+Right go back and forward, Esc closes.
class HelpWindow final : public QWidget {
    Q_OBJECT

  public:
    explicit HelpWindow(language::LanguageSwitch& language, QWidget* parent = nullptr);

    // showTopic goes to a page; a name that no page has is ignored.
    void showTopic(const QString& topic);
    QString topic() const { return m_trail.at(m_at); }

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void build();
    void setTexts(const text::Phrasebook& book);
    void step(int by);
    void load();

    language::LanguageSwitch& m_language;
    QToolButton* m_back;
    QToolButton* m_forward;
    QListWidget* m_topics;
    QTextBrowser* m_browser;
    QStringList m_trail;
    qsizetype m_at = 0;
};

} // namespace certwright::window
