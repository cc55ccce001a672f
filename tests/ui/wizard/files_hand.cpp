// Why: see files_hand.h.
#include "tests/ui/wizard/files_hand.h"

#include <QLabel>
#include <QListView>
#include <QMenu>

namespace certwright::test {

bool start(GuiScene& scene, model::WizardDraft draft) {
    return walkTo(scene, std::move(draft), model::Stage::Files) && scene.settle();
}

// reading waits until what was changed has been read.
bool reading(GuiScene& scene) {
    QTest::qWait(150);
    return scene.settle();
}

// drop lets files fall on a widget, as a file manager does.
bool drop(QWidget* target, QMimeData& content) {
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &content, Qt::LeftButton, {});
    enter.setAccepted(false);
    QCoreApplication::sendEvent(target, &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent event(QPointF(5, 5), Qt::CopyAction, &content, Qt::LeftButton, {});
    QCoreApplication::sendEvent(target, &event);
    return event.isAccepted();
}

bool dropFiles(GuiScene& scene, const QStringList& names) {
    QMimeData content;
    QList<QUrl> urls;
    for (const QString& name : names)
        urls << QUrl::fromLocalFile(
            QString::fromStdString(scene.path("practice/material/" + name.toStdString())));
    content.setUrls(urls);
    return drop(scene.find<QWidget>("page-files"), content) && reading(scene);
}

QString textOf(GuiScene& scene, const char* name) {
    const auto* label = scene.find<QLabel>(name);
    return label != nullptr ? label->text() : QString();
}

bool nextOffered(GuiScene& scene) {
    return scene.find<QPushButton>("wizard-next")->isEnabled();
}

// rowOf finds a row of the list of what is in the files.
int rowOf(GuiScene& scene, const QString& part) {
    const auto* list = scene.find<QListView>("files-found");
    for (int row = 0; list != nullptr && row < list->model()->rowCount(); ++row)
        if (list->model()->index(row, 0).data().toString().contains(part))
            return row;
    return -1;
}

// chooseFromMenu opens the menu of a row by keyboard and triggers one of its entries.
bool chooseFromMenu(GuiScene& scene, int row, const char* action) {
    auto* list = scene.find<QListView>("files-found");
    list->setFocus();
    list->setCurrentIndex(list->model()->index(row, 0));
    QTest::keyClick(list, Qt::Key_Return);
    auto* menu = scene.window().findChild<QMenu*>(QStringLiteral("source-menu"));
    auto* entry = menu != nullptr ? menu->findChild<QAction*>(QLatin1String(action)) : nullptr;
    if (entry == nullptr)
        return false;
    entry->trigger();
    menu->close();
    return reading(scene);
}

bool says(const QWidget* widget, const QString& part) {
    bool told = false;
    for (const QLabel* label : widget->findChildren<QLabel*>())
        told = told || label->text().contains(part);
    return told;
}

} // namespace certwright::test
