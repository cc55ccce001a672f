// Why: help that needs no network: the page of where the person is, in the language of the window.
#pragma once

#include <QTextBrowser>
#include <QWidget>

#include "ui/language/language_switch.h"

namespace certwright::window {

// HelpWindow shows resources/help/<topic>.<en|zh>.md, which are built in. Links lead to other topics.
class HelpWindow final : public QWidget {
    Q_OBJECT

  public:
    explicit HelpWindow(language::LanguageSwitch& language, QWidget* parent = nullptr);

    void showTopic(const QString& topic);
    QString topic() const { return m_topic; }

  private:
    void load();

    language::LanguageSwitch& m_language;
    QTextBrowser* m_browser;
    QString m_topic;
};

} // namespace certwright::window
