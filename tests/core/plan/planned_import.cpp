// Why: see planned_import.h.
#include "tests/core/plan/planned_import.h"

#include <algorithm>
#include <cstdlib>

namespace certwright::test {

namespace {

void mustSucceed(const base::Status& status) {
    if (!status)
        std::abort();
}

} // namespace

PlannedImport::PlannedImport(files::FileSystem& files, base::RandomSource& random)
    : m_files(files)
    , m_random(random)
    , m_root(makeCa("Root", caKey()))
    , m_sub(makeCa("Sub", subCaKey(), &m_root))
    , m_leaf(makeLeaf("server.test", m_sub, serverKey())) {
    m_material.leaf = check::SourcedCertificate{m_leaf.certificate, "leaf"};
    m_material.cas.push_back({m_root.certificate, "root"});
    m_material.crls.push_back({makeList(m_root), "crl", document::Encoding::Pem, document::Container::None});
    m_material.key.state = check::KeyState::Opened;
    m_path = {{m_leaf.certificate, m_sub.certificate}, 0, true};
}

base::Result<plan::Plan> PlannedImport::into(const ServiceFolder& folder,
                                             const files::FileReader& reader) const {
    std::optional<base::Time> retention;
    if (folder.profile().retention)
        retention = testNow() + std::chrono::days(365);
    return plan::planImport(reader, folder.site(reader), {m_material, m_path, *serverKey(), retention},
                            m_random, secret::SecretAccess::grant(), {});
}

void PlannedImport::carryOut(const plan::Plan& plan) const {
    for (const plan::Change& change : plan.changes) {
        if (change.kind == plan::ChangeKind::MakeFolder) {
            mustSucceed(m_files.makeFolder(change.path, change.mode, std::nullopt));
        } else if (change.kind == plan::ChangeKind::SetMode) {
            mustSucceed(m_files.setMode(change.path, change.mode));
        } else {
            if (change.before)
                mustSucceed(m_files.remove(change.path));
            if (change.kind == plan::ChangeKind::WriteFile)
                mustSucceed(m_files.writeNew(change.path, change.content, change.mode, std::nullopt));
        }
    }
}

const plan::Change* changeFor(const plan::Plan& plan, const std::string& path) {
    const auto found = std::find_if(plan.changes.begin(), plan.changes.end(),
                                    [&path](const plan::Change& change) { return change.path == path; });
    return found == plan.changes.end() ? nullptr : &*found;
}

} // namespace certwright::test
