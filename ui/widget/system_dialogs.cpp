// Why: see system_dialogs.h.
#include "ui/widget/system_dialogs.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

namespace certwright::widget {

namespace {

const auto saving = QStringLiteral("save");

} // namespace

SystemDialogs::SystemDialogs(QString documents)
    : m_documents(std::move(documents)) {}

QString SystemDialogs::folderOf(const QString& key) const {
    const auto found = m_last.find(key);
    return found != m_last.end() ? found->second : m_documents;
}

QStringList SystemDialogs::openFiles(QWidget* parent, const QString& title, const QString& key) {
    const QStringList files = QFileDialog::getOpenFileNames(parent, title, folderOf(key));
    if (!files.isEmpty())
        m_last[key] = QFileInfo(files.first()).path();
    return files;
}

QString SystemDialogs::openFile(QWidget* parent, const QString& title, const QString& key) {
    const QString file = QFileDialog::getOpenFileName(parent, title, folderOf(key));
    if (!file.isEmpty())
        m_last[key] = QFileInfo(file).path();
    return file;
}

QString SystemDialogs::openFolder(QWidget* parent, const QString& title, const QString& key) {
    const QString folder = QFileDialog::getExistingDirectory(parent, title, folderOf(key));
    if (!folder.isEmpty())
        m_last[key] = folder;
    return folder;
}

QString SystemDialogs::saveFile(QWidget* parent, const QString& title, const QString& suggested,
                                const QString& filters) {
    const QString start = folderOf(saving) + QLatin1Char('/') + suggested;
    const QString file = QFileDialog::getSaveFileName(parent, title, start, filters);
    if (!file.isEmpty())
        m_last[saving] = QFileInfo(file).path();
    return file;
}

bool SystemDialogs::confirmed(QWidget* parent, const Question& question) {
    QMessageBox box(QMessageBox::Question, question.title, question.text, QMessageBox::NoButton, parent);
    box.setInformativeText(question.details);
    const auto* yes = box.addButton(question.yes, QMessageBox::AcceptRole);
    QPushButton* no = box.addButton(question.no, QMessageBox::RejectRole);
    box.setDefaultButton(no);
    box.setEscapeButton(no);
    box.exec();
    return box.clickedButton() == yes;
}

void SystemDialogs::inform(QWidget* parent, const QString& title, const QString& text,
                           const QString& details) {
    QMessageBox box(QMessageBox::Information, title, text, QMessageBox::Ok, parent);
    box.setInformativeText(details);
    box.exec();
}

void SystemDialogs::showFolder(const QString& path) {
    QDesktopServices::openUrl(QUrl::fromLocalFile(path));
}

void SystemDialogs::showDocument(const QString& path) {
    QDesktopServices::openUrl(QUrl::fromLocalFile(path));
}

} // namespace certwright::widget
