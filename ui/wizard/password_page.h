// Why: a locked key needs its password once; this is the one place where it is typed.
#pragma once

#include <map>
#include <optional>

#include <QCheckBox>
#include <QLabel>

#include "ui/widget/banner.h"
#include "ui/widget/card.h"
#include "ui/widget/secret_field.h"
#include "ui/widget/text_labels.h"
#include "ui/widget/tone_icon.h"
#include "ui/wizard/busy_line.h"
#include "ui/wizard/wizard_page.h"

namespace certwright::wizard {

// PasswordPage is model::Stage::Password. It asks for one locked file after the other; each answer is tried
// by judging everything (Road::check), so that the next page has its result already.
class PasswordPage final : public WizardPage {
    Q_OBJECT

  public:
    explicit PasswordPage(Context& context, QWidget* parent = nullptr);

    QString title() const override;
    QString subtitle() const override;
    void enter() override;
    bool ready() const override;
    Going next() override;
    QWidget* firstFocus() override { return m_field; }

  private:
    void build();
    void addFile(QVBoxLayout* column);
    void addField(QVBoxLayout* column);
    void connectRoad();
    void setTexts(const text::Phrasebook& book);
    void showFile();
    void showNotices();
    void showResult();
    void showRule(const text::Phrasebook& book);
    void pressed();
    void tryNow();
    void setTrying(bool trying);
    void tried();
    void askAgain(const check::Finding& finding);
    void notTried();
    const std::string& file() const;
    bool known() const { return draft().passwords.contains(file()); }
    std::optional<check::Finding> verdict() const;
    QString noticeText(widget::SecretNotice notice) const;

    widget::ScrollColumn* m_scroll;
    widget::Card* m_card;
    widget::ToneIcon* m_icon;
    QLabel* m_name;
    QLabel* m_kind;
    widget::ElidedLabel* m_path;
    QLabel* m_label;
    widget::SecretField* m_field;
    QCheckBox* m_peek;
    QWidget* m_notices;
    QLabel* m_noticeText;
    QLabel* m_rule;
    QLabel* m_practice;
    widget::Banner* m_result;
    BusyLine* m_busy;

    std::size_t m_file = 0;
    std::map<std::string, int> m_attempts;
    // What stands in the banner: how the last try went, or why there was none.
    std::optional<check::Finding> m_finding;
    std::optional<base::Error> m_error;
    bool m_trying = false;
    bool m_waiting = false;
};

} // namespace certwright::wizard
