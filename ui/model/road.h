// Why: the one road of core (survey, check, plan, apply) as the wizard walks it: each stage on the worker,
// its outcome in the draft.
#pragma once

#include <memory>

#include <QObject>

#include "ui/model/host.h"
#include "ui/model/job_progress.h"
#include "ui/model/wizard_draft.h"
#include "ui/model/worker.h"

namespace certwright::model {

// Road drives the jobs of one draft. One stage at a time: a stage that is started while another runs is
// refused (returns false). Each ends with its own signal, or with failed(), draft.error being set; Cancelled
// too comes as failed(). The job that was checked is the one that is planned and applied.
class Road final : public QObject {
    Q_OBJECT

  public:
    // Starting says whether a stage was started.
    enum class Starting { Started, Busy };

    Road(Host& host, Worker& worker, WizardDraft& draft, QObject* parent = nullptr);
    // Cancels what runs; the job itself ends on the worker.
    ~Road() override;

    // survey reads what was brought into draft.survey, with draft.profile.
    Starting survey();
    // check judges into draft.checked (and draft.comparison), using draft.passwords; asks nobody.
    Starting check();
    // plan makes draft.plan; check must have been done.
    Starting plan();
    // apply changes the disk, into draft.outcome; draft.plan must be applicable. draft.reload and
    // draft.seenAt() count as they are then.
    Starting apply();
    // cancel stops the running stage where that is safe.
    void cancel();
    bool busy() const { return m_busy; }
    // forget drops the job with the opened key in it and wipes what was typed.
    void forget();

    JobProgress& progress();
    const Host& host() const { return m_host; }

  Q_SIGNALS:
    void surveyed();
    void checked();
    void planned();
    void applied();
    void failed();
    void busyChanged(bool busy);

  private:
    struct Job;

    template <typename Work, typename Keep> Starting run(Work work, Keep keep, void (Road::*done)());
    std::shared_ptr<Job> makeJob();
    void letGo();
    void end();

    Host& m_host;
    Worker& m_worker;
    WizardDraft& m_draft;
    std::shared_ptr<JobProgress> m_progress;
    std::shared_ptr<Job> m_job;
    bool m_busy = false;
};

} // namespace certwright::model
