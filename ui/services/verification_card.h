// Why: what the last verification found is read with its time, its findings and the steps of its proof.
#pragma once

#include <optional>

#include <QLabel>
#include <QVBoxLayout>

#include "ui/model/installed_set.h"
#include "ui/services/service_action.h"
#include "ui/widget/banner.h"
#include "ui/widget/card.h"
#include "ui/widget/finding_list.h"

namespace certwright::services {

class VerificationCard final : public widget::Card {
    Q_OBJECT

  public:
    explicit VerificationCard(QWidget* parent = nullptr);

    // setVerified shows it; nothing: that there was none yet.
    void setVerified(std::optional<model::Verified> verified);
    void setTexts(const text::Phrasebook& book);

  Q_SIGNALS:
    void requested(certwright::services::ServiceAction action);

  private:
    void showProof(const prove::Proof& proof, const text::Phrasebook& book);
    void showVerdict(const text::Phrasebook& book);

    std::optional<model::Verified> m_verified;
    QLabel* m_title;
    QLabel* m_when;
    widget::Banner* m_banner;
    widget::FindingList* m_findings;
    QWidget* m_proof;
    QVBoxLayout* m_steps;
};

} // namespace certwright::services
