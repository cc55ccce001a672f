// Why: the least that a Qt program with a wizard costs, for start_up.sh to compare with: four pages of a few
// widgets each, no icons, no translations, nothing read from the disk.
#include <QApplication>
#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <QWizard>

namespace {

QWizardPage* page(const QString& title, QWidget* content) {
    auto* result = new QWizardPage;
    result->setTitle(title);
    result->setSubTitle(QStringLiteral("What this page is for, in one sentence."));
    auto* layout = new QVBoxLayout(result);
    layout->addWidget(content);
    return result;
}

QWidget* form(const QStringList& labels) {
    auto* widget = new QWidget;
    auto* layout = new QFormLayout(widget);
    for (const QString& label : labels)
        layout->addRow(label, new QLineEdit);
    layout->addRow(new QCheckBox(QStringLiteral("Remember this")));
    return widget;
}

QLabel* words(const QString& text) {
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    return label;
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QWizard wizard;
    wizard.setWindowTitle(QStringLiteral("Bare wizard"));
    wizard.addPage(page(QStringLiteral("Service"), form({QStringLiteral("Name"), QStringLiteral("Folder")})));
    wizard.addPage(page(QStringLiteral("Files"), form({QStringLiteral("CA"), QStringLiteral("Certificate"),
                                                       QStringLiteral("Key"), QStringLiteral("CRL")})));
    wizard.addPage(page(QStringLiteral("Password"), form({QStringLiteral("Password")})));
    wizard.addPage(page(QStringLiteral("Done"), words(QStringLiteral("Everything is in place."))));
    wizard.resize(980, 680);
    wizard.show();
    return QApplication::exec();
}
