// Why: see drop_area.h.
#include "ui/widget/drop_area.h"

#include <QDropEvent>
#include <QEvent>
#include <QMimeData>
#include <QPainter>
#include <QUrl>

#include "ui/widget/icons.h"
#include "ui/widget/text_labels.h"
#include "ui/widget/theme.h"

namespace certwright::widget {

QStringList localPaths(const QMimeData& data) {
    QStringList paths;
    for (const QUrl& url : data.urls())
        if (url.isLocalFile() && !url.toLocalFile().isEmpty())
            paths << url.toLocalFile();
    return paths;
}

DropArea::DropArea(QWidget* ground, QWidget* parent)
    : QFrame(parent)
    , m_layout(new QBoxLayout(QBoxLayout::TopToBottom, this))
    , m_texts(new QBoxLayout(QBoxLayout::TopToBottom))
    , m_buttons(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_icon(new QLabel(this))
    , m_title(heading(this))
    , m_hint(dimText(this)) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    m_texts->setSpacing(4);
    m_texts->addWidget(m_title);
    m_texts->addWidget(m_hint);
    m_buttons->setSpacing(8);
    m_layout->addWidget(m_icon);
    m_layout->addLayout(m_texts, 1);
    m_layout->addLayout(m_buttons);
    ground->setAcceptDrops(true);
    ground->installEventFilter(this);
    setShape(Shape::Roomy);
}

void DropArea::setTitle(const QString& title) {
    m_title->setText(title);
}

void DropArea::setHint(const QString& hint) {
    m_hint->setText(hint);
}

void DropArea::setShape(Shape shape) {
    m_shape = shape;
    const bool roomy = shape == Shape::Roomy;
    arrange();
    const int vertical = roomy ? 24 : 12;
    m_layout->setContentsMargins(16, vertical, 16, vertical);
    m_layout->setSpacing(roomy ? 10 : 12);
    const Qt::Alignment side = roomy ? Qt::AlignHCenter : Qt::AlignLeft;
    m_title->setAlignment(side | Qt::AlignTop);
    m_hint->setAlignment(side | Qt::AlignTop);
    tint();
    updateGeometry();
}

// Where one row has no room for a line of text beside the buttons, they stand below it.
void DropArea::arrange() {
    const int beside = m_icon->sizeHint().width() + m_buttons->sizeHint().width() +
                       fontMetrics().averageCharWidth() * 24 + 60;
    const bool roomy = m_shape == Shape::Roomy;
    const bool below = roomy || width() < beside;
    m_layout->setDirection(below ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    const Qt::Alignment side = roomy ? Qt::AlignHCenter : below ? Qt::AlignLeft : Qt::AlignVCenter;
    m_layout->setAlignment(m_icon, side);
    m_layout->setAlignment(m_buttons, side);
}

void DropArea::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    arrange();
}

void DropArea::setOffered(bool offered) {
    m_offered = offered;
    tint();
    update();
}

void DropArea::tint() {
    const Tone tone = m_offered ? Tone::Accent : Tone::Neutral;
    const int side = fontMetrics().height() * (m_shape == Shape::Roomy ? 3 : 2);
    m_icon->setPixmap(pixmap(IconName::Drop, toneInk(tone, palette()), side, devicePixelRatioF()));
}

bool DropArea::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove: {
        auto* drag = static_cast<QDragMoveEvent*>(event);
        if (!drag->mimeData()->hasUrls())
            break;
        setOffered(true);
        drag->setDropAction(Qt::CopyAction);
        drag->accept();
        return true;
    }
    case QEvent::DragLeave:
        setOffered(false);
        break;
    case QEvent::Drop: {
        auto* drop = static_cast<QDropEvent*>(event);
        setOffered(false);
        if (!drop->mimeData()->hasUrls())
            break;
        const QStringList paths = localPaths(*drop->mimeData());
        // Files are read, never moved.
        drop->setDropAction(Qt::CopyAction);
        drop->accept();
        if (paths.isEmpty())
            Q_EMIT refused();
        else
            Q_EMIT dropped(paths);
        return true;
    }
    default:
        break;
    }
    return QFrame::eventFilter(watched, event);
}

void DropArea::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(m_offered ? toneInk(Tone::Accent, palette()) : palette().color(QPalette::PlaceholderText));
    pen.setWidthF(m_offered ? 2.0 : 1.2);
    pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.setBrush(m_offered ? toneFill(Tone::Accent, palette()) : palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
}

void DropArea::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        tint();
    QFrame::changeEvent(event);
}

} // namespace certwright::widget
