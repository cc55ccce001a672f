// Why: the worker tells where it is and the window tells it to stop, across two threads.
#pragma once

#include <atomic>

#include <QObject>
#include <QTimer>

#include "core/base/progress.h"

namespace certwright::model {

// JobProgress lives on the window's thread; enter() and cancelled() are called by the worker.
class JobProgress final : public QObject, public base::Progress {
    Q_OBJECT

  public:
    // Waiting: a step that takes this long (milliseconds) is told, because randomness or a disk may block.
    static constexpr int patience = 3000;

    explicit JobProgress(QObject* parent = nullptr);

    // begin forgets an earlier cancel() and starts to watch; finish stops watching.
    void begin();
    void finish();
    // cancel makes the job stop at the next point where that is safe.
    void cancel() { m_cancelled = true; }

    void enter(base::Step step, int done, int total) override;
    bool cancelled() const override { return m_cancelled; }

  Q_SIGNALS:
    // entered: on the window's thread; `done` of `total` parts of the step are finished.
    void entered(certwright::base::Step step, int done, int total);
    // waiting: nothing was heard from `step` for `patience`.
    void waiting(certwright::base::Step step);

  private:
    std::atomic<bool> m_cancelled = false;
    base::Step m_step = base::Step::Load;
    QTimer m_watch;
};

} // namespace certwright::model
