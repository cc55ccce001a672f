// Why: both editors are tried on hundreds of files that differ in all the ways that hands make files differ;
// what is common to the two generators, and how a second reader judges their results, is here.
#pragma once

#include <string>
#include <vector>

#include "core/config/text_edit.h"
#include "tests/support/seeded_random.h"

namespace certwright::test {

// GeneratedCase is a text, what is to be set in it, and the text that must come out, to the octet.
struct GeneratedCase {
    std::string before;
    std::string after;
    std::vector<config::Setting> settings;
};

// GeneratedLine is a line (without line end) as it stands before and after; an added one stands only after.
enum class Stands { InBoth, InAfterOnly };
struct GeneratedLine {
    std::string before;
    std::string after;
    Stands stands = Stands::InBoth;
};

// GeneratedEnds is how the lines of a case end.
struct GeneratedEnds {
    std::string mark;
    std::string lineEnd;
    bool finalLineEnd = true;
};

GeneratedEnds generatedEnds(SeededRandom& random);
// finishCase joins the lines into the two texts. Where the file lacks a final line end, both do.
void finishCase(GeneratedCase& out, GeneratedEnds ends, const std::vector<GeneratedLine>& lines);
// oneOf picks an element.
template <typename List> const auto& oneOf(SeededRandom& random, const List& list) {
    return list[random.number(list.size())];
}
// chance is true in `percent` of the calls.
bool chance(SeededRandom& random, unsigned percent);
// shuffle puts settings into another order.
void shuffle(SeededRandom& random, std::vector<config::Setting>& settings);

// judgeWithReader writes all cases into a temporary folder and runs the Python script `reader` once over it.
// Returns what the script found wrong; empty if it checked every case and found all well.
std::string judgeWithReader(const std::string& reader, const std::vector<GeneratedCase>& cases);

} // namespace certwright::test
