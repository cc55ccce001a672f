// Why: the window never freezes (DESIGN promise 7): jobs run one after another on one other thread, and what
// they return comes back to the window's thread.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>

#include <QObject>
#include <QPointer>

namespace certwright::model {

// Worker runs jobs in the order in which they were started. Its destructor lets the running one end; whoever
// owns jobs that take long cancels them first (JobProgress::cancel). The thread starts with the first job.
class Worker final : public QObject {
    Q_OBJECT

  public:
    explicit Worker(QObject* parent = nullptr);
    ~Worker() override;

    // start runs `work()` on the worker's thread, then `done(result)` on this object's thread, unless `owner`
    // died meanwhile: what `work` uses must live on its own (shared pointers) or outlive the worker. The
    // result may be move-only.
    template <typename Work, typename Done> void start(QObject* owner, Work work, Done done) {
        using Result = std::invoke_result_t<Work>;
        auto result = std::make_shared<std::optional<Result>>();
        auto shared = std::make_shared<Work>(std::move(work));
        push({[result, shared] { result->emplace((*shared)()); },
              [result, guard = QPointer<QObject>(owner), done = std::move(done)]() mutable {
                  if (guard)
                      done(std::move(**result));
              }});
    }

    // busy tells whether a job is running or waiting; idle() is emitted when that ends.
    bool busy() const { return m_pending > 0; }

  Q_SIGNALS:
    void idle();

  private:
    struct Job {
        std::function<void()> work;
        std::function<void()> done;
    };

    void push(Job job);
    void loop();

    int m_pending = 0;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Job> m_jobs;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace certwright::model
