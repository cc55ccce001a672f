// Why: see installed_history.h.
#include "core/job/installed_history.h"

#include <algorithm>

#include "core/apply/history.h"
#include "core/document/parse.h"
#include "core/plan/plan.h"

namespace certwright::job {

namespace {

class Collector {
  public:
    Collector(Environment& environment, const OpenedService& service)
        : m_environment(environment)
        , m_state(plan::stateFolderOf(service.root)) {}

    void look(const apply::Entry& entry, const std::string& slot, const std::string& path);
    const std::string& stateFolder() const { return m_state; }
    std::set<std::string> take() { return std::move(m_found); }

  private:
    void add(base::Result<base::Bytes> content);

    Environment& m_environment;
    std::string m_state;
    std::set<std::string> m_seen;
    std::set<std::string> m_found;
};

void Collector::add(base::Result<base::Bytes> content) {
    if (!content)
        return;
    const document::ParsedFile parsed = document::parse(*content, m_environment.access);
    base::wipe(*content);
    for (const document::Item& item : parsed.items)
        if (const auto* certificate = std::get_if<document::Certificate>(&item.object)) {
            m_found.insert(base::toHex(certificate->facts.fingerprint));
            return;
        }
}

void Collector::look(const apply::Entry& entry, const std::string& slot, const std::string& path) {
    std::set<std::string> paths{path};
    for (const apply::KeptChange& change : entry.changes) {
        if (change.purpose != plan::Purpose::SlotFile || change.slot != slot)
            continue;
        paths.insert(change.path);
        const bool stored = change.before && !change.backup.empty();
        if (stored && m_seen.insert(change.before->sha256).second)
            add(apply::previousContent(m_environment.fileSystem, m_state, entry, change));
    }
    for (const apply::StateFile& file : entry.state) {
        const bool stored = file.present && file.kind == plan::KeptKind::File &&
                            file.keeping == plan::Keeping::Stored && paths.contains(file.path);
        if (stored && m_seen.insert(file.sha256).second)
            add(apply::stateContent(m_environment.fileSystem, m_state, entry, file));
    }
}

} // namespace

std::set<std::string> earlierCertificates(Environment& environment, const OpenedService& service,
                                          const std::string& slot, const std::string& path) {
    Collector collector(environment, service);
    const auto history = apply::historyOf(environment.fileSystem, collector.stateFolder());
    if (!history)
        return {};
    for (const apply::Entry& entry : history->entries)
        collector.look(entry, slot, path);
    return collector.take();
}

} // namespace certwright::job
