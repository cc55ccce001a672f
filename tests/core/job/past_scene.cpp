// Why: see past_scene.h.
#include "tests/core/job/past_scene.h"

#include <cstdlib>

#include "core/job/adopt.h"
#include "core/job/rotate.h"
#include "core/job/transaction.h"

namespace certwright::test {

namespace {

std::string idOf(const base::Result<job::Outcome>& outcome) {
    return outcome && !outcome->undone ? outcome->receipt.id : std::string{};
}

std::string carried(job::PlannedJob& job) {
    const auto plan = job.plan();
    return plan ? idOf(job.apply()) : std::string{};
}

} // namespace

std::string PastScene::import(Leaf leaf, List list) {
    auto files = goodFiles();
    if (leaf == Leaf::Second) {
        files["cert"] = folder().brought("second.crt", pemOf(m_second) + pemOf(sub()));
        files["key"] = folder().brought("second.key", encryptedPem(*strangeKey(), "secret"));
    }
    if (list == List::Without)
        files.erase("crl");
    return idOf(run(request(files)));
}

std::string PastScene::adopt() {
    job::AdoptJob job(environment(), choice());
    return carried(job);
}

std::string PastScene::rotate() {
    job::RotateJob job(environment(), choice());
    return carried(job);
}

base::Result<plan::Plan> PastScene::rollbackPlan(const job::RollbackChoice& wanted) {
    job::RollbackJob job(environment(), choice(), wanted);
    return job.plan();
}

base::Result<job::Outcome> PastScene::rollback(const job::RollbackChoice& wanted, base::Time when) {
    job::Environment world = environment();
    world.judgedAt = when;
    job::RollbackJob job(std::move(world), choice(), wanted);
    if (const auto plan = job.plan(); !plan)
        return tl::unexpected(plan.error());
    return job.apply();
}

apply::History PastScene::history() {
    auto history = apply::historyOf(files(), stateFolder());
    if (!history)
        std::abort();
    return std::move(*history);
}

void PastScene::keepAll() {
    auto world = environment();
    const auto lock = job::holdLock(world, folder().root());
    if (!lock || !apply::writeLimits(files(), stateFolder(), {1000, 1000}))
        std::abort();
}

} // namespace certwright::test
