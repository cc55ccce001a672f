// Why: tests of the past need a service with several different transactions behind it, cheaply made.
#pragma once

#include <string>

#include "core/apply/history.h"
#include "core/job/rollback.h"
#include "tests/core/job/job_scene.h"

namespace certwright::test {

// Leaf names one of two server certificates, each with a key of its own; List whether a CRL comes with it.
enum class Leaf { First, Second };
enum class List { Without, With };

// PastScene is a JobScene that remembers nothing itself: the history is on its disk.
class PastScene : public JobScene {
  public:
    explicit PastScene(Service service)
        : JobScene(service)
        , m_second(makeLeaf("second.test", sub(), strangeKey())) {}

    // import brings one of the certificates; returns the transaction's id, empty if it failed.
    std::string import(Leaf leaf, List list);
    // adopt and rotate return the id as well.
    std::string adopt();
    std::string rotate();
    // rollbackPlan and rollback go to a state; `when` is the time by which certificates are judged.
    base::Result<plan::Plan> rollbackPlan(const job::RollbackChoice& choice);
    base::Result<job::Outcome> rollback(const job::RollbackChoice& choice, base::Time when = testNow());
    apply::History history();
    std::string stateFolder() { return plan::stateFolderOf(folder().root()); }
    // keepAll raises the limits so that nothing is wiped.
    void keepAll();

  private:
    job::ServiceChoice choice() { return {folder().id(), folder().root(), folder().home()}; }

    document::Identity m_second;
};

} // namespace certwright::test
