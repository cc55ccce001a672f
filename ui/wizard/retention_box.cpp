// Why: see retention_box.h.
#include "ui/wizard/retention_box.h"

#include <QHBoxLayout>
#include <QSignalBlocker>

#include "core/plan/inspect.h"
#include "ui/text/value_text.h"
#include "ui/widget/text_labels.h"

namespace certwright::wizard {

using widget::Tone;

RetentionBox::RetentionBox(QWidget* parent)
    : QWidget(parent)
    , m_label(new QLabel(this))
    , m_days(new QSpinBox(this))
    , m_date(widget::bodyText(this))
    , m_verdict(new widget::Banner(this)) {
    m_label->setBuddy(m_days);
    m_label->setWordWrap(true);
    m_date->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_days->setObjectName(QStringLiteral("retention-days"));
    m_date->setObjectName(QStringLiteral("retention-date"));
    m_verdict->setObjectName(QStringLiteral("retention-verdict"));
    m_verdict->hide();
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_days);
    row->addWidget(m_date, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_label);
    layout->addLayout(row);
    layout->addWidget(m_verdict);
    connect(m_days, &QSpinBox::valueChanged, this, [this](int days) {
        showDate();
        Q_EMIT daysChosen(days);
    });
}

void RetentionBox::setContent(const profile::Profile& profile, std::optional<int> days, base::Time now,
                              std::optional<base::Time> certificateEnd, const text::Phrasebook& book) {
    m_profile = profile;
    m_now = now;
    m_certificateEnd = certificateEnd;
    m_book = &book;
    const QSignalBlocker quiet(m_days);
    m_days->setRange(profile.retention->minimumDays, profile.retention->maximumDays);
    m_days->setValue(days.value_or(profile.retention->defaultDays));
    m_label->setText(book.say("wizard", "&Days until the service deletes its certificates"));
    m_days->setAccessibleName(book.say("wizard", "Days until the service deletes its certificates"));
    showDate();
}

void RetentionBox::showDate() {
    const base::Time until = m_now + std::chrono::days(m_days->value());
    m_date->setText(m_book->say("wizard", "That is on %1.").arg(text::localDate(*m_book, until)));
    m_days->setAccessibleDescription(m_date->text());
    showVerdict(until);
}

void RetentionBox::showVerdict(base::Time until) {
    check::Findings findings;
    if (m_certificateEnd)
        plan::judgeRetention(m_profile, until, *m_certificateEnd, findings);
    m_verdict->setVisible(!findings.empty());
    if (findings.empty())
        return;
    const QString end = text::localDay(*m_book, *m_certificateEnd);
    if (findings.front().body.is<check::RetentionBeforeCertificate>()) {
        // At the end of the day on which the certificate ends.
        const int enough = base::wholeDays(m_now, *m_certificateEnd) + 1;
        m_verdict->setMessage(
            Tone::Warning,
            m_book
                ->say("wizard", "The service deletes its certificates before the certificate expires on %1.")
                .arg(end),
            enough <= m_days->maximum()
                ? m_book->say("wizard", "With %n day(s) it keeps them long enough.", nullptr, enough)
                : m_book->say("wizard", "Note the date; more days are not possible."));
        return;
    }
    const int days = base::wholeDays(*m_certificateEnd, until);
    m_verdict->setMessage(
        Tone::Note, m_book->say("wizard", "The certificate expires first, on %1.").arg(end),
        m_book->say("wizard", "The date above is %n day(s) later; the certificate decides.", nullptr, days));
}

} // namespace certwright::wizard
