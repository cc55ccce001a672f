// Why: nothing runs unseen: what Certwright will run of the service's own programs is shown word by word, and
// the running service is touched, and looked at, only where the person says so.
#pragma once

#include <QCheckBox>
#include <QLabel>
#include <QVBoxLayout>
#include <QWidget>

#include "core/job/environment.h"
#include "core/plan/plan.h"
#include "ui/wizard/seen_box.h"

namespace certwright::wizard {

// CommandBox shows what a plan runs (its CommandPlanned and CommandMissing), and offers the reload
// and the look at the server after it.
class CommandBox final : public QWidget {
    Q_OBJECT

  public:
    explicit CommandBox(QWidget* parent = nullptr);

    // setContent needs draft.plan and draft.profile; `runner` is nullptr where nothing can be run; then no
    // reload is offered.
    void setContent(const model::WizardDraft& draft, const process::Runner* runner,
                    const text::Phrasebook& book);
    // showSeen shows where draft.seenAt() is by now.
    void showSeen(const model::WizardDraft& draft, const text::Phrasebook& book);
    // anything tells whether there is something to see.
    bool anything() const { return m_anything; }
    // acceptable is false while what is offered holds something that cannot be used.
    bool acceptable() const { return !m_offered || m_seen->acceptable(); }

  Q_SIGNALS:
    void reloadChosen(certwright::job::Reload reload);
    // seenTyped: the person wrote where the server is seen.
    void seenTyped(const QString& address);

  private:
    void addSentence(const QString& sentence, const QString& next);
    void showReload(const text::Phrasebook& book);

    QVBoxLayout* m_sentences;
    QCheckBox* m_reload;
    QLabel* m_reloadText;
    SeenBox* m_seen;
    std::string m_command;
    int m_seconds = 0;
    bool m_anything = false;
    bool m_offered = false;
    const text::Phrasebook* m_book = nullptr;
};

} // namespace certwright::wizard
