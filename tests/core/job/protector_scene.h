// Why: what a service with the vendor's key library goes through is tested from several sides, each of which
// begins with such a service.
#pragma once

#include <string>

#include "core/job/open_service.h"
#include "tests/core/job/job_scene.h"

namespace certwright::test {

// LibraryScene is a JobScene whose service has the vendor's library.
class LibraryScene : public JobScene {
  public:
    explicit LibraryScene(test::Service service = test::Service::StreamServer);

    // store and standby are the contents of the installed key stores; mark is what the vendor's begin with.
    std::string store();
    std::string standby();
    static const std::string& mark();
    // install imports good files; false unless it is proved.
    bool install();
    // plan is the plan of that import; look is what verify sees, unlock the installed passphrase.
    base::Result<plan::Plan> plan();
    base::Result<prove::Verification> look();
    base::Result<secret::SecretBytes> unlock();
    // planOf is the plan of any other job.
    template <typename Job> base::Result<plan::Plan> planOf() {
        Job job(environment(), {folder().id(), folder().root(), folder().home()});
        return job.plan();
    }

  private:
    base::Result<job::OpenedService> open(job::Environment& world);
};

} // namespace certwright::test
