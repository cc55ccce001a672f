// Why: the preview shows what changes line by line; the shortest edit script (Myers, "An O(ND) Difference
// Algorithm", 1986) finds it in a time and memory that depend on the number of changes and not on the size of
// the file.
#include <algorithm>

#include "core/config/text_edit.h"
#include "core/config/text_lines.h"

namespace certwright::config {

namespace {

using Lines = std::vector<TextLine>;

// More changed lines than this are shown as one block: all old lines, then all new ones. 4 MiB of traces at
// most.
constexpr int maximumChanges = 1000;

// sameLine takes a last line without line end as equal to the same line with one: that an added line brings a
// line end in front is no change of the line before.
bool sameLine(const TextLine& a, const TextLine& b) {
    return a.text == b.text && (a.end == b.end || a.end.empty() || b.end.empty());
}

// Kept tells for each old line and each new line whether it is kept.
struct Kept {
    std::vector<char> before;
    std::vector<char> after;
};

std::size_t indexOf(int number) {
    return static_cast<std::size_t>(number);
}

// Script is the search over the lines between the common front and the common back.
class Script {
  public:
    Script(const Lines& before, const Lines& after, std::size_t first, std::size_t sizeBefore,
           std::size_t sizeAfter)
        : m_before(before)
        , m_after(after)
        , m_first(first)
        , m_n(static_cast<int>(sizeBefore))
        , m_m(static_cast<int>(sizeAfter)) {}

    // search finds the shortest script; false if it is longer than maximumChanges.
    bool search() {
        const int limit = std::min(m_n + m_m, maximumChanges);
        std::vector<int> reach(2 * indexOf(limit) + 3, 0);
        const auto at = [&](int k) -> int& { return reach[indexOf(k + limit + 1)]; };
        for (int d = 0; d <= limit; ++d) {
            std::vector<int> row;
            for (int k = -d; k <= d; k += 2) {
                const bool down = k == -d || (k != d && at(k - 1) < at(k + 1));
                int x = down ? at(k + 1) : at(k - 1) + 1;
                while (x < m_n && x - k < m_m && x - k >= 0 && same(x, x - k))
                    ++x;
                at(k) = x;
                row.push_back(x);
                if (x >= m_n && x - k >= m_m) {
                    m_rows.push_back(std::move(row));
                    return true;
                }
            }
            m_rows.push_back(std::move(row));
        }
        return false;
    }

    // markKept walks the found script backwards and marks the lines that stay.
    void markKept(Kept& kept) const {
        int x = m_n;
        int y = m_m;
        for (int d = static_cast<int>(m_rows.size()) - 1; d >= 0; --d) {
            const int k = x - y;
            const bool down = k == -d || (k != d && reached(d - 1, k - 1) < reached(d - 1, k + 1));
            const int from = d == 0 ? 0 : (down ? reached(d - 1, k + 1) : reached(d - 1, k - 1));
            const int start = d == 0 || down ? from : from + 1;
            for (; x > start; --x, --y) {
                kept.before[m_first + indexOf(x - 1)] = 1;
                kept.after[m_first + indexOf(y - 1)] = 1;
            }
            x = from;
            y = down ? x - (k + 1) : x - (k - 1);
        }
    }

  private:
    bool same(int x, int y) const {
        return sameLine(m_before[m_first + indexOf(x)], m_after[m_first + indexOf(y)]);
    }
    // reached returns how far diagonal k came with d changes; less than anything if it has none.
    int reached(int d, int k) const {
        if (d < 0 || k < -d || k > d)
            return -1;
        return m_rows[indexOf(d)][indexOf((k + d) / 2)];
    }

    const Lines& m_before;
    const Lines& m_after;
    std::size_t m_first;
    int m_n;
    int m_m;
    std::vector<std::vector<int>> m_rows;
};

Kept keptLines(const Lines& before, const Lines& after) {
    Kept kept{std::vector<char>(before.size(), 0), std::vector<char>(after.size(), 0)};
    const std::size_t shorter = std::min(before.size(), after.size());
    std::size_t front = 0;
    while (front < shorter && sameLine(before[front], after[front]))
        ++front;
    std::size_t back = 0;
    while (back < shorter - front &&
           sameLine(before[before.size() - 1 - back], after[after.size() - 1 - back]))
        ++back;
    const auto mark = [&](std::vector<char>& flags) {
        std::fill_n(flags.begin(), front, char{1});
        std::fill_n(flags.rbegin(), back, char{1});
    };
    mark(kept.before);
    mark(kept.after);
    Script script(before, after, front, before.size() - front - back, after.size() - front - back);
    if (script.search())
        script.markKept(kept);
    return kept;
}

std::vector<LineDifference> allLines(const Lines& before, const Lines& after, const Kept& kept) {
    std::vector<LineDifference> lines;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < before.size() || j < after.size()) {
        for (; i < before.size() && kept.before[i] == 0; ++i)
            lines.push_back({'-', i + 1, std::string(before[i].text)});
        for (; j < after.size() && kept.after[j] == 0; ++j)
            lines.push_back({'+', j + 1, std::string(after[j].text)});
        for (; i < before.size() && j < after.size() && kept.before[i] != 0 && kept.after[j] != 0; ++i, ++j)
            lines.push_back({' ', i + 1, std::string(before[i].text)});
    }
    return lines;
}

} // namespace

std::vector<LineDifference> lineDifferences(std::string_view before, std::string_view after,
                                            std::size_t context) {
    const Lines oldLines = splitLines(before);
    const Lines newLines = splitLines(after);
    std::vector<LineDifference> lines = allLines(oldLines, newLines, keptLines(oldLines, newLines));
    std::vector<char> wanted(lines.size(), 0);
    for (std::size_t i = 0, until = 0; i < lines.size(); ++i) {
        if (lines[i].kind == ' ')
            continue;
        const std::size_t from = std::max(until, i - std::min(i, context));
        until = i + std::min(context, lines.size() - 1 - i) + 1;
        std::fill(wanted.begin() + static_cast<std::ptrdiff_t>(from),
                  wanted.begin() + static_cast<std::ptrdiff_t>(until), char{1});
    }
    std::vector<LineDifference> shown;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (wanted[i] != 0)
            shown.push_back(std::move(lines[i]));
    }
    return shown;
}

} // namespace certwright::config
