// Why: see change_list.h.
#include "ui/widget/change_list.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>

#include "ui/widget/card.h"
#include "ui/widget/text_labels.h"

namespace certwright::widget {

namespace {

void addContent(QVBoxLayout* body, const ChangeRow& change, QWidget* parent, const text::Phrasebook& book) {
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    // Where there is only one side, it speaks for itself.
    const bool both = !change.before.isEmpty() && !change.after.isEmpty();
    int line = 0;
    const auto add = [&](const QString& label, const QString& value) {
        if (value.isEmpty())
            return;
        QLabel* text = bodyText(parent);
        text->setText(value);
        if (both) {
            auto* name = new QLabel(label, parent);
            name->setForegroundRole(QPalette::PlaceholderText);
            grid->addWidget(name, line, 0, Qt::AlignTop);
        }
        grid->addWidget(text, line++, 1);
    };
    add(book.say("widget", "Old", "content of a file"), change.before);
    add(book.say("widget", "New", "content of a file"), change.after);
    body->addLayout(grid);
}

QWidget* makeRow(const ChangeRow& change, QWidget* parent, const text::Phrasebook& book) {
    auto* card = new Card(parent);
    card->body()->setContentsMargins(14, 12, 14, 12);
    card->body()->setSpacing(5);
    auto* path = bodyText(card);
    QFont bold = path->font();
    bold.setBold(true);
    path->setFont(bold);
    path->setText(change.path);
    auto* action = new ToneLabel(Tone::Accent, card);
    action->setText(change.action);
    action->setAlignment(Qt::AlignRight | Qt::AlignTop);
    auto* top = new QHBoxLayout;
    top->setSpacing(12);
    top->addWidget(path, 1);
    top->addWidget(action);
    card->body()->addLayout(top);
    QStringList spoken{change.action, change.path};
    const auto addDim = [&](const QString& text) {
        if (text.isEmpty())
            return;
        QLabel* label = dimText(card);
        label->setText(text);
        card->body()->addWidget(label);
    };
    addDim(change.purpose);
    if (!change.before.isEmpty() || !change.after.isEmpty())
        addContent(card->body(), change, card, book);
    addDim(change.mode);
    for (const QString& part : {change.purpose, change.before, change.after, change.mode})
        if (!part.isEmpty())
            spoken << part;
    card->setAccessibleName(spoken.join(QLatin1Char('\n')));
    return card;
}

} // namespace

ChangeList::ChangeList(QWidget* parent)
    : QWidget(parent)
    , m_list(new QVBoxLayout(this)) {
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(8);
}

void ChangeList::setChanges(const std::vector<ChangeRow>& changes, const text::Phrasebook& book) {
    while (QLayoutItem* item = m_list->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const ChangeRow& change : changes)
        m_list->addWidget(makeRow(change, this, book));
    if (changes.empty()) {
        QLabel* none = dimText(this);
        none->setText(book.say("plan", "Nothing to change."));
        m_list->addWidget(none);
    }
    setAccessibleName(book.say("widget", "Changes"));
}

} // namespace certwright::widget
