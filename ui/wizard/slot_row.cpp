// Why: see slot_row.h.
#include "ui/wizard/slot_row.h"

#include <QDropEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPainter>
#include <QSignalBlocker>

#include "core/files/path.h"
#include "ui/text/value_text.h"
#include "ui/widget/drop_area.h"
#include "ui/widget/theme.h"
#include "ui/wizard/slot_words.h"

namespace certwright::wizard {

using model::SlotFill;
using model::SlotState;
using widget::Tone;

SlotRow::SlotRow(const std::string& slot, const model::SourceModel& sources, QWidget* parent)
    : QFrame(parent)
    , m_sources(sources)
    , m_icon(new widget::ToneIcon(widget::IconName::File, Tone::Neutral, this, 1.6))
    , m_title(widget::heading(this))
    , m_need(new QLabel(this))
    , m_state(widget::bodyText(this))
    , m_file(new widget::ElidedLabel(this))
    , m_left(new widget::ToneLabel(Tone::Neutral, this))
    , m_choice(new QComboBox(this))
    , m_browse(new QPushButton(this))
    , m_clear(new QPushButton(this))
    , m_buttons(new QBoxLayout(QBoxLayout::LeftToRight)) {
    setAcceptDrops(true);
    build(QStringLiteral("slot-") + QString::fromStdString(slot));
    connect(m_browse, &QPushButton::clicked, this, &SlotRow::browse);
    connect(m_clear, &QPushButton::clicked, this, &SlotRow::pressedSecond);
    connect(m_choice, &QComboBox::activated, this, [this](int index) {
        if (const QString path = m_choice->itemData(index).toString(); !path.isEmpty())
            Q_EMIT chosen(path);
    });
}

void SlotRow::build(const QString& name) {
    setObjectName(name);
    m_state->setObjectName(name + QStringLiteral("-state"));
    m_file->setObjectName(name + QStringLiteral("-file"));
    m_left->setObjectName(name + QStringLiteral("-left"));
    m_choice->setObjectName(name + QStringLiteral("-choice"));
    m_browse->setObjectName(name + QStringLiteral("-browse"));
    m_clear->setObjectName(name + QStringLiteral("-clear"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(12);
    for (QPushButton* button : {m_browse, m_clear})
        button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_need->setForegroundRole(QPalette::PlaceholderText);
    m_file->setForegroundRole(QPalette::PlaceholderText);
    // A layout whose widgets are all hidden has a maximum width of nothing, and its column with it.
    auto* line = new QWidget(this);
    auto* file = new QHBoxLayout(line);
    file->setContentsMargins(0, 0, 0, 0);
    file->setSpacing(12);
    file->addWidget(m_file);
    file->addWidget(m_left);
    file->addStretch();
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title, 1);
    head->addWidget(m_need, 0, Qt::AlignTop);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(3);
    texts->addLayout(head);
    texts->addWidget(m_state);
    texts->addWidget(line);
    texts->addWidget(m_choice);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 10, 0, 10);
    row->setSpacing(12);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    m_buttons->setSpacing(8);
    m_buttons->addWidget(m_clear);
    m_buttons->addWidget(m_browse);
    row->addLayout(m_buttons);
    row->setAlignment(m_buttons, Qt::AlignTop);
}

void SlotRow::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    // Where the font is large, two buttons side by side would leave the text no room.
    const bool narrow = width() < fontMetrics().averageCharWidth() * 60;
    m_buttons->setDirection(narrow ? QBoxLayout::BottomToTop : QBoxLayout::LeftToRight);
}

void SlotRow::setState(const SlotState& state, const Sight& sight) {
    const text::Phrasebook& book = sight.book;
    const QString title = text::titleText(book, state.slot.title);
    m_title->setText(title);
    m_need->setText(needText(state, sight.task, book));
    m_need->setVisible(!m_need->text().isEmpty());
    m_icon->setIcon(iconOf(state.slot.kind), toneOf(state));
    m_state->setText(stateText(state, sight.task, book));
    showTaken(state, sight);
    showChoice(state, sight);
    showButtons(state, sight);
    setAccessibleName(title);
    setAccessibleDescription(m_state->text());
}

void SlotRow::showTaken(const SlotState& state, const Sight& sight) {
    const bool taken = state.fill == SlotFill::Taken;
    m_file->setVisible(taken);
    m_left->setVisible(false);
    if (!taken)
        return;
    const job::SurveyedObject& first = state.taken.front();
    m_file->setText(text::shown(files::fileNameOf(first.path)));
    const QString left = model::timeLeftText(first, sight.now, sight.book);
    const auto urgency = model::urgencyOf(first, sight.rules, sight.now);
    m_left->setText(left);
    m_left->setTone(urgency ? widget::toneOf(*urgency) : Tone::Good);
    m_left->setVisible(!left.isEmpty());
}

void SlotRow::showChoice(const SlotState& state, const Sight& sight) {
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    m_choice->setVisible(state.candidates.size() > 1);
    m_choice->setAccessibleName(
        sight.book.say("wizard", "Which file for: %1").arg(text::titleText(sight.book, state.slot.title)));
    int present = -1;
    for (const job::SurveyedObject& candidate : state.candidates) {
        const bool taken = !state.taken.empty() && state.taken.front().path == candidate.path;
        if (taken)
            present = m_choice->count();
        m_choice->addItem(candidateText(candidate, sight.now, sight.book),
                          QString::fromStdString(candidate.path));
    }
    if (present < 0) {
        m_choice->insertItem(0, state.fill == SlotFill::ByInstalled
                                    ? sight.book.say("wizard", "Let what is installed decide")
                                    : sight.book.say("wizard", "Choose one…"));
        present = 0;
    }
    m_choice->setCurrentIndex(present);
}

void SlotRow::showButtons(const SlotState& state, const Sight& sight) {
    const text::Phrasebook& book = sight.book;
    const QString title = text::titleText(book, state.slot.title);
    const bool mayBeEmpty = !state.slot.required && sight.task != model::Task::CrlUpdate;
    const bool filled = state.fill == SlotFill::Taken || state.fill == SlotFill::Ambiguous ||
                        sight.task == model::Task::Replace;
    m_second = state.fill == SlotFill::LeftOut ? Second::TakeAgain
               : !state.named.empty()          ? Second::Clear
               : mayBeEmpty && filled          ? Second::LeaveOut
                                               : Second::None;
    m_browse->setText(book.say("wizard", "Browse…"));
    m_browse->setAccessibleName(book.say("wizard", "Choose a file for: %1").arg(title));
    m_clear->setVisible(m_second != Second::None);
    switch (m_second) {
    case Second::None:
        break;
    case Second::Clear:
        m_clear->setText(book.say("wizard", "Clear", "forget the chosen file"));
        m_clear->setAccessibleName(book.say("wizard", "Forget the chosen file for: %1").arg(title));
        break;
    case Second::LeaveOut:
        m_clear->setText(sight.task == model::Task::Replace
                             ? book.say("wizard", "Remove", "take an installed file out of the service")
                             : book.say("wizard", "Leave out"));
        m_clear->setAccessibleName(sight.task == model::Task::Replace
                                       ? book.say("wizard", "Remove from the service: %1").arg(title)
                                       : book.say("wizard", "Leave out: %1").arg(title));
        break;
    case Second::TakeAgain:
        m_clear->setText(book.say("wizard", "Undo", "of leaving a file out"));
        m_clear->setAccessibleName(book.say("wizard", "Do not leave out: %1").arg(title));
        break;
    }
}

void SlotRow::pressedSecond() {
    switch (m_second) {
    case Second::None:
        break;
    case Second::Clear:
        Q_EMIT clear();
        break;
    case Second::LeaveOut:
        Q_EMIT leaveOut();
        break;
    case Second::TakeAgain:
        Q_EMIT takeAgain();
        break;
    }
}

// pathIn is one file: an object of the list below, or a file from elsewhere.
QString SlotRow::pathIn(const QMimeData& content) const {
    if (const int row = m_sources.rowOf(content); row >= 0)
        return QString::fromStdString(m_sources.object(row).path);
    const QStringList paths = widget::localPaths(content);
    return paths.size() == 1 ? paths.first() : QString();
}

void SlotRow::dragEnterEvent(QDragEnterEvent* event) {
    if (pathIn(*event->mimeData()).isEmpty())
        return;
    m_offered = true;
    update();
    event->setDropAction(event->mimeData()->hasUrls() ? Qt::CopyAction : event->proposedAction());
    event->accept();
}

void SlotRow::dragLeaveEvent(QDragLeaveEvent*) {
    m_offered = false;
    update();
}

void SlotRow::dropEvent(QDropEvent* event) {
    m_offered = false;
    update();
    const QString path = pathIn(*event->mimeData());
    if (path.isEmpty())
        return;
    event->setDropAction(event->mimeData()->hasUrls() ? Qt::CopyAction : event->proposedAction());
    event->accept();
    Q_EMIT given(path);
}

void SlotRow::paintEvent(QPaintEvent*) {
    if (!m_offered)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(widget::toneInk(Tone::Accent, palette()), 2));
    painter.setBrush(widget::toneFill(Tone::Accent, palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
}

} // namespace certwright::wizard
