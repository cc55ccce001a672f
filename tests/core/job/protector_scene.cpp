// Why: see protector_scene.h.
#include "tests/core/job/protector_scene.h"

#include "core/job/import_job.h"

namespace certwright::test {

LibraryScene::LibraryScene(test::Service service)
    : JobScene(service) {
    installLibrary();
}

std::string LibraryScene::store() {
    return folder().read(folder().profile().keyStore.primary);
}

std::string LibraryScene::standby() {
    return folder().read(folder().profile().keyStore.standby);
}

const std::string& LibraryScene::mark() {
    static const std::string text(base::textOf(vendorMark()));
    return text;
}

bool LibraryScene::install() {
    const auto outcome = run(request(goodFiles()));
    return outcome && !outcome->undone && outcome->proof.succeeded();
}

base::Result<plan::Plan> LibraryScene::plan() {
    job::ImportJob job(environment(), request(goodFiles()));
    Passwords passwords({"secret"});
    const auto checked = job.check(passwords);
    return checked ? job.plan() : base::Result<plan::Plan>(tl::unexpected(checked.error()));
}

base::Result<prove::Verification> LibraryScene::look() {
    auto world = environment();
    const auto service = open(world);
    return service ? job::verifyService(world, *service)
                   : base::Result<prove::Verification>(tl::unexpected(service.error()));
}

base::Result<secret::SecretBytes> LibraryScene::unlock() {
    auto world = environment();
    const auto service = open(world);
    return service ? job::unlockService(world, *service)
                   : base::Result<secret::SecretBytes>(tl::unexpected(service.error()));
}

base::Result<job::OpenedService> LibraryScene::open(job::Environment& world) {
    return job::openService(world, folder().id(), folder().root(), folder().home());
}

} // namespace certwright::test
