// Why: that a running service has taken a certificate over is only certain when the server itself shows it;
// where the server is to be seen, the person knows best.
#pragma once

#include <QLabel>
#include <QLineEdit>
#include <QWidget>

#include "ui/model/wizard_draft.h"
#include "ui/text/phrasebook.h"
#include "ui/widget/banner.h"

namespace certwright::wizard {

// SeenBox asks for HOST:PORT (WizardDraft::servedAt); what is proposed there is told to be a proposal, and
// what is no address is told at once.
class SeenBox final : public QWidget {
    Q_OBJECT

  public:
    explicit SeenBox(QWidget* parent = nullptr);

    // setContent shows draft.seenAt().
    void setContent(const model::WizardDraft& draft, const text::Phrasebook& book);
    // acceptable tells whether it is empty or an address (served::parseAddress).
    bool acceptable() const;

  Q_SIGNALS:
    // typed: what the person wrote, without the white space around it.
    void typed(const QString& address);

  private:
    enum class Origin { Person, Config };
    QString address() const { return m_address->text().trimmed(); }
    void showVerdict();

    QLabel* m_label;
    QLineEdit* m_address;
    QLabel* m_text;
    widget::Banner* m_verdict;
    Origin m_origin = Origin::Person;
    const text::Phrasebook* m_book = nullptr;
};

} // namespace certwright::wizard
