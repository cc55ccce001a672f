// Why: see fetch.h.
#include "core/served/fetch.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/check/names/identity.h"
#include "core/served/tls_client.h"

namespace certwright::served {

namespace {

using base::ErrorCode;

// The versions by their numbers in the protocol.
struct NamedVersion {
    Version number;
    const char* name;
};
constexpr std::array versions{NamedVersion{0x0301, "TLSv1.0"}, NamedVersion{0x0302, "TLSv1.1"},
                              NamedVersion{0x0303, "TLSv1.2"}, NamedVersion{0x0304, "TLSv1.3"}};

// An address is no server name (RFC 6066 section 3).
std::string sniOf(const std::string& name) {
    const auto asked = check::names::askedHost(name);
    if (asked && std::holds_alternative<check::names::AskedAddress>(*asked))
        return {};
    return asked ? std::get<check::names::AskedDns>(*asked).name : name;
}

// Caller connects to the server as often as needed, always to the address that answered first.
class Caller {
  public:
    Caller(const Order& order, const base::Progress& progress, secret::SecretAccess access)
        : m_order(order)
        , m_progress(progress)
        , m_access(access)
        , m_name(order.name.empty() ? order.address.host : order.name) {}

    // meet makes one connection and shakes hands; errors have the address as their subject.
    base::Result<Meeting> meet(Wish wish);
    const std::string& name() const { return m_name; }
    const std::string& endpoint() const { return m_endpoint->text; }

  private:
    base::Result<Socket> open(const Patience& patience);
    base::Status askForTls(const Socket& socket, const Patience& patience) const;
    tl::unexpected<base::Error> failure(base::Error error) const;

    const Order& m_order;
    const base::Progress& m_progress;
    secret::SecretAccess m_access;
    std::string m_name;
    std::optional<Endpoint> m_endpoint;
};

tl::unexpected<base::Error> Caller::failure(base::Error error) const {
    if (error.code != ErrorCode::HostUnknown)
        error.subject = shownAddress(m_order.address);
    return tl::unexpected(std::move(error));
}

// All addresses of a name are tried; each gets its share of the time, so that one that swallows everything
// does not keep the next from answering.
base::Result<Socket> Caller::open(const Patience& patience) {
    if (m_endpoint)
        return Socket::connect(*m_endpoint, patience);
    const auto endpoints = lookUp(m_order.address, patience);
    if (!endpoints)
        return tl::unexpected(endpoints.error());
    base::Error last{ErrorCode::HostUnknown, m_order.address.host, {}};
    for (std::size_t i = 0; i < endpoints->size(); ++i) {
        const auto share = patience.left() / static_cast<int>(endpoints->size() - i);
        auto socket = Socket::connect((*endpoints)[i], patience.within(share));
        if (socket) {
            m_endpoint = (*endpoints)[i];
            return socket;
        }
        last = socket.error();
        if (last.code == ErrorCode::Cancelled)
            break;
    }
    return tl::unexpected(last);
}

// SSLRequest is length and code, "S" the answer that TLS may begin (PostgreSQL, Frontend/Backend Protocol).
// Just that octet is read: what came with it in clear would be taken for the server's own.
base::Status Caller::askForTls(const Socket& socket, const Patience& patience) const {
    if (m_order.opening == Opening::Tls)
        return {};
    static constexpr std::array<std::uint8_t, 8> request{0, 0, 0, 8, 4, 210, 22, 47};
    if (auto sent = socket.send(request, patience); !sent)
        return sent;
    std::array<std::uint8_t, 1> answer{};
    const auto octets = socket.receive(answer, patience);
    if (!octets)
        return tl::unexpected(octets.error());
    if (*octets == 1 && answer.front() == 'S')
        return {};
    const bool declined = *octets == 1 && answer.front() == 'N';
    return base::failure(ErrorCode::TlsFailed, {},
                         declined ? "PostgreSQL declines TLS" : "answers otherwise than PostgreSQL");
}

base::Result<Meeting> Caller::meet(Wish wish) {
    const Patience patience(m_order.limit, m_progress);
    auto socket = open(patience);
    if (!socket)
        return failure(socket.error());
    if (auto begun = askForTls(*socket, patience); !begun)
        return failure(begun.error());
    wish.sni = sniOf(m_name);
    auto meeting = meetServer(*socket, wish, patience, m_access);
    if (!meeting)
        return failure(meeting.error());
    return meeting;
}

// What a server does before it knows a client's certificate tells nothing in a protocol that judges it later.
ClientDemand seenDemand(const Order& order, ClientDemand demand) {
    const bool later = order.opening == Opening::Postgres && demand == ClientDemand::LetIn;
    return later ? ClientDemand::Unclear : demand;
}

// PostgreSQL may refuse whoever offers HTTP.
Probe probeFor(const Order& order) {
    return order.opening == Opening::Tls ? Probe::Http : Probe::None;
}

// askAsBrowser looks again where a client without a certificate seemed to be let in. Cancelled.
base::Status askAsBrowser(Caller& caller, Served& served) {
    auto meeting = caller.meet({.sni = {}, .probe = Probe::Http});
    if (!meeting && meeting.error().code == ErrorCode::Cancelled)
        return tl::unexpected(meeting.error());
    if (meeting)
        served.demand = meeting->demand;
    return {};
}

void take(Served& served, Meeting meeting, const Order& order) {
    served.chain = std::move(meeting.chain);
    served.protocol = std::move(meeting.protocol);
    served.cipher = std::move(meeting.cipher);
    served.cipherKind = meeting.cipherKind;
    served.staple = std::move(meeting.staple);
    served.demand = seenDemand(order, meeting.demand);
}

// probeVersions asks for each version by itself, but the one that is known; a server without an answer to one
// has none to the others either. Returns what the newest accepted one showed. Cancelled.
base::Result<std::optional<Meeting>> probeVersions(Caller& caller, Served& served) {
    std::optional<Meeting> newest;
    bool silent = false;
    for (const NamedVersion& version : versions) {
        VersionAnswer answer{version.name, Answer::Unknown};
        if (version.name == served.protocol) {
            answer.answer = Answer::Accepted;
        } else if (!silent) {
            auto meeting = caller.meet({{}, version.number, Strength::Lowest});
            if (!meeting && meeting.error().code == ErrorCode::Cancelled)
                return tl::unexpected(meeting.error());
            const bool refused = !meeting && meeting.error().code == ErrorCode::TlsFailed;
            silent = !meeting && !refused;
            if (meeting)
                newest = std::move(*meeting);
            if (!silent)
                answer.answer = refused ? Answer::Refused : Answer::Accepted;
        }
        served.versions.push_back(answer);
    }
    return newest;
}

} // namespace

base::Result<Served> fetchServed(const Order& order, const base::Progress& progress,
                                 secret::SecretAccess access) {
    Caller caller(order, progress, access);
    Served served;
    auto today = caller.meet({});
    if (!today && today.error().code != ErrorCode::TlsFailed)
        return tl::unexpected(today.error());
    if (today)
        take(served, std::move(*today), order);
    const bool seemsOpen = served.demand == ClientDemand::LetIn || served.demand == ClientDemand::Unclear;
    if (seemsOpen && probeFor(order) == Probe::Http)
        if (auto asked = askAsBrowser(caller, served); !asked)
            return tl::unexpected(asked.error());
    auto newest = probeVersions(caller, served);
    if (!newest)
        return tl::unexpected(newest.error());
    if (!today && !*newest)
        return tl::unexpected(today.error());
    if (!today)
        take(served, std::move(**newest), order);
    served.endpoint = caller.endpoint();
    served.name = caller.name();
    if (order.own != nullptr) {
        const auto meeting = caller.meet({.sni = {}, .own = order.own, .probe = probeFor(order)});
        if (!meeting)
            return tl::unexpected(meeting.error());
        served.ownAnswer = meeting->demand == ClientDemand::Refused || !meeting->finished ? Answer::Refused
                                                                                          : Answer::Accepted;
    }
    return served;
}

} // namespace certwright::served
