// Why: see choice_card.h.
#include "ui/widget/choice_card.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QStyleOptionButton>

#include "ui/widget/text_labels.h"
#include "ui/widget/theme.h"

namespace certwright::widget {

namespace {

constexpr int padding = 14;

int indicatorWidth(const QWidget* card) {
    return card->style()->pixelMetric(QStyle::PM_ExclusiveIndicatorWidth, nullptr, card);
}

} // namespace

ChoiceCard::ChoiceCard(IconName icon, QWidget* parent)
    : QRadioButton(parent)
    , m_icon(new ToneIcon(icon, Tone::Accent, this, 2.2))
    , m_title(heading(this))
    , m_sentence(bodyText(this))
    , m_trouble(bodyText(this)) {
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAttribute(Qt::WA_Hover);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(4);
    for (QLabel* label : {m_title, m_sentence, m_trouble}) {
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
        texts->addWidget(label);
    }
    m_icon->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_trouble->hide();
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(padding + indicatorWidth(this) + 10, padding, padding, padding);
    layout->setSpacing(12);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addLayout(texts, 1);
}

void ChoiceCard::setWords(const QString& title, const QString& sentence) {
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    updateGeometry();
}

void ChoiceCard::setTrouble(const QString& trouble) {
    m_trouble->setText(trouble);
    m_trouble->setVisible(!trouble.isEmpty());
    setEnabled(trouble.isEmpty());
    m_icon->setIcon(trouble.isEmpty() ? IconName::Gateway : IconName::Warning,
                    trouble.isEmpty() ? Tone::Accent : Tone::Warning);
    if (!trouble.isEmpty())
        setAccessibleDescription(trouble);
    updateGeometry();
}

QSize ChoiceCard::sizeHint() const {
    return layout()->totalSizeHint();
}

QSize ChoiceCard::minimumSizeHint() const {
    return layout()->totalMinimumSize();
}

int ChoiceCard::heightForWidth(int width) const {
    return layout()->totalHeightForWidth(width);
}

bool ChoiceCard::hitButton(const QPoint& position) const {
    return rect().contains(position);
}

void ChoiceCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool lively = isEnabled() && underMouse();
    const QColor accent = toneInk(Tone::Accent, palette());
    QPen pen(isChecked() || hasFocus() ? accent
                                       : palette().color(lively ? QPalette::PlaceholderText : QPalette::Mid));
    pen.setWidthF(hasFocus() ? 2.0 : 1.0);
    painter.setPen(pen);
    painter.setBrush(isChecked() ? toneFill(Tone::Accent, palette()) : palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
    QStyleOptionButton option;
    initStyleOption(&option);
    const int side = indicatorWidth(this);
    option.rect = QRect(padding, m_title->y() + (m_title->fontMetrics().height() - side) / 2, side, side);
    style()->drawPrimitive(QStyle::PE_IndicatorRadioButton, &option, &painter, this);
}

bool ChoiceCard::event(QEvent* event) {
    if (event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QRadioButton::event(event);
}

} // namespace certwright::widget
