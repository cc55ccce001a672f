// Why: see output.h.
#include "core/process/output.h"

#include <utility>

namespace certwright::process {

void Output::add(std::string_view printed) {
    m_kept.append(printed);
    if (m_kept.size() > 2 * m_maximum)
        m_kept.erase(0, m_kept.size() - m_maximum);
}

std::string Output::take() {
    if (m_kept.size() > m_maximum)
        m_kept.erase(0, m_kept.size() - m_maximum);
    return std::exchange(m_kept, {});
}

std::string Output::lastLine() const {
    return m_kept.substr(m_kept.find_last_of("\r\n") + 1);
}

base::Status usable(const Program& program) {
    if (program.words.empty() || program.words.front().empty())
        return base::failure(base::ErrorCode::InvalidArgument);
    for (const std::string& word : program.words)
        if (word.find('\0') != std::string::npos)
            return base::failure(base::ErrorCode::InvalidArgument, program.words.front());
    if (program.folder.find('\0') != std::string::npos)
        return base::failure(base::ErrorCode::InvalidArgument, program.words.front());
    return {};
}

} // namespace certwright::process
