# Writes OUTPUT, a C++ file that holds the octets of the files named in PROFILES (in that order) behind
# core/profile/shipped.h. Octets, not string literals: those have length limits and care about encodings.
set(arrays "")
set(entries "")
set(number 0)
foreach(path IN LISTS PROFILES)
    get_filename_component(name "${path}" NAME)
    file(READ "${path}" octets HEX)
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," octets "${octets}")
    string(APPEND arrays "constexpr std::uint8_t text${number}[] = {${octets}};\n")
    string(APPEND entries "    {\"${name}\", text${number}},\n")
    math(EXPR number "${number} + 1")
endforeach()

file(WRITE "${OUTPUT}"
"// Why: generated from resources/profiles by packaging/cmake/EmbedProfiles.cmake.
#include \"core/profile/shipped.h\"

namespace certwright::profile {

namespace {

${arrays}
constexpr ShippedText texts[] = {
${entries}};

} // namespace

std::span<const ShippedText> shippedTexts() { return texts; }

} // namespace certwright::profile
")
