// Why: see verification_card.h.
#include "ui/services/verification_card.h"

#include <algorithm>

#include <QHBoxLayout>

#include "ui/text/error_text.h"
#include "ui/text/plan_page.h"
#include "ui/text/value_text.h"
#include "ui/widget/text_labels.h"
#include "ui/widget/tone_icon.h"

namespace certwright::services {

using check::Severity;
using widget::Tone;

VerificationCard::VerificationCard(QWidget* parent)
    : Card(parent)
    , m_title(widget::heading(this))
    , m_when(widget::dimText(this))
    , m_banner(new widget::Banner(this))
    , m_findings(new widget::FindingList(this))
    , m_proof(new QWidget(this))
    , m_steps(new QVBoxLayout(m_proof)) {
    setObjectName(QStringLiteral("service-verification"));
    m_when->setObjectName(QStringLiteral("service-verified-at"));
    m_banner->setObjectName(QStringLiteral("service-verdict"));
    m_findings->setObjectName(QStringLiteral("service-verification-findings"));
    m_proof->setObjectName(QStringLiteral("service-proof"));
    m_steps->setContentsMargins(0, 0, 0, 0);
    m_steps->setSpacing(4);
    body()->addWidget(m_title);
    body()->addWidget(m_when);
    body()->addWidget(m_banner);
    body()->addWidget(m_findings);
    body()->addWidget(m_proof);
    connect(m_findings, &widget::FindingList::actionRequested, this, [this](int row) {
        const auto action = actionFor(m_verified->found->findings.at(static_cast<std::size_t>(row)));
        if (action)
            Q_EMIT requested(*action);
    });
}

void VerificationCard::setVerified(std::optional<model::Verified> verified) {
    m_verified = std::move(verified);
}

void VerificationCard::setTexts(const text::Phrasebook& book) {
    m_title->setText(book.say("services", "Verification"));
    const bool made = m_verified.has_value();
    m_banner->setVisible(made);
    m_findings->setVisible(made && m_verified->found && !m_verified->found->findings.empty());
    m_proof->setVisible(made && m_verified->found && !m_verified->found->proof.passed.empty());
    if (!made) {
        m_when->setText(book.say("services", "Not verified yet. “Verify” reads everything as the service "
                                             "does and tries a TLS connection with it; nothing is changed."));
        return;
    }
    const QString when = text::localDate(book, m_verified->at);
    m_when->setText(m_verified->outdated
                        ? book.say("services", "Last verified on %1. Files have changed since.").arg(when)
                        : book.say("services", "Last verified on %1.").arg(when));
    showVerdict(book);
    if (!m_verified->found)
        return;
    std::vector<widget::FindingRow> rows;
    for (const check::Finding& finding : m_verified->found->findings) {
        const auto action = actionFor(finding);
        rows.push_back({finding, action ? actionText(*action, book) : QString()});
    }
    m_findings->setFindings(std::move(rows), book);
    showProof(m_verified->found->proof, book);
}

void VerificationCard::showVerdict(const text::Phrasebook& book) {
    if (m_verified->error) {
        const auto words = text::errorText(*m_verified->error, book);
        m_banner->setMessage(Tone::Blocker, words.sentence, words.nextStep);
        return;
    }
    const check::Findings& findings = m_verified->found->findings;
    const auto count = [&findings](Severity severity) {
        return static_cast<int>(std::ranges::count(findings, severity, &check::Finding::severity));
    };
    if (const int blockers = count(Severity::Blocker); blockers > 0)
        m_banner->setMessage(Tone::Blocker,
                             book.say("services", "%n problem(s) must be solved", nullptr, blockers));
    else if (const int warnings = count(Severity::Warning); warnings > 0)
        m_banner->setMessage(Tone::Warning,
                             book.say("services", "It works; %n warning(s) to look at", nullptr, warnings));
    else
        m_banner->setMessage(Tone::Good, book.say("services", "Everything is in order"));
}

void VerificationCard::showProof(const prove::Proof& proof, const text::Phrasebook& book) {
    while (QLayoutItem* item = m_steps->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    QLabel* title = widget::heading(m_proof);
    title->setText(book.say("services", "What the proof showed"));
    m_steps->addWidget(title);
    for (const prove::ProofStep step : proof.passed) {
        auto* row = new QWidget(m_proof);
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        QLabel* words = widget::bodyText(row);
        words->setText(text::startOfSentence(text::proofStepText(step, book)));
        line->addWidget(new widget::ToneIcon(widget::IconName::Good, Tone::Good, row, 1.0), 0, Qt::AlignTop);
        line->addWidget(words, 1);
        m_steps->addWidget(row);
    }
    if (proof.protocol.empty())
        return;
    QLabel* connection = widget::dimText(m_proof);
    connection->setText(book.say("services", "Connection: %1, %2")
                            .arg(text::shown(proof.protocol), text::shown(proof.cipher)));
    m_steps->addWidget(connection);
}

} // namespace certwright::services
