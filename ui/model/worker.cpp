// Why: see worker.h.
#include "ui/model/worker.h"

namespace certwright::model {

Worker::Worker(QObject* parent)
    : QObject(parent) {}

Worker::~Worker() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_jobs.clear();
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void Worker::push(Job job) {
    ++m_pending;
    if (!m_thread.joinable())
        m_thread = std::thread([this] { loop(); });
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_changed.notify_one();
}

void Worker::loop() {
    for (;;) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_stopping || !m_jobs.empty(); });
            if (m_stopping)
                return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        job.work();
        job.work = nullptr;
        QMetaObject::invokeMethod(
            this,
            [this, done = std::move(job.done)]() mutable {
                done();
                if (--m_pending == 0)
                    Q_EMIT idle();
            },
            Qt::QueuedConnection);
    }
}

} // namespace certwright::model
