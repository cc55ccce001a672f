// Why: see batch.h. Each worker takes a line, answers it, and hands out whatever is next in order; so a
// program that waits for each answer before it asks on is served at once.
#include "core/job/batch.h"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace certwright::job {

namespace {

// How far one worker may be ahead of the slowest, in lines.
constexpr std::size_t mostAhead = 256;

class Batch {
  public:
    Batch(const BatchEnds& ends, const std::function<std::string(const std::string&)>& answer,
          base::Progress& progress)
        : m_ends(ends)
        , m_answer(answer)
        , m_progress(progress) {}

    void work();
    base::Status outcome() const;

  private:
    struct Line {
        std::size_t number = 0;
        std::string text;
    };

    std::optional<Line> take();
    void give(std::size_t number, std::string answer);
    void stop(base::ErrorCode code);

    const BatchEnds& m_ends;
    const std::function<std::string(const std::string&)>& m_answer;
    base::Progress& m_progress;

    std::mutex m_input;
    std::size_t m_taken = 0;
    bool m_ended = false;

    std::mutex m_output;
    std::condition_variable m_given;
    std::map<std::size_t, std::string> m_waiting;
    std::size_t m_next = 0;
    std::optional<base::ErrorCode> m_stopped;
};

std::optional<Batch::Line> Batch::take() {
    const std::lock_guard input(m_input);
    {
        std::unique_lock output(m_output);
        m_given.wait(output, [this] { return m_stopped || m_taken < m_next + mostAhead; });
        if (m_stopped)
            return std::nullopt;
    }
    if (m_ended)
        return std::nullopt;
    if (m_progress.cancelled()) {
        stop(base::ErrorCode::Cancelled);
        return std::nullopt;
    }
    auto text = m_ends.next();
    m_ended = !text;
    if (!text)
        return std::nullopt;
    return Line{m_taken++, std::move(*text)};
}

void Batch::give(std::size_t number, std::string answer) {
    const std::lock_guard output(m_output);
    m_waiting.emplace(number, std::move(answer));
    for (auto first = m_waiting.begin(); !m_stopped && first != m_waiting.end() && first->first == m_next;
         first = m_waiting.begin()) {
        if (!m_ends.give(first->second))
            m_stopped = base::ErrorCode::InputOutput;
        m_waiting.erase(first);
        ++m_next;
    }
    m_given.notify_all();
}

void Batch::stop(base::ErrorCode code) {
    const std::lock_guard output(m_output);
    m_stopped = m_stopped.value_or(code);
    m_given.notify_all();
}

void Batch::work() {
    while (auto line = take())
        give(line->number, m_answer(line->text));
}

base::Status Batch::outcome() const {
    if (m_stopped)
        return base::failure(*m_stopped);
    return {};
}

} // namespace

base::Status runBatch(const BatchEnds& ends, const std::function<std::string(const std::string&)>& answer,
                      base::Progress& progress, unsigned threads) {
    const unsigned count = threads > 0 ? threads : std::max(1U, std::thread::hardware_concurrency());
    Batch batch(ends, answer, progress);
    {
        std::vector<std::jthread> helpers;
        for (unsigned extra = 1; extra < count; ++extra)
            helpers.emplace_back([&batch] { batch.work(); });
        batch.work();
    }
    return batch.outcome();
}

} // namespace certwright::job
