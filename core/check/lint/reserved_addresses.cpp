// Why: the special-purpose address blocks as a table.
#include "core/check/lint/reserved_addresses.h"

#include <algorithm>
#include <array>

namespace certwright::check {

namespace {

struct Block {
    std::array<std::uint8_t, 4> front;
    unsigned bits;
};

constexpr std::array blocks4{
    Block{{0}, 8},         Block{{10}, 8},       Block{{100, 64}, 10},      Block{{127}, 8},
    Block{{169, 254}, 16}, Block{{172, 16}, 12}, Block{{192, 0, 0}, 24},    Block{{192, 0, 2}, 24},
    Block{{192, 168}, 16}, Block{{198, 18}, 15}, Block{{198, 51, 100}, 24}, Block{{203, 0, 113}, 24},
    Block{{224}, 3}, // multicast and future use
};

// Within 2000::/3, which alone is given out at all (RFC 4291 section 2.4).
constexpr std::array blocks6{
    Block{{0x20, 0x01, 0x00, 0x00}, 23}, // IETF protocol assignments
    Block{{0x20, 0x01, 0x0D, 0xB8}, 32}, // documentation
    Block{{0x20, 0x02}, 16},             // 6to4
    Block{{0x3F, 0xFF, 0x00}, 20},       // documentation (RFC 9637)
};

std::uint32_t frontOf(base::ByteView octets) {
    return (std::uint32_t{octets[0]} << 24U) | (std::uint32_t{octets[1]} << 16U) |
           (std::uint32_t{octets[2]} << 8U) | octets[3];
}

bool within(base::ByteView address, const Block& block) {
    return ((frontOf(address) ^ frontOf(block.front)) >> (32U - block.bits)) == 0;
}

} // namespace

bool isReservedAddress(base::ByteView address) {
    const auto holds = [address](const Block& block) { return within(address, block); };
    if (address.size() == 4)
        return std::ranges::any_of(blocks4, holds);
    return address.size() == 16 && ((address[0] & 0xE0U) != 0x20 || std::ranges::any_of(blocks6, holds));
}

} // namespace certwright::check
