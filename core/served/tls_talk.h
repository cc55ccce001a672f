// Why: TLS goes through memory here and not through OpenSSL's own socket calls: so that every octet is
// counted, every wait has its limit, what is no TLS at all can be told by its first octets, and a peer that
// is gone raises no SIGPIPE. Inside this room only.
#pragma once

#include <string>

#include "core/ossl/owned.h"
#include "core/served/socket.h"

namespace certwright::served {

// TalkEnd is how one step of the conversation ended: Done, Refused (an alert, or what is no TLS), Closed by
// the other side.
enum class TalkEnd { Done, Refused, Closed };
struct Step {
    TalkEnd end = TalkEnd::Done;
    // OpenSSL's word, or what the first octets look like; for "details".
    std::string detail = {};
    // Octets of the application, of read().
    std::size_t octets = 0;
};

// Talk is one TLS connection as a client; the socket must outlive it. Its steps fail with TimedOut, Cancelled
// and, once the server has sent more than any handshake needs, TlsFailed.
class Talk {
  public:
    Talk(ossl::Owned<ssl_st> connection, Socket& socket);

    // works tells whether it could be set up.
    bool works() const { return m_connection && m_in != nullptr && m_out != nullptr; }
    ssl_st* connection() const { return m_connection.get(); }

    base::Result<Step> shakeHands(const Patience& patience);
    // read reads up to `place`'s size of the application's octets; what else arrives is dealt with on the way
    // and asked for with `enough`, which ends it early as Done with 0 octets.
    base::Result<Step> read(std::span<std::uint8_t> place, const bool& enough, const Patience& patience);
    base::Result<Step> write(base::ByteView content, const Patience& patience);

  private:
    template <typename Call>
    base::Result<Step> step(const Call& call, const bool& enough, const Patience& patience);
    base::Status flush(const Patience& patience);
    base::Result<std::size_t> feed(const Patience& patience);
    std::string firstWords() const;

    ossl::Owned<ssl_st> m_connection;
    bio_st* m_in = nullptr;
    bio_st* m_out = nullptr;
    Socket& m_socket;
    std::size_t m_received = 0;
    std::string m_first;
};

} // namespace certwright::served
