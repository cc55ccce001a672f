// Why: for each file that the service wants a person sees at one glance whether it is there, which one it is,
// and how to change that.
#pragma once

#include <QBoxLayout>
#include <QComboBox>
#include <QFrame>
#include <QPushButton>

#include "ui/model/slot_states.h"
#include "ui/model/source_model.h"
#include "ui/widget/text_labels.h"
#include "ui/widget/tone_icon.h"

namespace certwright::wizard {

// SlotRow shows one model::SlotState. Objects of `sources` can be dropped on it, and files. Its controls are
// named "slot-<id>-browse", "-clear", "-choice", its texts "-state" and "-file".
class SlotRow final : public QFrame {
    Q_OBJECT

  public:
    SlotRow(const std::string& slot, const model::SourceModel& sources, QWidget* parent = nullptr);

    // Sight is what the words depend on.
    struct Sight {
        model::Task task;
        profile::Rules rules;
        base::Time now;
        const text::Phrasebook& book;
    };
    void setState(const model::SlotState& state, const Sight& sight);
    // controls in the order of the keyboard.
    std::vector<QWidget*> controls() const { return {m_choice, m_browse, m_clear}; }

  Q_SIGNALS:
    void browse();
    // clear, leaveOut and takeAgain: the second button, which means one of them.
    void clear();
    void leaveOut();
    void takeAgain();
    // chosen: one of the candidates was picked; given: an object or a file was dropped here.
    void chosen(const QString& path);
    void given(const QString& path);

  protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    enum class Second { None, Clear, LeaveOut, TakeAgain };

    void build(const QString& name);
    void showTaken(const model::SlotState& state, const Sight& sight);
    void showChoice(const model::SlotState& state, const Sight& sight);
    void showButtons(const model::SlotState& state, const Sight& sight);
    void pressedSecond();
    QString pathIn(const QMimeData& content) const;

    const model::SourceModel& m_sources;
    widget::ToneIcon* m_icon;
    QLabel* m_title;
    QLabel* m_need;
    QLabel* m_state;
    widget::ElidedLabel* m_file;
    widget::ToneLabel* m_left;
    QComboBox* m_choice;
    QPushButton* m_browse;
    QPushButton* m_clear;
    QBoxLayout* m_buttons;
    Second m_second = Second::None;
    bool m_offered = false;
};

} // namespace certwright::wizard
