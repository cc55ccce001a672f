// Why: see time_line.h.
#include "ui/widget/time_line.h"

#include <algorithm>
#include <cstdlib>
#include <memory>

#include <QGridLayout>
#include <QHBoxLayout>

#include "ui/text/dates_page.h"
#include "ui/text/value_text.h"
#include "ui/widget/text_labels.h"
#include "ui/widget/time_bar.h"
#include "ui/widget/tone_icon.h"

namespace certwright::widget {

namespace {

using std::chrono::days;

QString spanText(const text::Phrasebook& book, int count) {
    constexpr int year = 365;
    if (count % year == 0)
        return book.say("widget", "%n year(s)", nullptr, count / year);
    return text::days(book, count);
}

QString markText(const text::Phrasebook& book, int count) {
    if (count == 0)
        return book.say("widget", "Today", "on a time line");
    const QString span = spanText(book, std::abs(count));
    return count > 0 ? span : book.say("widget", "%1 ago", "a span of time").arg(span);
}

std::vector<job::End> earliestFirst(std::vector<job::End> ends) {
    std::ranges::stable_sort(ends, {}, &job::End::end);
    return ends;
}

// The row's parts can be read one by one; a screen reader gets them as one sentence too.
QWidget* makeRow(const job::End& end, base::Time now, const std::shared_ptr<const TimeAxis>& axis,
                 const text::Phrasebook& book, QWidget* parent) {
    const Tone tone = toneOfEnd(end, now);
    auto* row = new QWidget(parent);
    auto* role = bodyText(row);
    QFont bold = role->font();
    bold.setBold(true);
    role->setFont(bold);
    role->setText(text::startOfSentence(text::endRoleText(book, end.role)));
    auto* left = new ToneLabel(tone, row);
    left->setText(text::leftText(book, end, now));
    left->setAlignment(Qt::AlignRight | Qt::AlignTop);
    // Date and name are one paragraph, so that they wrap as they must.
    const QString date = text::localDate(book, end.end);
    const QString name = text::shown(end.name);
    auto* about = dimText(row);
    about->setText(QStringLiteral("%1 · %2").arg(date, name));
    auto* grid = new QGridLayout(row);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(2);
    grid->addWidget(new ToneIcon(iconOfTone(tone), tone, row), 0, 0, 2, 1, Qt::AlignTop);
    grid->addWidget(role, 0, 1);
    grid->addWidget(left, 0, 2);
    grid->addWidget(about, 1, 1, 1, 2);
    grid->addWidget(new TimeBar(axis, now, end.end, tone, row), 2, 1, 1, 2);
    grid->setColumnStretch(1, 3);
    grid->setColumnStretch(2, 2);
    row->setAccessibleName(book.say("widget", "%1, %2, %3: %4", "what ends, its name, date, days left")
                               .arg(role->text(), name, date, left->text()));
    return row;
}

QWidget* makeMarks(const TimeAxis& axis, const text::Phrasebook& book, QWidget* parent) {
    std::vector<TimeMarks::Mark> marks;
    for (const TimeAxis::Mark& mark : axis.marks())
        marks.push_back({mark.position, mark.days == 0, markText(book, mark.days)});
    return new TimeMarks(std::move(marks), parent);
}

} // namespace

Tone toneOfEnd(const job::End& end, base::Time now) {
    if (job::hasPassed(end.role, end.end, now))
        return Tone::Blocker;
    const days soon = end.role == job::EndRole::Crl ? days(7) : days(30);
    return end.end - now <= soon ? Tone::Warning : Tone::Good;
}

TimeLine::TimeLine(QWidget* parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this)) {
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(12);
}

void TimeLine::setEnds(const std::vector<job::End>& ends, base::Time now, const text::Phrasebook& book) {
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto sorted = earliestFirst(ends);
    QStringList spoken;
    if (!sorted.empty()) {
        const auto axis = std::make_shared<const TimeAxis>(now, sorted.front().end, sorted.back().end);
        for (const job::End& end : sorted) {
            QWidget* row = makeRow(end, now, axis, book, this);
            spoken << row->accessibleName();
            m_rows->addWidget(row);
        }
        auto* marks = new QHBoxLayout;
        QWidget* words = makeMarks(*axis, book, this);
        auto* frame = new QWidget(this);
        frame->setLayout(marks);
        marks->setContentsMargins(ToneIcon(IconName::Note, Tone::Note, this).sizeHint().width() + 12, 0, 0,
                                  0);
        marks->addWidget(words);
        m_rows->addWidget(frame);
    }
    setAccessibleName(book.say("widget", "What ends, earliest first"));
    setAccessibleDescription(spoken.join(QLatin1Char('\n')));
}

} // namespace certwright::widget
