// Why: nothing runs unseen: what Certwright will run of the service's own programs is shown word by word, and
// the running service is touched only where the person says so.
#pragma once

#include <QCheckBox>
#include <QLabel>
#include <QVBoxLayout>
#include <QWidget>

#include "core/job/environment.h"
#include "core/plan/plan.h"
#include "ui/text/phrasebook.h"

namespace certwright::wizard {

// CommandBox shows what a plan runs (its CommandPlanned and CommandMissing), and offers the reload.
class CommandBox final : public QWidget {
    Q_OBJECT

  public:
    explicit CommandBox(QWidget* parent = nullptr);

    // setContent: `runner` is nullptr where nothing can be run; then no reload is offered.
    void setContent(const plan::Plan& plan, const profile::Profile& profile, job::Reload reload,
                    const process::Runner* runner, const text::Phrasebook& book);
    // anything tells whether there is something to see.
    bool anything() const { return m_anything; }

  Q_SIGNALS:
    void reloadChosen(certwright::job::Reload reload);

  private:
    void addSentence(const QString& sentence, const QString& next);
    void showReload(const text::Phrasebook& book);

    QVBoxLayout* m_sentences;
    QCheckBox* m_reload;
    QLabel* m_reloadText;
    std::string m_command;
    int m_seconds = 0;
    bool m_anything = false;
    const text::Phrasebook* m_book = nullptr;
};

} // namespace certwright::wizard
