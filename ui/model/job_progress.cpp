// Why: see job_progress.h.
#include "ui/model/job_progress.h"

namespace certwright::model {

JobProgress::JobProgress(QObject* parent, std::chrono::milliseconds patience)
    : QObject(parent) {
    m_watch.setSingleShot(true);
    m_watch.setInterval(patience);
    connect(&m_watch, &QTimer::timeout, this, [this] { Q_EMIT waiting(m_step); });
}

void JobProgress::begin() {
    m_cancelled = false;
    m_watching = true;
    m_watch.start();
}

void JobProgress::finish() {
    m_watching = false;
    m_watch.stop();
}

void JobProgress::enter(base::Step step, int done, int total) {
    QMetaObject::invokeMethod(
        this,
        [this, step, done, total] {
            m_step = step;
            if (m_watching)
                m_watch.start();
            Q_EMIT entered(step, done, total);
        },
        Qt::QueuedConnection);
}

} // namespace certwright::model
