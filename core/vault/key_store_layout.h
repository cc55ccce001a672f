// Why: where each field of a key store stands (key_store.h says what it means). Inside this room only.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/base/bytes.h"

namespace certwright::vault::layout {

constexpr std::string_view magic = "CERTWRIGHT-KS-1\n";
constexpr std::uint32_t version = 1;
constexpr std::uint32_t pbkdf2HmacSha256 = 1;

constexpr std::size_t versionAt = 16;
constexpr std::size_t derivationAt = 20;
constexpr std::size_t iterationsAt = 24;
constexpr std::size_t keyIdAt = 28;
constexpr std::size_t saltAt = 32;
constexpr std::size_t materialAt = 48;
constexpr std::size_t reservedAt = 80;
constexpr std::size_t checksumAt = 96;
constexpr std::size_t size = 128;

constexpr std::size_t keyIdSize = 4;
constexpr std::size_t saltSize = 16;
constexpr std::size_t materialSize = 32;
constexpr std::size_t reservedSize = 16;
constexpr std::size_t checksumSize = 32;

// Rounds of a new store. The material is 256 random bits: nobody can try them out, so that rounds buy no
// strength and every start of the service would pay for them. What a store says is believed within these
// bounds, so that a crafted one cannot hang its reader.
constexpr std::uint32_t newIterations = 1000;
constexpr std::uint32_t maximumIterations = 10'000'000;

// readNumber reads four octets, big-endian; `at` + 4 must lie within `store`.
constexpr std::uint32_t readNumber(base::ByteView store, std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i)
        number = (number << 8U) | store[at + i];
    return number;
}

// writeNumber is its counterpart.
constexpr void writeNumber(std::span<std::uint8_t> store, std::size_t at, std::uint32_t number) {
    for (std::size_t i = 0; i < 4; ++i)
        store[at + i] = static_cast<std::uint8_t>(number >> (24U - 8U * i));
}

} // namespace certwright::vault::layout
