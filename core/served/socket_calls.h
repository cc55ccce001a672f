// Why: the few calls of a network that each system has in its own words. Inside this room only.
#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/served/address.h"

namespace certwright::served {

// Handle is the system's number of a socket.
using Handle = std::intptr_t;
inline constexpr Handle noHandle = -1;

// Endpoint is one address of a host: the octets of the system's own sockaddr, and how people write it.
struct Endpoint {
    std::vector<std::uint8_t> octets;
    std::string text;
};

// Lookup: Numeric reads an IP literal and never asks anybody.
enum class Lookup { Numeric, Names };
// resolveNow asks the system for a host's addresses, and may block for long. HostUnknown (detail: the
// system's word).
base::Result<std::vector<Endpoint>> resolveNow(const Address& address, Lookup lookup);

// beginConnecting makes a non-blocking socket that no child process inherits and starts to connect it.
// ConnectionFailed.
base::Result<Handle> beginConnecting(const Endpoint& endpoint);

// Flow: Done, Again (not yet), Broken.
enum class Flow { Done, Again, Broken };
// Connecting is how far that came; `detail` is the system's word for Broken.
struct Connecting {
    Flow flow = Flow::Again;
    std::string detail;
};
Connecting howConnecting(Handle handle);

// Moved octets: 0 of them, and Done, where the other side has ended.
struct Moved {
    Flow flow = Flow::Again;
    std::size_t octets = 0;
};
// receiveSome and sendSome never wait and never raise SIGPIPE.
Moved receiveSome(Handle handle, std::span<std::uint8_t> place);
Moved sendSome(Handle handle, base::ByteView content);

enum class Direction { In, Out };
// waitFor returns when the socket is ready (or broken) or the time is over.
void waitFor(Handle handle, Direction direction, std::chrono::milliseconds time);

void closeHandle(Handle handle);

} // namespace certwright::served
