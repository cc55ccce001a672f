// Why: see planned_view.h.
#include "core/plan/planned_view.h"

#include <algorithm>

#include "core/files/path.h"

namespace certwright::plan {

using base::ErrorCode;

namespace {

base::Result<base::Bytes> gathered(const LargeContent& large, const files::FileReader& reader) {
    const auto content = large.open(reader);
    if (!content)
        return tl::unexpected(content.error());
    base::Bytes all(static_cast<std::size_t>(large.size()) + 1);
    for (std::size_t held = 0;;) {
        const auto count = (*content)->next(std::span(all).subspan(held));
        if (!count)
            return tl::unexpected(count.error());
        held += *count;
        if (*count == 0) {
            all.resize(held);
            return all;
        }
    }
}

// PlannedFile reads what will be written, from its beginning again whenever an earlier octet is asked for.
class PlannedFile final : public files::OpenFile {
  public:
    PlannedFile(const LargeContent& large, const files::FileReader& reader)
        : m_large(large)
        , m_reader(reader) {}

    std::uint64_t size() const override { return m_large.size(); }
    base::Result<std::size_t> readAt(std::uint64_t at, std::span<std::uint8_t> place) const override {
        if (!m_content || at < m_at) {
            auto content = m_large.open(m_reader);
            if (!content)
                return tl::unexpected(content.error());
            m_content = std::move(*content);
            m_at = 0;
            m_ended = false;
        }
        base::Bytes passed(at > m_at ? passedAtOnce : 0);
        while (m_at < at) {
            const auto count = take(std::span(passed).first(
                static_cast<std::size_t>(std::min<std::uint64_t>(passed.size(), at - m_at))));
            if (!count || *count == 0)
                return count;
        }
        return take(place);
    }

  private:
    static constexpr std::size_t passedAtOnce = std::size_t{64} * 1024;

    // take asks for the end once: that is where the content is held to its hash.
    base::Result<std::size_t> take(std::span<std::uint8_t> place) const {
        if (m_ended || place.empty())
            return 0;
        auto count = m_content->next(place);
        if (count) {
            m_at += *count;
            m_ended = *count == 0;
        }
        return count;
    }

    const LargeContent& m_large;
    const files::FileReader& m_reader;
    mutable std::unique_ptr<files::NewContent> m_content;
    mutable std::uint64_t m_at = 0;
    mutable bool m_ended = false;
};

} // namespace

PlannedView::PlannedView(const files::FileReader& reader, const Plan& plan)
    : m_reader(reader) {
    for (const Change& change : plan.changes)
        m_changes[change.path] = &change;
}

const Change* PlannedView::at(const std::string& path) const {
    const auto found = m_changes.find(path);
    return found == m_changes.end() ? nullptr : found->second;
}

base::Result<base::FileInfo> PlannedView::stat(const std::string& path, files::Links links) const {
    const Change* change = at(path);
    if (change == nullptr)
        return m_reader.stat(path, links);
    if (change->kind == ChangeKind::RemoveFile)
        return base::failure(ErrorCode::FileNotFound, path);
    auto info = m_reader.stat(path, links);
    if (change->kind == ChangeKind::SetMode) {
        if (info)
            info->mode = change->mode;
        return info;
    }
    base::FileInfo planned;
    const bool folder = change->kind == ChangeKind::MakeFolder;
    planned.kind = folder ? base::FileKind::Folder : base::FileKind::Regular;
    planned.size = change->size();
    planned.mode = change->mode;
    planned.owner = change->owner.value_or(m_reader.self());
    planned.device = info ? info->device : 0;
    return planned;
}

base::Result<base::Bytes> PlannedView::read(const std::string& path, std::uint64_t maximum,
                                            files::Links links) const {
    const Change* change = at(path);
    if (change == nullptr || change->kind == ChangeKind::SetMode)
        return m_reader.read(path, maximum, links);
    if (change->kind == ChangeKind::RemoveFile)
        return base::failure(ErrorCode::FileNotFound, path);
    if (change->kind == ChangeKind::MakeFolder)
        return base::failure(ErrorCode::FileNotRegular, path);
    if (change->size() > maximum)
        return base::failure(ErrorCode::FileTooLarge, path);
    return change->large ? gathered(*change->large, m_reader) : change->content;
}

base::Result<std::unique_ptr<files::OpenFile>>
PlannedView::open(const std::string& path, std::uint64_t maximum, files::Links links) const {
    const Change* change = at(path);
    if (change == nullptr || change->kind == ChangeKind::SetMode)
        return m_reader.open(path, maximum, links);
    if (change->kind != ChangeKind::WriteFile || !change->large)
        return FileReader::open(path, maximum, links);
    if (change->size() > maximum)
        return base::failure(ErrorCode::FileTooLarge, path);
    return std::make_unique<PlannedFile>(*change->large, m_reader);
}

base::Result<std::vector<std::string>> PlannedView::list(const std::string& folder) const {
    const Change* own = at(folder);
    auto names = m_reader.list(folder);
    if (own != nullptr && own->kind == ChangeKind::MakeFolder)
        names = std::vector<std::string>{};
    if (!names)
        return names;
    for (const auto& [path, change] : m_changes) {
        if (files::parentOf(path) != folder)
            continue;
        const std::string name = files::fileNameOf(path);
        std::erase(*names, name);
        if (change->kind != ChangeKind::RemoveFile)
            names->push_back(name);
    }
    std::sort(names->begin(), names->end());
    return names;
}

base::Result<std::string> PlannedView::resolve(const std::string& path) const {
    const Change* change = at(path);
    if (change == nullptr)
        return m_reader.resolve(path);
    // Plans name paths without links.
    if (change->kind == ChangeKind::RemoveFile)
        return base::failure(ErrorCode::FileNotFound, path);
    return path;
}

base::Result<std::uint64_t> PlannedView::freeSpace(const std::string& folder) const {
    return m_reader.freeSpace(folder);
}

base::Result<files::Volume> PlannedView::volume(const std::string& folder) const {
    return m_reader.volume(folder);
}

base::Result<bool> PlannedView::hasAccessList(const std::string& path) const {
    const Change* change = at(path);
    if (change == nullptr || change->kind == ChangeKind::SetMode)
        return m_reader.hasAccessList(path);
    return false;
}

} // namespace certwright::plan
