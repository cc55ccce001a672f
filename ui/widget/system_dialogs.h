// Why: real dialogs from the platform.
#pragma once

#include <map>

#include "ui/widget/dialogs.h"

namespace certwright::widget {

// SystemDialogs uses QFileDialog's native dialogs and QMessageBox.
class SystemDialogs final : public Dialogs {
  public:
    // `documents` is where the first dialog of each key starts.
    explicit SystemDialogs(QString documents);

    QStringList openFiles(QWidget* parent, const QString& title, const QString& key) override;
    QString openFile(QWidget* parent, const QString& title, const QString& key) override;
    QString openFolder(QWidget* parent, const QString& title, const QString& key) override;
    QString saveFile(QWidget* parent, const QString& title, const QString& suggested,
                     const QString& filters) override;
    bool confirmed(QWidget* parent, const Question& question) override;
    void inform(QWidget* parent, const QString& title, const QString& text, const QString& details) override;
    void showFolder(const QString& path) override;
    void showDocument(const QString& path) override;

  private:
    QString folderOf(const QString& key) const;

    QString m_documents;
    std::map<QString, QString> m_last;
};

} // namespace certwright::widget
