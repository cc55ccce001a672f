// Why: see kmc_machine.h.
#include "core/vault/kmc_machine.h"

#include <algorithm>
#include <array>
#include <optional>

namespace certwright::vault {

namespace {

constexpr std::uint64_t largestFile = 256UL * 1024 * 1024;
constexpr std::size_t headSize = 4096;

struct Machine {
    std::uint32_t number;
    const char* name;
};
// System V ABI, e_machine; PE format, Machine Types.
constexpr std::array elfMachines{Machine{62, "x86-64"}, Machine{183, "aarch64"}, Machine{3, "x86"},
                                 Machine{40, "arm"},    Machine{243, "riscv64"}, Machine{258, "loongarch64"},
                                 Machine{8, "mips"},    Machine{21, "ppc64"},    Machine{22, "s390x"}};
constexpr std::array peMachines{Machine{0x8664, "x86-64"}, Machine{0xaa64, "aarch64"}, Machine{0x14c, "x86"},
                                Machine{0x1c4, "arm"}};

template <std::size_t Size>
std::string nameOf(std::uint32_t number, const std::array<Machine, Size>& machines) {
    const auto found = std::find_if(machines.begin(), machines.end(),
                                    [number](const Machine& machine) { return machine.number == number; });
    return found == machines.end() ? "machine " + std::to_string(number) : found->name;
}

enum class Order { Little, Big };

std::optional<std::uint32_t> numberAt(base::ByteView head, std::size_t at, std::size_t octets, Order order) {
    if (at > head.size() || head.size() - at < octets)
        return std::nullopt;
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < octets; ++i)
        number = (number << 8U) | head[order == Order::Big ? at + i : at + octets - 1 - i];
    return number;
}

// ELF: octet 4 is the class (1: 32 bits), octet 5 the order of octets, e_machine stands at 18.
std::optional<std::string> elfMachine(base::ByteView head) {
    if (!base::textOf(head).starts_with("\x7f"
                                        "ELF"))
        return std::nullopt;
    const auto bits = numberAt(head, 4, 1, Order::Little);
    const auto order = numberAt(head, 5, 1, Order::Little);
    const auto machine = numberAt(head, 18, 2, order == 2U ? Order::Big : Order::Little);
    if (!machine)
        return std::nullopt;
    std::string name = nameOf(*machine, elfMachines);
    if (*machine == 62 && bits == 1U)
        name = "x32";
    return name;
}

// PE: the place of its header stands at 0x3c; "PE", two zeros, Machine.
std::optional<std::string> peMachine(base::ByteView head) {
    const auto header = numberAt(head, 0x3c, 4, Order::Little);
    if (!base::textOf(head).starts_with("MZ") || !header ||
        numberAt(head, *header, 4, Order::Little) != 0x4550U)
        return std::nullopt;
    const auto machine = numberAt(head, *header + 4UL, 2, Order::Little);
    return machine ? std::optional(nameOf(*machine, peMachines)) : std::nullopt;
}

} // namespace

std::string machineOf(const files::FileReader& reader, const std::string& path) {
    const auto file = reader.open(path, largestFile, files::Links::Follow);
    if (!file)
        return "unknown";
    std::array<std::uint8_t, headSize> octets{};
    const auto count = (*file)->readAt(0, octets);
    if (!count)
        return "unknown";
    const base::ByteView head = base::ByteView(octets).first(*count);
    if (const auto machine = elfMachine(head))
        return *machine;
    return peMachine(head).value_or("unknown");
}

} // namespace certwright::vault
