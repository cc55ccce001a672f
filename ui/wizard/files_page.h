// Why: what the CA delivered is dropped in one go, and shown as what it is.
#pragma once

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

#include "ui/model/slot_states.h"
#include "ui/model/source_model.h"
#include "ui/widget/card.h"
#include "ui/widget/drop_area.h"
#include "ui/widget/finding_list.h"
#include "ui/widget/fold_out.h"
#include "ui/wizard/brought_list.h"
#include "ui/wizard/protector_box.h"
#include "ui/wizard/retention_box.h"
#include "ui/wizard/server_block_box.h"
#include "ui/wizard/slot_row.h"
#include "ui/wizard/source_list.h"
#include "ui/wizard/wizard_page.h"

namespace certwright::wizard {

// FilesPage is model::Stage::Files. Each change is followed by a survey on the worker; of several in quick
// succession the last one counts. Until its outcome is there the page shows what it knew before.
class FilesPage final : public WizardPage {
    Q_OBJECT

  public:
    explicit FilesPage(Context& context, QWidget* parent = nullptr);

    QString title() const override;
    QString subtitle() const override;
    void enter() override;
    bool ready() const override;
    QWidget* firstFocus() override { return m_chooseFiles; }
    bool bring(const std::vector<std::string>& paths) override;

  private:
    // files_page.cpp
    void build();
    void buildSources(QVBoxLayout* column);
    void connectParts();
    void connectRoad();
    void setTexts(const text::Phrasebook& book);
    void makeSlots();
    void connectSlot(SlotRow* row, const std::string& slot);
    void orderTabs();
    void add(const QStringList& paths);
    void chooseFor(const std::string& slot);
    void give(const std::string& slot, const QString& path);
    void offer(const std::string& slot, const QString& path);
    void showMenu(int row, const QPoint& position);
    // files_survey.cpp
    void changed();
    void survey();
    void surveyed();
    bool propose();
    void failed();
    void showReading();
    void showOutcome();
    void showPaths();
    void showSlots();
    void showFindings();
    void showLacking();
    void showOptions();
    void showBlocks();
    // asksBlock: the service's config is taken in by a server block; lacksBlock: and nobody knows by which.
    bool asksBlock() const;
    bool lacksBlock() const;
    std::optional<base::Time> certificateEnd() const;
    // told is shown in a slot's row already.
    bool told(const check::Finding& finding) const;

    widget::ScrollColumn* m_scroll;
    widget::DropArea* m_drop;
    QPushButton* m_chooseFiles;
    QPushButton* m_chooseFolder;
    widget::Banner* m_trouble;
    BroughtList* m_brought;
    widget::FindingList* m_problems;
    QLabel* m_slotsTitle;
    QLabel* m_lacking;
    widget::Card* m_slotsCard;
    std::vector<SlotRow*> m_rows;
    QLabel* m_sourcesTitle;
    QLabel* m_sourcesHint;
    model::SourceModel m_sources;
    SourceList* m_sourceList;
    widget::FoldOut* m_ignored;
    widget::FindingList* m_ignoredList;
    ServerBlockBox* m_block;
    RetentionBox* m_retention;
    ProtectorBox* m_protector;
    QCheckBox* m_older;

    // The slots are those of this service and task.
    std::string m_slotsOf;
    std::vector<model::SlotState> m_states;
    check::Findings m_findings;
    std::vector<std::string> m_problemPaths;
    QTimer m_pause;
    QTimer m_patience;
    bool m_dirty = true;
    bool m_surveying = false;
    bool m_refused = false;
    // By slot: the file that was proposed where several fit. Whoever takes that back is not asked again.
    std::map<std::string, std::string> m_proposed;
};

} // namespace certwright::wizard
