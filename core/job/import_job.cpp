// Why: see import_job.h.
#include "core/job/import_job.h"

#include <algorithm>

#include "core/job/open_service.h"
#include "core/job/service_commands.h"
#include "core/job/transaction.h"
#include "core/plan/config_text.h"
#include "core/plan/import_planner.h"
#include "core/plan/inspect.h"
#include "core/plan/material.h"
#include "core/vault/cert_import.h"

namespace certwright::job {

namespace {

// As long as a sealed passphrase is, for judging the config before there is one.
constexpr std::size_t sealedLength = 106;

base::Status judgeRequest(const Request& request, const profile::Profile& profile) {
    using base::ErrorCode;
    if (request.root.empty())
        return base::failure(ErrorCode::RootUnknown, profile.rootVariable);
    if (!profile.homeCopies.empty() && request.home.empty())
        return base::failure(ErrorCode::InvalidArgument, "home");
    return judgeSlots(profile, sourcesOf(request));
}

} // namespace

SourceChoice sourcesOf(const Request& request) {
    return {request.slots, request.paths, {request.without.begin(), request.without.end()}};
}

namespace {

// RealImporter runs the vendor's importer on a copy in one of the work folders.
class RealImporter final : public plan::VendorImporter {
  public:
    explicit RealImporter(Environment& environment)
        : m_environment(environment) {}

    base::Result<vault::CertImportRun> run(const vault::CertImportRequest& request,
                                           const secret::SecretBytes& password) override {
        return vault::runCertImport(request, password, m_environment.workFolders, m_environment.fileSystem,
                                    m_environment.progress, m_environment.access);
    }

  private:
    Environment& m_environment;
};

} // namespace

struct ImportJob::State {
    Environment environment;
    Request request;
    profile::Profile profile;
    std::optional<plan::Site> site;
    ProtectorChoice protector;
    std::optional<apply::Recovery> recovered;
    ImportSources sources;
    check::Material material;
    check::ServerPath path;
    std::optional<base::Time> retention;
    std::optional<std::string> configText;
    std::optional<check::Findings> findings;
    std::optional<plan::Plan> plan;

    ~State() { dropPlan(); }

    void dropPlan() {
        if (plan)
            plan::wipePlan(*plan);
        plan.reset();
    }

    base::Status prepare(check::Findings& found);
    void judge(check::Findings& found);
    void finish(check::Findings& found) const;
};

// prepare finds the profile and the place, and ends what was interrupted there.
base::Status ImportJob::State::prepare(check::Findings& found) {
    auto wanted = profile::findProfile(request.service, environment.ownProfiles);
    if (!wanted)
        return tl::unexpected(wanted.error());
    profile = std::move(*wanted);
    if (auto judged = judgeRequest(request, profile); !judged)
        return judged;
    const auto until = plan::retentionFor(profile, request.retentionDays, environment.now);
    if (!until)
        return tl::unexpected(until.error());
    retention = *until;
    site = plan::siteOf(environment.fileSystem, profile, request.root, request.home, found);
    if (!site)
        return {};
    site->rootPolicy = environment.rootPolicy;
    auto chosen = protectorFor(environment, profile, site->root);
    if (!chosen)
        return tl::unexpected(chosen.error());
    protector = std::move(*chosen);
    site->vendor = protector.library.get();
    found.insert(found.end(), protector.findings.begin(), protector.findings.end());
    site->block = request.block;
    auto ended = endInterrupted(environment, site->root);
    if (!ended)
        return tl::unexpected(ended.error());
    if (*ended)
        recovered = std::move(*ended);
    return {};
}

void ImportJob::State::judge(check::Findings& found) {
    const files::FileReader& reader = environment.fileSystem;
    configText = site ? plan::readConfig(reader, profile, site->root, found) : std::nullopt;
    auto host = request.host;
    if (!host && configText)
        host = plan::hostOf(profile, *configText);
    material = plan::materialOf(sources.loaded(), sources.selection(), profile, sources.key(), reader);
    auto verdict = check::check(material, plan::policyOf(profile, host), environment.judgedAt);
    path = std::move(verdict.path);
    found.insert(found.end(), verdict.findings.begin(), verdict.findings.end());
    if (site) {
        const plan::ConfigIntent intent{
            plan::brought(profile, material), std::string(sealedLength, 'x'), retention, {}, site->root};
        plan::judgeService(reader, *site, intent, configText, found);
    }
    if (retention && material.leaf)
        plan::judgeRetention(profile, *retention, material.leaf->certificate.facts.notAfter, found);
}

void ImportJob::State::finish(check::Findings& found) const {
    check::sortWorstFirst(found);
    const auto finding = recovered ? recoveryFinding(*recovered) : std::nullopt;
    if (finding)
        found.insert(found.begin(), *finding);
}

ImportJob::ImportJob(Environment environment, Request request)
    : m_state(
          new State{std::move(environment), std::move(request), {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}}) {
}

ImportJob::~ImportJob() = default;

base::Result<Checked> ImportJob::check(PasswordSource& passwords) {
    State& state = *m_state;
    state.dropPlan();
    state.findings.reset();
    check::Findings found;
    if (auto prepared = state.prepare(found); !prepared)
        return tl::unexpected(prepared.error());
    if (auto read = state.sources.read(state.environment, state.profile, sourcesOf(state.request), passwords);
        !read)
        return tl::unexpected(read.error());
    const auto own = state.sources.findings();
    found.insert(found.end(), own.begin(), own.end());
    state.environment.progress.enter(base::Step::Check, 0, 1);
    if (state.environment.progress.cancelled())
        return base::failure(base::ErrorCode::Cancelled);
    state.judge(found);
    state.finish(found);
    state.findings = found;
    return Checked{std::move(found), state.path, state.sources.selected(state.profile),
                   viewOf(state.material, state.path, state.retention)};
}

base::Result<plan::Plan> ImportJob::plan() {
    State& state = *m_state;
    state.dropPlan();
    if (!state.findings)
        return base::failure(base::ErrorCode::InvalidArgument, "plan");
    state.environment.progress.enter(base::Step::Plan, 0, 1);
    if (state.environment.progress.cancelled())
        return base::failure(base::ErrorCode::Cancelled);
    const auto* key = state.sources.openedKey(state.profile);
    const bool complete = key != nullptr && state.material.leaf && !state.material.cas.empty();
    if (!complete || !state.configText || check::blocks(*state.findings)) {
        plan::Plan blocked;
        blocked.service = state.profile.id;
        blocked.root = state.site ? state.site->root : state.request.root;
        blocked.findings = *state.findings;
        return blocked;
    }
    RealImporter importer(state.environment);
    const bool vendors = state.environment.protector == vault::Protector::CertImport;
    const plan::ImportSource source{state.material, state.path, *key, state.retention,
                                    vendors ? &importer : nullptr};
    auto made = plan::planImport(state.environment.fileSystem, *state.site, source, state.environment.random,
                                 state.environment.access, *state.findings);
    if (!made)
        return tl::unexpected(made.error());
    state.plan = std::move(*made);
    tellCommands(state.environment, state.profile, state.site->root, *state.plan);
    return plan::withoutKeyMaterial(*state.plan);
}

void ImportJob::reloadAfterwards(Reload wish) {
    m_state->environment.reload = wish;
}

void ImportJob::lookAfterwards(std::string servedAt) {
    m_state->environment.servedAt = std::move(servedAt);
}

base::Result<Outcome> ImportJob::apply() {
    State& state = *m_state;
    if (!state.plan || !state.plan->applicable())
        return base::failure(base::ErrorCode::PlanBlocked, state.request.root);
    const plan::Site& site = *state.site;
    return carryOut(state.environment, *state.plan, {&state.profile, site.root, site.home, site.vendor},
                    ProofDemand::Required);
}

} // namespace certwright::job
