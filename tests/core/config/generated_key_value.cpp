// Why: every line knows what it shall become, so that the expected text does not come from the code under
// test.
#include "tests/core/config/generated_key_value.h"

#include <array>

namespace certwright::test {

namespace {

const std::array<std::string, 6> targets{"server_crt", "server_key",    "ca_crt",
                                         "crl",        "server_key_mm", "sdp_algorithm_id"};
const std::array<std::string, 8> otherKeys{"port",      "cipher_list", "log_dir", "rotate_file_number",
                                           "max_video", "名称",        "a.b-c",   "server_crt_old"};
const std::array<std::string, 9> oldValues{"8080",
                                           "keys/old.crt",
                                           "a=b:c",
                                           "50% of #all; really",
                                           "值 与 空格",
                                           "x;y",
                                           "'q'",
                                           "\"quoted\"",
                                           "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES256-GCM-SHA384"};
const std::array<std::string, 9> newValues{"keys/server.crt", "./keys/ca.crt", "AAAAAgAAAA+/x==", "9",  "",
                                           "a=b:c",           "with space",    "值/文件.crt",     "x;y"};
const std::array<std::string, 9> comments{"# server.crt file path",
                                          "#",
                                          "; other comment",
                                          "# server_crt=keys/no.crt",
                                          "   # indented: a comment",
                                          "# 注释: 端口",
                                          "",
                                          "   ",
                                          "#server_key = old"};
const std::array<std::string, 8> delimiters{"=", "=", " = ", ":", " : ", ": ", "  =", "\t=\t"};

std::string spelled(SeededRandom& random, std::string key) {
    if (chance(random, 15))
        key[0] = key[0] >= 'a' && key[0] <= 'z' ? static_cast<char>(key[0] - 'a' + 'A') : key[0];
    return key;
}

GeneratedLine otherLine(SeededRandom& random, const std::string& indentation, const std::string& key) {
    const std::string line =
        indentation + spelled(random, key) + oneOf(random, delimiters) + oneOf(random, oldValues);
    return {line, line};
}

void addNoise(SeededRandom& random, std::vector<GeneratedLine>& lines) {
    while (chance(random, 35)) {
        const std::string comment = oneOf(random, comments);
        lines.push_back({comment, comment});
    }
}

// addTarget writes a key that will be set, empty, with another value or with the wanted one.
void addTarget(SeededRandom& random, const std::string& indentation, const std::string& key,
               const std::string& value, std::vector<GeneratedLine>& lines) {
    const std::string start = indentation + spelled(random, key) + oneOf(random, delimiters);
    const std::uint64_t kind = random.number(3);
    const std::string old = kind == 0 ? "" : kind == 1 ? value : oneOf(random, oldValues);
    const std::string trailing = !old.empty() && !value.empty() && chance(random, 20) ? "  " : "";
    lines.push_back({start + old + trailing, start + value + trailing});
}

void addOthers(SeededRandom& random, const std::string& indentation, std::vector<std::string>& keys,
               std::vector<GeneratedLine>& lines) {
    addNoise(random, lines);
    while (!keys.empty() && chance(random, 40)) {
        const std::size_t at = random.number(keys.size());
        lines.push_back(otherLine(random, indentation, keys[at]));
        keys.erase(keys.begin() + static_cast<std::ptrdiff_t>(at));
        if (chance(random, 10)) {
            const std::string continued = indentation + "    continued, no=key";
            lines.push_back({continued, continued});
        }
        addNoise(random, lines);
    }
}

} // namespace

GeneratedCase generatedKeyValue(std::uint64_t seed) {
    SeededRandom random(seed);
    GeneratedCase out;
    const GeneratedEnds ends = generatedEnds(random);
    const std::string indentation(chance(random, 15) ? random.number(4) : 0, ' ');
    std::vector<std::string> others(otherKeys.begin(), otherKeys.end());
    std::vector<GeneratedLine> lines;
    for (const std::string& target : targets) {
        if (chance(random, 25))
            continue;
        const std::string& value = oneOf(random, newValues);
        out.settings.push_back({target, value});
    }
    shuffle(random, out.settings);
    const unsigned present = static_cast<unsigned>(random.number(5)) * 25;
    std::vector<GeneratedLine> appended;
    for (const config::Setting& setting : out.settings) {
        if (present > 0)
            addOthers(random, indentation, others, lines);
        if (chance(random, present))
            addTarget(random, indentation, setting.key, setting.value, lines);
        else
            appended.push_back({"", setting.key + "=" + setting.value, Stands::InAfterOnly});
    }
    addOthers(random, indentation, others, lines);
    // Without a final line end a blank last line is none.
    if (!lines.empty() && lines.back().before.empty())
        lines.push_back({"# last", "# last"});
    lines.insert(lines.end(), appended.begin(), appended.end());
    finishCase(out, ends, lines);
    return out;
}

} // namespace certwright::test
