// Why: see clean_job.h.
#include "core/job/clean_job.h"

#include <algorithm>

#include "core/document/crl_file.h"
#include "core/job/known_passwords.h"
#include "core/job/open_key.h"
#include "core/plan/plan.h"

namespace certwright::job {

namespace {

using Items = std::optional<std::vector<document::Item>>;

// What verifying said of the service that matters here too: whether its files will be there tomorrow.
bool matters(const check::Finding& finding) {
    return finding.severity == check::Severity::Blocker ||
           finding.body
               .is<check::RetentionBeforeCertificate, check::TransactionUndone, check::TransactionUnproved>();
}

base::Result<Items> openItem(const document::Item& item, const std::string& path, PasswordSource& passwords,
                             secret::SecretAccess access) {
    if (const auto* key = std::get_if<document::EncryptedKey>(&item.object)) {
        auto opened = openKey(*key, path, passwords, access);
        if (!opened)
            return tl::unexpected(opened.error());
        if (!opened->key)
            return Items{};
        std::vector<document::Item> items;
        items.push_back({std::move(*opened->key), item.encoding, item.container, item.line});
        return Items(std::move(items));
    }
    const auto* container = std::get_if<document::Pkcs12>(&item.object);
    if (container == nullptr)
        return Items{};
    auto opened = openContainer(*container, path, passwords, access);
    if (!opened)
        return tl::unexpected(opened.error());
    return std::move(opened->items);
}

} // namespace

CleanJob::CleanJob(Environment environment, ServiceChoice choice, plan::CleanWish wish)
    : m_environment(std::move(environment))
    , m_choice(std::move(choice))
    , m_wish(std::move(wish)) {}

base::Result<plan::CleanUp> CleanJob::decide(const plan::Site& site, PasswordSource& passwords) {
    KnownPasswords known(passwords);
    const plan::Opener open = [&](const document::Item& item, const std::string& path, plan::Origin origin) {
        using Asking = KnownPasswords::Asking;
        known.offerKnown(origin == plan::Origin::Named ? Asking::Always : Asking::Once);
        if (m_environment.progress.cancelled())
            return base::Result<Items>(base::failure(base::ErrorCode::Cancelled));
        return openItem(item, path, known, m_environment.access);
    };
    return plan::planCleanUp(m_environment.fileSystem, site, m_wish, open, m_environment.access);
}

base::Result<plan::CleanUp> CleanJob::plan(PasswordSource& passwords) {
    m_plan.reset();
    auto opened = openService(m_environment, m_choice.service, m_choice.root, m_choice.home);
    if (!opened)
        return tl::unexpected(opened.error());
    m_service = std::move(*opened);
    plan::CleanUp cleanUp;
    cleanUp.service = m_service->profile.id;
    cleanUp.root = m_service->root;
    auto site = plan::siteOf(m_environment.fileSystem, m_service->profile, m_service->root, m_service->home,
                             cleanUp.findings);
    if (!site)
        return cleanUp;
    site->rootPolicy = m_environment.rootPolicy;
    const auto verification = verifyService(m_environment, *m_service);
    if (!verification)
        return tl::unexpected(verification.error());
    std::ranges::copy_if(verification->findings, std::back_inserter(cleanUp.findings), matters);
    if (check::blocks(cleanUp.findings))
        return cleanUp;
    auto decided = decide(*site, passwords);
    if (!decided)
        return decided;
    decided->findings.insert(decided->findings.begin(), cleanUp.findings.begin(), cleanUp.findings.end());
    check::sortWorstFirst(decided->findings);
    m_plan = *decided;
    return decided;
}

base::Status CleanJob::installedAsBefore() const {
    for (const auto& [path, hash] : m_plan->installed) {
        const auto file =
            m_environment.fileSystem.open(path, document::maximumStreamedSize, files::Links::Refuse);
        if (!file)
            return tl::unexpected(file.error());
        const auto now = plan::contentHash(**file);
        if (!now)
            return tl::unexpected(now.error());
        if (*now != hash)
            return base::failure(base::ErrorCode::FileChanged, path);
    }
    return {};
}

base::Result<std::vector<apply::WipeOutcome>> CleanJob::apply() {
    if (!m_plan || !m_plan->applicable())
        return base::failure(base::ErrorCode::PlanBlocked, m_choice.root);
    const auto lock = holdLock(m_environment, m_service->root);
    if (!lock)
        return tl::unexpected(lock.error());
    if (auto same = installedAsBefore(); !same)
        return tl::unexpected(same.error());
    std::vector<apply::WipeOrder> orders;
    for (const plan::CleanFile& file : m_plan->files)
        orders.push_back({file.path, file.sha256});
    m_plan.reset();
    auto outcomes = apply::wipeFiles(m_environment.fileSystem, orders, m_environment.progress);
    m_environment.progress.enter(base::Step::Done, 1, 1);
    return outcomes;
}

} // namespace certwright::job
