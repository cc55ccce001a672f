// Why: the worker tells where it is and the window tells it to stop, across two threads.
#pragma once

#include <atomic>
#include <chrono>

#include <QObject>
#include <QTimer>

#include "core/base/progress.h"

namespace certwright::model {

// JobProgress lives on the window's thread; enter() and cancelled() are called by the worker.
class JobProgress final : public QObject, public base::Progress {
    Q_OBJECT

  public:
    // A step that takes as long as `patience` is told, because randomness or a disk may block.
    explicit JobProgress(QObject* parent = nullptr,
                         std::chrono::milliseconds patience = std::chrono::seconds(3));

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
    // waiting: nothing was heard from `step` for as long as the patience lasts.
    void waiting(certwright::base::Step step);

  private:
    std::atomic<bool> m_cancelled = false;
    base::Step m_step = base::Step::Load;
    bool m_watching = false;
    QTimer m_watch;
};

} // namespace certwright::model
