// Why: nothing changes unseen (DESIGN promise 2).
#pragma once

#include <QPlainTextEdit>
#include <QPushButton>

#include "ui/widget/card.h"
#include "ui/widget/change_list.h"
#include "ui/widget/difference_view.h"
#include "ui/widget/finding_list.h"
#include "ui/wizard/busy_line.h"
#include "ui/wizard/command_box.h"
#include "ui/wizard/told_banner.h"
#include "ui/wizard/wizard_page.h"

namespace certwright::wizard {

// PreviewPage is model::Stage::Preview.
class PreviewPage final : public WizardPage {
    Q_OBJECT

  public:
    explicit PreviewPage(Context& context, QWidget* parent = nullptr);

    QString title() const override;
    QString subtitle() const override;
    void enter() override;
    bool ready() const override;
    QString nextText() const override;
    QWidget* firstFocus() override;

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void build();
    void connectAll();
    widget::Card* section(QLabel*& title, QWidget* content);
    void setTexts(const text::Phrasebook& book);
    void startPlan();
    void settle();
    void fill(const text::Phrasebook& book);
    std::vector<widget::ChangeRow> fileRows(const plan::Plan& plan, const text::Phrasebook& book);
    void fillSentences(QWidget*& holder, widget::Card* card, const QStringList& sentences);
    void fillConfig(const plan::Plan& plan, const text::Phrasebook& book);
    void fillRun(const text::Phrasebook& book);
    void showCommand();
    void fitCommand();

    enum class Run { Idle, Wanted, Running };
    Run m_run = Run::Idle;

    widget::ScrollColumn* m_scroll;
    BusyLine* m_busy;
    widget::Banner* m_summary;
    QPushButton* m_retry;
    widget::FindingList* m_findings;
    QLabel* m_filesTitle = nullptr;
    widget::Card* m_filesCard;
    widget::ChangeList* m_files;
    QLabel* m_configTitle = nullptr;
    widget::Card* m_configCard;
    widget::DifferenceView* m_config;
    QLabel* m_runTitle = nullptr;
    widget::Card* m_runCard;
    CommandBox* m_commands;
    QLabel* m_howTitle = nullptr;
    widget::Card* m_howCard;
    QWidget* m_how = nullptr;
    QLabel* m_rulesTitle = nullptr;
    widget::Card* m_rulesCard;
    QWidget* m_rules = nullptr;
    QLabel* m_commandTitle = nullptr;
    widget::Card* m_commandCard;
    QPlainTextEdit* m_command;
    QLabel* m_commandText;
    QPushButton* m_copy;
};

} // namespace certwright::wizard
