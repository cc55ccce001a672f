// Why: see clean_walk.h.
#include "core/plan/clean_walk.h"

#include "core/files/path.h"
#include "core/plan/load.h"

namespace certwright::plan {

namespace {

class Walker {
  public:
    Walker(const files::FileReader& reader, Hidden hidden, int maximumDepth, check::Findings& findings)
        : m_reader(reader)
        , m_hidden(hidden)
        , m_maximumDepth(maximumDepth)
        , m_findings(findings) {}

    void walk(const std::string& folder, int depth) {
        const auto names = m_reader.list(folder);
        if (!names) {
            tell(folder, names.error());
            return;
        }
        for (const std::string& name : *names)
            if (name != stateName && (m_hidden == Hidden::Included || !name.starts_with('.')))
                look(files::join(folder, name), depth);
    }

    std::vector<WalkedFile> take() { return std::move(m_files); }

  private:
    void look(const std::string& path, int depth) {
        const auto info = m_reader.stat(path, files::Links::Refuse);
        if (!info) {
            tell(path, info.error());
        } else if (info->kind == base::FileKind::Folder) {
            if (depth < m_maximumDepth)
                walk(path, depth + 1);
            else
                endOnce(m_tooDeep, path, static_cast<std::size_t>(m_maximumDepth));
        } else if (info->kind != base::FileKind::Other) {
            if (m_files.size() < maximumFoundFiles)
                m_files.push_back({path, *info});
            else
                endOnce(m_tooMany, path, maximumFoundFiles);
        }
    }

    // A search that ended early must not look like one that found nothing.
    void endOnce(bool& told, const std::string& path, std::size_t limit) {
        if (!told)
            tell(path, {base::ErrorCode::FileTooLarge, path, std::to_string(limit)});
        told = true;
    }

    void tell(const std::string& path, const base::Error& error) {
        m_findings.push_back(
            {check::Severity::Warning, path,
             check::FileUnreadable{path, std::string(base::errorCodeName(error.code)), error.detail}});
    }

    const files::FileReader& m_reader;
    Hidden m_hidden;
    int m_maximumDepth;
    check::Findings& m_findings;
    std::vector<WalkedFile> m_files;
    bool m_tooDeep = false;
    bool m_tooMany = false;
};

} // namespace

std::vector<WalkedFile> walkFolder(const files::FileReader& reader, const std::string& folder, Hidden hidden,
                                   int depth, check::Findings& findings) {
    Walker walker(reader, hidden, depth, findings);
    walker.walk(folder, 1);
    return walker.take();
}

bool leadsThroughLink(const files::FileReader& reader, const std::string& path) {
    for (std::size_t end = 0; end != std::string::npos;) {
        end = path.find('/', end + 1);
        const auto info = reader.stat(path.substr(0, end), files::Links::Refuse);
        if (info && info->kind == base::FileKind::Symlink)
            return true;
    }
    return false;
}

bool isState(const std::string& path) {
    for (std::size_t start = 0; start < path.size();) {
        const std::size_t end = std::min(path.find('/', start), path.size());
        if (std::string_view(path).substr(start, end - start) == stateName)
            return true;
        start = end + 1;
    }
    return false;
}

} // namespace certwright::plan
