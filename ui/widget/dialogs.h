// Why: pages ask for files and answers through this, so that tests answer without a platform's dialog.
#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>

namespace certwright::widget {

// Question is asked before something that cannot be undone, or that ends work; `yes` names what happens.
struct Question {
    QString title;
    QString text;
    QString details;
    QString yes;
    QString no;
};

// Dialogs: `key` names what is chosen (a slot id, "folder" …): the last folder is remembered for each as long
// as the program runs. An empty result means that the person cancelled.
class Dialogs {
  public:
    Dialogs() = default;
    Dialogs(const Dialogs&) = delete;
    Dialogs& operator=(const Dialogs&) = delete;
    virtual ~Dialogs() = default;

    virtual QStringList openFiles(QWidget* parent, const QString& title, const QString& key) = 0;
    virtual QString openFile(QWidget* parent, const QString& title, const QString& key) = 0;
    virtual QString openFolder(QWidget* parent, const QString& title, const QString& key) = 0;
    // saveFile: `filters` as QFileDialog takes them; asks before overwriting.
    virtual QString saveFile(QWidget* parent, const QString& title, const QString& suggested,
                             const QString& filters) = 0;
    virtual bool confirmed(QWidget* parent, const Question& question) = 0;
    // inform says what happened and what to do next.
    virtual void inform(QWidget* parent, const QString& title, const QString& text,
                        const QString& details) = 0;
    // showFolder opens a folder in the file manager, showDocument a document in its usual program.
    virtual void showFolder(const QString& path) = 0;
    virtual void showDocument(const QString& path) = 0;
};

} // namespace certwright::widget
