// Why: see moved_service.h.
#include "core/job/moved_service.h"

#include <algorithm>
#include <set>

#include "core/apply/history.h"
#include "core/files/path.h"
#include "core/plan/plan.h"

namespace certwright::job {

namespace {

using base::ErrorCode;
using base::FileKind;

constexpr std::size_t mostFolders = 2000;
constexpr std::size_t mostNames = 50000;
constexpr int levelsAbove = 3;
constexpr int levelsBelow = 3; // the siblings themselves, and two levels into each

class Search {
  public:
    Search(const files::FileReader& reader, const std::string& identity)
        : m_reader(reader)
        , m_identity(identity) {}

    // below looks at the folders below `top`, level by level.
    void below(const std::string& top) {
        std::vector<std::string> level{top};
        for (int depth = 0; depth < levelsBelow; ++depth) {
            std::vector<std::string> next;
            for (const std::string& folder : level)
                enter(folder, next);
            level = std::move(next);
        }
    }

    std::vector<std::string> take() { return std::move(m_found); }

  private:
    void enter(const std::string& folder, std::vector<std::string>& next) {
        const auto own = m_reader.stat(folder, files::Links::Refuse);
        const auto names = m_reader.list(folder);
        if (!own || !names)
            return;
        for (const std::string& name : *names) {
            const std::string path = files::join(folder, name);
            if (m_seen.size() >= mostFolders || ++m_names > mostNames)
                return;
            if (name == ".certwright")
                continue;
            const auto info = m_reader.stat(path, files::Links::Refuse);
            if (!info || info->kind != FileKind::Folder)
                continue;
            if (info->device != own->device && !isOrdinary(path))
                continue;
            next.push_back(path);
            look(path);
        }
    }

    void look(const std::string& folder) {
        if (m_seen.insert(folder).second &&
            apply::identityOf(m_reader, plan::stateFolderOf(folder)) == m_identity)
            m_found.push_back(folder);
    }

    // Network drives may hang, and what is none of the usual file systems (/proc) holds no services.
    bool isOrdinary(const std::string& folder) const {
        const auto volume = m_reader.volume(folder);
        return volume && volume->reach == files::Reach::Local && volume->kind != "unknown";
    }

    const files::FileReader& m_reader;
    const std::string& m_identity;
    std::set<std::string> m_seen;
    std::size_t m_names = 0;
    std::vector<std::string> m_found;
};

} // namespace

Whereabouts whereabouts(const files::FileReader& reader, const std::string& root,
                        const std::string& identity) {
    const auto info = reader.stat(root, files::Links::Refuse);
    if (!info) {
        const ErrorCode code = info.error().code;
        const bool hidden = code == ErrorCode::FileAccessDenied || code == ErrorCode::InputOutput;
        return hidden ? Whereabouts::Unknown : Whereabouts::Gone;
    }
    if (info->kind != FileKind::Folder)
        return Whereabouts::Gone;
    const std::string state = plan::stateFolderOf(root);
    if (identity.empty() || apply::identityOf(reader, state) == identity)
        return Whereabouts::There;
    const auto names = reader.list(state);
    const bool hidden = !names && names.error().code != ErrorCode::FileNotFound;
    return hidden ? Whereabouts::Unknown : Whereabouts::Gone;
}

std::vector<std::string> findByIdentity(const files::FileReader& reader, const std::string& root,
                                        const std::string& identity) {
    Search search(reader, identity);
    std::string top = root;
    for (int level = 0; level < levelsAbove && !identity.empty(); ++level) {
        const std::string parent = files::parentOf(top);
        if (parent == top)
            break;
        search.below(parent);
        top = parent;
    }
    return search.take();
}

} // namespace certwright::job
