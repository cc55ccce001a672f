// Why: see finding_list.h.
#include "ui/widget/finding_list.h"

#include <algorithm>
#include <numeric>

#include <QApplication>
#include <QHBoxLayout>
#include <QPushButton>

#include "ui/text/finding_text.h"
#include "ui/widget/card.h"
#include "ui/widget/fold_out.h"
#include "ui/widget/text_labels.h"
#include "ui/widget/tone_icon.h"

namespace certwright::widget {

namespace {

QString codesOf(const std::vector<FindingRow>& rows) {
    QString codes;
    for (const FindingRow& row : rows) {
        const std::string_view code = check::codeOf(row.finding);
        codes += QString::fromUtf8(code.data(), static_cast<qsizetype>(code.size())) + QLatin1Char(' ') +
                 QString::fromStdString(row.finding.subject) + QLatin1Char('\n');
    }
    return codes;
}

// The names of what had the keyboard, so that its successor gets it.
QString focusedIn(const QWidget* list) {
    const QWidget* focused = QApplication::focusWidget();
    return focused != nullptr && list->isAncestorOf(focused) ? focused->objectName() : QString();
}

} // namespace

FindingList::FindingList(QWidget* parent)
    : QWidget(parent)
    , m_list(new QVBoxLayout(this)) {
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(8);
}

void FindingList::setFindings(std::vector<FindingRow> rows, const text::Phrasebook& book) {
    const QString codes = codesOf(rows);
    const bool same = codes == m_codes;
    const QString focused = focusedIn(this);
    std::vector<bool> open(rows.size(), false);
    for (std::size_t i = 0; same && i < open.size(); ++i)
        if (const auto* fold = findChild<FoldOut*>(QStringLiteral("finding-details-%1").arg(i)))
            open[i] = fold->isOpen();
    // What led here may be a button of one of them.
    for (const auto& row : m_rows) {
        row->hide();
        row->setParent(nullptr);
        row->deleteLater();
    }
    m_rows.clear();
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return rows[i].finding.severity; });
    QStringList spoken;
    for (const std::size_t i : order) {
        QWidget* row = makeRow(rows[i], static_cast<int>(i), open[i], book);
        m_list->addWidget(row);
        m_rows.emplace_back(row);
        spoken << row->accessibleName();
    }
    setAccessibleName(book.say("widget", "Findings"));
    setAccessibleDescription(spoken.join(QLatin1Char('\n')));
    if (QWidget* again = focused.isEmpty() ? nullptr : findChild<QWidget*>(focused))
        again->setFocus();
    m_codes = codes;
    if (!same && !rows.empty())
        announce(this);
}

QWidget* FindingList::makeRow(const FindingRow& row, int index, bool open, const text::Phrasebook& book) {
    const auto words = text::findingText(row.finding, book);
    const QString severity = text::severityText(row.finding.severity, book);
    const Tone tone = toneOf(row.finding.severity);
    auto* card = new Card(this);
    card->setObjectName(QStringLiteral("finding-%1").arg(index));
    card->setAccessibleName(book.say("widget", "%1: %2 %3", "severity, finding, next step")
                                .arg(severity, words.sentence, words.nextStep));
    auto* word = new ToneLabel(tone, card);
    word->setText(severity);
    QLabel* sentence = bodyText(card);
    QFont bold = sentence->font();
    bold.setBold(true);
    sentence->setFont(bold);
    sentence->setText(words.sentence);
    QLabel* next = bodyText(card);
    next->setText(words.nextStep);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(4);
    for (QWidget* part : std::initializer_list<QWidget*>{word, sentence, next})
        texts->addWidget(part);
    if (!row.action.isEmpty()) {
        auto* button = new QPushButton(row.action, card);
        button->setObjectName(QStringLiteral("finding-action-%1").arg(index));
        button->setAccessibleDescription(words.sentence);
        connect(button, &QPushButton::clicked, this, [this, index] { Q_EMIT actionRequested(index); });
        texts->addSpacing(4);
        texts->addWidget(button, 0, Qt::AlignLeft);
    }
    const QString detail = text::findingDetail(row.finding, book);
    if (!detail.isEmpty()) {
        auto* fold = new FoldOut(card);
        fold->setObjectName(QStringLiteral("finding-details-%1").arg(index));
        fold->button()->setObjectName(QStringLiteral("finding-details-button-%1").arg(index));
        fold->setTitle(book.say("widget", "Details"));
        fold->button()->setAccessibleDescription(words.sentence);
        QLabel* text = dimText(fold);
        text->setText(detail);
        fold->body()->addWidget(text);
        fold->setOpen(open);
        texts->addWidget(fold);
    }
    auto* line = new QHBoxLayout;
    line->setSpacing(12);
    line->addWidget(new ToneIcon(iconOf(row.finding.severity), tone, card), 0, Qt::AlignTop);
    line->addLayout(texts, 1);
    card->body()->setContentsMargins(14, 12, 14, 12);
    card->body()->addLayout(line);
    return card;
}

} // namespace certwright::widget
