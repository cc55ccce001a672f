// Why: see busy_line.h.
#include "ui/wizard/busy_line.h"

#include <algorithm>

#include <QVBoxLayout>

#include "ui/widget/text_labels.h"

namespace certwright::wizard {

BusyLine::BusyLine(QWidget* parent)
    : QWidget(parent)
    , m_bar(new QProgressBar(this))
    , m_text(widget::bodyText(this)) {
    setObjectName(QStringLiteral("busy"));
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(std::max(6, fontMetrics().height() / 2));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_text);
    layout->addWidget(m_bar);
    hide();
    m_wait.setSingleShot(true);
    m_wait.setInterval(delay);
    connect(&m_wait, &QTimer::timeout, this, [this] {
        show();
        widget::announce(m_text);
    });
}

void BusyLine::start() {
    m_wait.start();
}

void BusyLine::stop() {
    m_wait.stop();
    hide();
}

void BusyLine::setText(const QString& text) {
    m_text->setText(text);
    m_bar->setAccessibleName(text);
}

} // namespace certwright::wizard
