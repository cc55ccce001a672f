// Why: see road.h.
#include "ui/model/road.h"

#include <utility>

#include "core/job/crl_update.h"

namespace certwright::model {

namespace {

// TypedPasswords answers with what was typed for a file, once.
class TypedPasswords final : public job::PasswordSource {
  public:
    explicit TypedPasswords(const std::map<std::string, secret::SecretBytes>& typed) {
        for (const auto& [path, password] : typed)
            m_typed.emplace(path, password.clone());
    }
    base::Result<std::optional<secret::SecretBytes>> password(const std::string& path, int attempt) override {
        const auto found = m_typed.find(path);
        if (attempt > 1 || found == m_typed.end())
            return std::optional<secret::SecretBytes>();
        return std::optional(found->second.clone());
    }
    int attempts() const override { return 1; }

  private:
    std::map<std::string, secret::SecretBytes> m_typed;
};

job::CrlUpdateRequest crlRequest(const WizardDraft& draft) {
    return {draft.slots, draft.paths, draft.allowOlderLists};
}

} // namespace

// Job holds whichever job the task wants, with what it refers to. It lives until the last stage that uses it
// ends, also where the window is gone by then.
struct Road::Job {
    std::shared_ptr<JobProgress> progress;
    TypedPasswords passwords;
    std::unique_ptr<job::ImportJob> import;
    std::unique_ptr<job::PlannedJob> planned;
    job::ReplaceJob* replace = nullptr;

    explicit Job(const WizardDraft& draft)
        : passwords(draft.passwords) {}

    struct Judged {
        job::Checked checked;
        std::optional<plan::Comparison> comparison;
        std::optional<plan::Plan> plan;
    };
    base::Result<Judged> check();
    base::Result<plan::Plan> plan() { return import ? import->plan() : planned->plan(); }
    void afterwards(const WizardDraft& draft) const;
    base::Result<job::Outcome> apply() { return import ? import->apply() : planned->apply(); }
};

void Road::Job::afterwards(const WizardDraft& draft) const {
    if (import) {
        import->reloadAfterwards(draft.reload);
        import->lookAfterwards(draft.seenAt());
        return;
    }
    planned->reloadAfterwards(draft.reload);
    planned->lookAfterwards(draft.seenAt());
}

base::Result<Road::Job::Judged> Road::Job::check() {
    Judged judged;
    if (import) {
        auto checked = import->check(passwords);
        if (!checked)
            return tl::unexpected(checked.error());
        judged.checked = std::move(*checked);
        return judged;
    }
    auto made = planned->plan();
    if (!made)
        return tl::unexpected(made.error());
    judged.checked.findings = made->findings;
    if (replace != nullptr) {
        judged.checked.selected = replace->selected();
        judged.checked.view = replace->view();
        judged.comparison = replace->comparison();
    }
    judged.plan = std::move(*made);
    return judged;
}

Road::Road(Host& host, Worker& worker, WizardDraft& draft, QObject* parent)
    : QObject(parent)
    , m_host(host)
    , m_worker(worker)
    , m_draft(draft)
    // The last to let go may be the worker; a timer must die on the thread it lives on.
    , m_progress(new JobProgress, [](JobProgress* progress) { progress->deleteLater(); }) {}

Road::~Road() {
    m_progress->cancel();
}

JobProgress& Road::progress() {
    return *m_progress;
}

void Road::cancel() {
    m_progress->cancel();
}

void Road::forget() {
    letGo();
    m_draft.passwords.clear();
}

// letGo wipes the job where it was done: what was read from an archive can be 40 MB, which takes as long as a
// window must not stand still.
void Road::letGo() {
    if (m_job)
        m_worker.start(
            this, [job = std::exchange(m_job, nullptr)]() mutable { return job = nullptr; },
            [](const std::shared_ptr<Job>&) {});
}

std::shared_ptr<Road::Job> Road::makeJob() {
    auto job = std::make_shared<Job>(m_draft);
    job->progress = m_progress;
    auto environment = environmentOf(m_host, *m_progress);
    environment.protector = m_draft.protector;
    environment.reload = m_draft.reload;
    const job::ServiceChoice choice{m_draft.service, m_draft.root, m_draft.home};
    switch (m_draft.task) {
    case Task::Import:
        job->import = std::make_unique<job::ImportJob>(std::move(environment), m_draft.request());
        break;
    case Task::Replace: {
        job::ReplaceRequest request{m_draft.request(), {m_draft.without.begin(), m_draft.without.end()}};
        auto replace =
            std::make_unique<job::ReplaceJob>(std::move(environment), std::move(request), job->passwords);
        job->replace = replace.get();
        job->planned = std::move(replace);
        break;
    }
    case Task::CrlUpdate:
        job->planned =
            std::make_unique<job::CrlUpdateJob>(std::move(environment), choice, crlRequest(m_draft));
        break;
    case Task::Rollback:
        job->planned = std::make_unique<job::RollbackJob>(std::move(environment), choice, m_draft.rollback);
        break;
    }
    return job;
}

void Road::end() {
    m_busy = false;
    m_progress->finish();
    Q_EMIT busyChanged(false);
}

template <typename Work, typename Keep> Road::Starting Road::run(Work work, Keep keep, void (Road::*done)()) {
    if (m_busy)
        return Starting::Busy;
    m_busy = true;
    m_draft.error.reset();
    m_progress->begin();
    Q_EMIT busyChanged(true);
    m_worker.start(this, std::move(work), [this, keep = std::move(keep), done](auto result) mutable {
        if (result)
            keep(std::move(*result));
        else
            m_draft.error = result.error();
        end();
        if (m_draft.error)
            Q_EMIT failed();
        else
            Q_EMIT(this->*done)();
    });
    return Starting::Started;
}

Road::Starting Road::survey() {
    const auto profile = profile::findProfile(m_draft.service, m_host.ownProfiles);
    if (profile)
        m_draft.profile = *profile;
    return run([environment = environmentOf(m_host, *m_progress), request = m_draft.request(),
                progress = m_progress]() mutable { return job::survey(environment, request); },
               [this](job::Survey survey) { m_draft.survey = std::move(survey); }, &Road::surveyed);
}

Road::Starting Road::check() {
    if (m_busy)
        return Starting::Busy;
    const auto profile = profile::findProfile(m_draft.service, m_host.ownProfiles);
    if (profile)
        m_draft.profile = *profile;
    letGo();
    m_job = makeJob();
    return run([job = m_job] { return job->check(); },
               [this](Job::Judged judged) {
                   m_draft.checked = std::move(judged.checked);
                   m_draft.comparison = std::move(judged.comparison);
                   m_draft.plan = std::move(judged.plan);
               },
               &Road::checked);
}

Road::Starting Road::plan() {
    if (m_busy)
        return Starting::Busy;
    if (!m_job)
        m_job = makeJob();
    return run([job = m_job] { return job->plan(); },
               [this](plan::Plan plan) { m_draft.plan = std::move(plan); }, &Road::planned);
}

Road::Starting Road::apply() {
    if (m_busy || !m_job)
        return Starting::Busy;
    // Chosen where the plan is shown, after the job was made.
    m_job->afterwards(m_draft);
    return run([job = m_job] { return job->apply(); },
               [this](job::Outcome outcome) { m_draft.outcome = std::move(outcome); }, &Road::applied);
}

} // namespace certwright::model
