// Why: what lies in whole folders; the answer streams, since there may be a million files.
#include <algorithm>
#include <chrono>
#include <mutex>

#include "app/cli/output.h"
#include "app/cli/service_arguments.h"
#include "app/cli/terminal.h"
#include "app/cli/verbs.h"
#include "core/check/policy.h"
#include "core/files/path.h"
#include "core/scan/scan.h"
#include "ui/text/command_text.h"
#include "ui/text/json_scan.h"
#include "ui/text/scan_page.h"
#include "ui/text/value_text.h"

namespace certwright::cli {

namespace {

// ProgressLine rewrites one line on standard error, ten times a second, if that is a terminal. Any thread.
class ProgressLine {
  public:
    explicit ProgressLine(const text::Phrasebook& book)
        : m_shown(isTerminal(Stream::Error))
        , m_words(commandText(text::CommandPhrase::ScanProgress, book)) {}

    void show(std::uint64_t files, std::uint64_t things) {
        const std::scoped_lock lock(m_mutex);
        m_files = files;
        m_things = things;
        draw({});
    }
    // show names a large file of which a part is read, behind the counts.
    void show(const std::string& path, std::uint64_t done, std::uint64_t size) {
        constexpr int longest = 32;
        const QString name = text::shown(files::fileNameOf(path));
        const QString shortened = name.size() > longest ? name.left(longest - 1) + QChar(0x2026) : name;
        const std::scoped_lock lock(m_mutex);
        draw(QStringLiteral(" - %1: %2 %")
                 .arg(shortened, QString::number(done * 100 / std::max<std::uint64_t>(size, 1))));
    }
    void clear() {
        if (m_shown && m_last != std::chrono::steady_clock::time_point())
            std::fputs("\r\x1b[K", stderr);
    }

  private:
    void draw(const QString& more) {
        const auto now = std::chrono::steady_clock::now();
        if (!m_shown || now - m_last < std::chrono::milliseconds(100))
            return;
        m_last = now;
        const QString line = m_words.arg(m_files).arg(m_things) + more;
        std::fprintf(stderr, "\r%s\x1b[K", line.toUtf8().constData());
        std::fflush(stderr);
    }

    bool m_shown;
    QString m_words;
    std::mutex m_mutex;
    std::uint64_t m_files = 0;
    std::uint64_t m_things = 0;
    std::chrono::steady_clock::time_point m_last;
};

// Watching shows how far it is and nothing else.
class Watching : public scan::Listener {
  public:
    explicit Watching(const text::Phrasebook& book)
        : m_progress(book) {}
    ~Watching() override { m_progress.clear(); }

    void found(const scan::Found&) override {}
    void unreadable(const base::Error&) override {}
    void pair(const scan::Pair&) override {}
    void duplicate(const scan::Duplicate&) override {}
    void seen(std::uint64_t files, std::uint64_t things) override { m_progress.show(files, things); }
    void reading(const std::string& path, std::uint64_t done, std::uint64_t size) override {
        m_progress.show(path, done, size);
    }

  private:
    ProgressLine m_progress;
};

// Streaming prints a line for everything, made on the thread that found it.
class Streaming final : public Watching {
  public:
    Streaming(const text::Phrasebook& book, base::Time now)
        : Watching(book)
        , m_now(now) {}

    void found(const scan::Found& thing) override { print(text::scanLine(thing, m_now)); }
    void unreadable(const base::Error& error) override { print(text::unreadableLine(error)); }
    void pair(const scan::Pair& pair) override { print(text::scanLine(pair)); }
    void duplicate(const scan::Duplicate& duplicate) override { print(text::scanLine(duplicate)); }
    void seen(std::uint64_t files, std::uint64_t things) override {
        Watching::seen(files, things);
        const std::scoped_lock lock(m_mutex);
        m_lost = std::fflush(stdout) != 0 || m_lost;
    }
    void print(std::string line) {
        line += '\n';
        const std::scoped_lock lock(m_mutex);
        m_lost = std::fwrite(line.data(), 1, line.size(), stdout) != line.size() || m_lost;
    }
    // lost tells whether a line reached nobody.
    bool lost() const { return m_lost; }

  private:
    base::Time m_now;
    std::mutex m_mutex;
    bool m_lost = false;
};

int finishStreaming(Streaming& lines, Output& output, const base::Result<scan::Tally>& tally,
                    Session& session) {
    text::Json last{{"type", "summary"}};
    last.update(output.json());
    int status = exitDone;
    if (tally) {
        status = tally->wrong() ? exitBlocked : exitDone;
        last.update(text::summaryOf(*tally));
    } else {
        status = tally.error().code == base::ErrorCode::Cancelled ? exitCancelled : exitFailed;
        last["error"] = text::jsonOf(tally.error(), session.books());
    }
    last["status"] = status;
    lines.print(last.dump(-1, ' ', false, text::Json::error_handler_t::replace));
    return (std::fflush(stdout) != 0 || lines.lost()) && status == exitDone ? exitFailed : status;
}

scan::Request requestOf(const Arguments& arguments, base::Time at) {
    const check::Policy policy;
    scan::Request request;
    request.roots = arguments.paths;
    request.now = at;
    request.warningDays = arguments.within >= 0 ? arguments.within : policy.warningDays;
    request.minimumRsaBits = policy.minimumRsaBits;
    return request;
}

} // namespace

int runScan(Session& session, const Arguments& arguments) {
    Output output(session, "scan", arguments.json ? Format::Json : Format::Text);
    const auto at = judgedAt(session, arguments);
    if (!at)
        return output.finishWithUsage(
            commandText(text::CommandPhrase::ErrorAt, session.book()).arg(text::shown(arguments.at)));
    const scan::Request request = requestOf(arguments, *at);
    const StoppableProgress progress(session.book());
    if (arguments.json) {
        Streaming lines(session.book(), *at);
        const auto tally = scan::search(request, lines, progress, session.access());
        return finishStreaming(lines, output, tally, session);
    }
    const auto tally = [&] {
        Watching watching(session.book());
        return scan::search(request, watching, progress, session.access());
    }();
    if (!tally)
        return output.finishWithError(tally.error());
    text::addScan(output.page(), *tally, session.book());
    return output.finish(tally->wrong() ? exitBlocked : exitDone);
}

} // namespace certwright::cli
