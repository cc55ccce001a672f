// Why: see seen_address.h.
#include "core/job/seen_address.h"

#include <algorithm>
#include <optional>
#include <sstream>
#include <vector>

#include "core/check/names/identity.h"
#include "core/served/address.h"

namespace certwright::job {

namespace {

const std::string thisComputer = "localhost";

// Listening is one listen line; `standard`: nginx takes its block for names that no block has.
struct Listening {
    served::Address address;
    bool standard = false;
    bool tls = false;
};

// listeningOf reads "443 ssl", "10.0.0.1:443 ssl", "[::]:443 ssl default_server" and "*:443"; nothing for a
// line without a port, which the rights of nginx decide on, and for one that no TLS client can call.
std::optional<Listening> listeningOf(const std::string& line) {
    std::istringstream stream(line);
    std::string where;
    stream >> where;
    Listening result;
    for (std::string word; stream >> word;) {
        if (word == "quic" || word == "proxy_protocol")
            return std::nullopt;
        result.standard = result.standard || word == "default_server" || word == "default";
        result.tls = result.tls || word == "ssl";
    }
    if (where.starts_with("*:"))
        where.erase(0, 2);
    const bool portAlone = where.find_first_not_of("0123456789") == std::string::npos;
    const auto address = served::parseAddress(portAlone ? thisComputer + ':' + where : where);
    if (!address)
        return std::nullopt;
    result.address = *address;
    if (address->host == "0.0.0.0" || address->host == "::")
        result.address.host = thisComputer;
    return result;
}

std::vector<Listening> listeningsOf(const BlockOption& block) {
    std::vector<Listening> result;
    for (const std::string& line : block.listens)
        if (const auto listening = listeningOf(line))
            result.push_back(*listening);
    return result;
}

// answersAlone tells whether whoever calls that address without a name gets this block.
bool answersAlone(const BlockOptions& options, const BlockOption& block, const Listening& own) {
    for (const BlockOption& other : options.blocks) {
        if (other.place == block.place)
            continue;
        for (const Listening& rival : listeningsOf(other)) {
            const bool elsewhere = rival.address.port != own.address.port;
            const bool behind = own.standard && rival.address.host == own.address.host;
            if (!elsewhere && !behind)
                return false;
        }
    }
    return true;
}

// nameOf is the first name that is one host's; not those with wildcards, expressions or variables, nor "_",
// which by nginx's custom stands for none.
std::string nameOf(const BlockOption& block) {
    for (const std::string& name : block.names) {
        const auto asked = check::names::askedHost(name);
        const bool host = asked && std::holds_alternative<check::names::AskedDns>(*asked);
        if (host && name.find_first_of("*~$_") == std::string::npos && name.front() != '.')
            return name;
    }
    return {};
}

} // namespace

std::string seenAddress(const BlockOptions& options, const std::string& place) {
    const BlockOption* block = options.at(place.empty() ? options.usual : place);
    if (block == nullptr || !block->tls)
        return {};
    const auto listenings = listeningsOf(*block);
    // Without any "ssl" it is the old "ssl on", which means every line.
    const bool everyLine = std::ranges::none_of(listenings, &Listening::tls);
    const auto own =
        std::ranges::find_if(listenings, [&](const Listening& it) { return it.tls || everyLine; });
    if (own == listenings.end())
        return {};
    served::Address address = own->address;
    if (!answersAlone(options, *block, *own))
        address.host = nameOf(*block);
    const std::string shown = served::shownAddress(address);
    return served::parseAddress(shown) ? shown : std::string();
}

} // namespace certwright::job
