// Why: the helper process that loads the vendor's library is told what to do, and answers, through one
// connection that nobody else has. Both ends are compiled from this file; it needs no OpenSSL, so that the
// helper has none beside the library's own.
//
// A message is: length of what follows (4 octets, big-endian, 1 to maximumMessage), type (1 octet), fields. A
// field is a number (4 octets, big-endian) or octets (length as a number, then they).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "core/secret/secret_bytes.h"

namespace certwright::vault::kmc {

constexpr std::size_t lengthSize = 4;
constexpr std::size_t maximumMessage = 32768;
// The connection's descriptor in the helper on POSIX; on Windows two handles are its arguments.
constexpr int connectionNumber = 3;
// A sealed text's most octets (SERVICES.md section 1), and a secret's.
constexpr std::size_t maximumText = 400;
constexpr std::size_t maximumSecret = 4096;

// Seal and Unseal are asked (Request); At (a number, Stage) says where the helper is, Alive that it lives
// while the library keeps it waiting; Done (octets) or Failed (Failure) ends.
enum class Type : std::uint8_t { Seal = 1, Unseal = 2, At = 16, Alive = 17, Done = 32, Failed = 33 };
enum class Stage : std::uint32_t { Loading, Initialise, Encrypt, Decrypt, Finalise };
// stageName is what findings say ("loading", "initialise", …).
std::string stageName(Stage stage);

// Request: `account` is whom the library shall run as (nothing: whoever started the helper). `payload` is the
// secret to seal or the text to open.
struct Request {
    Type type = Type::Seal;
    std::string library;
    std::string primary;
    std::string standby;
    std::uint32_t semaphoreKey = 0;
    std::uint32_t domain = 0;
    std::uint32_t algorithm = 0;
    std::optional<std::pair<std::uint32_t, std::uint32_t>> account;
    secret::SecretBytes payload;
};

// Failure: `name` is the dependency, function or account that it is about, `log` the end of what the library
// wrote into its log, without the secret.
enum class FailureKind : std::uint32_t { Dependency, Load, Symbol, Call, Text, RoundTrip, Account, Protocol };
struct Failure {
    FailureKind kind = FailureKind::Protocol;
    std::string name;
    std::int32_t status = 0;
    std::string log;
};

// Message: `fields` may hold a secret.
struct Message {
    Type type = Type::Alive;
    secret::SecretBytes fields;
};

// The kinds of message as octets to send, length in front.
secret::SecretBytes encodeRequest(const Request& request, secret::SecretAccess access);
secret::SecretBytes encodeStage(Stage stage, secret::SecretAccess access);
secret::SecretBytes encodeAlive(secret::SecretAccess access);
secret::SecretBytes encodeDone(base::ByteView octets, secret::SecretAccess access);
secret::SecretBytes encodeFailure(const Failure& failure, secret::SecretAccess access);

// Their counterparts; nothing if the fields are not exactly those.
std::optional<Request> decodeRequest(const Message& message, secret::SecretAccess access);
std::optional<Stage> decodeStage(const Message& message, secret::SecretAccess access);
std::optional<secret::SecretBytes> decodeDone(const Message& message, secret::SecretAccess access);
std::optional<Failure> decodeFailure(const Message& message, secret::SecretAccess access);

// Inbox cuts what arrives into messages. What is no message makes it broken for good.
class Inbox {
  public:
    // add takes octets as they came; broken if a length or a type is impossible.
    void add(base::ByteView arrived, secret::SecretAccess access);
    // next returns the first whole message and forgets it.
    std::optional<Message> next(secret::SecretAccess access);
    bool broken() const { return m_broken; }

  private:
    secret::SecretBytes m_waiting;
    bool m_broken = false;
};

} // namespace certwright::vault::kmc
