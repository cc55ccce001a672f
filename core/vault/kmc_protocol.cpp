// Why: see kmc_protocol.h.
#include "core/vault/kmc_protocol.h"

#include <algorithm>
#include <array>
#include <utility>

namespace certwright::vault::kmc {

namespace {

using secret::SecretAccess;
using secret::SecretBytes;

std::array<std::uint8_t, lengthSize> octetsOf(std::uint32_t number) {
    return {static_cast<std::uint8_t>(number >> 24U), static_cast<std::uint8_t>(number >> 16U),
            static_cast<std::uint8_t>(number >> 8U), static_cast<std::uint8_t>(number)};
}

std::uint32_t numberAt(base::ByteView octets, std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < lengthSize; ++i)
        number = (number << 8U) | octets[at + i];
    return number;
}

// Fields are written one after the other, behind a place for the length and the type.
class Fields {
  public:
    explicit Fields(Type type)
        : m_octets(lengthSize) {
        const auto kind = static_cast<std::uint8_t>(type);
        m_octets.append({&kind, 1});
    }
    Fields& number(std::uint32_t value) {
        m_octets.append(octetsOf(value));
        return *this;
    }
    Fields& octets(base::ByteView value) {
        number(static_cast<std::uint32_t>(value.size()));
        m_octets.append(value);
        return *this;
    }
    Fields& text(std::string_view value) { return octets(base::viewOf(value)); }

    // whole ends the message: what follows its length is known now.
    SecretBytes whole(SecretAccess access) {
        const auto length = octetsOf(static_cast<std::uint32_t>(m_octets.size() - lengthSize));
        std::copy(length.begin(), length.end(), m_octets.revealForWriting(access).begin());
        return std::move(m_octets);
    }

  private:
    SecretBytes m_octets;
};

// Reader takes fields off; good() only if every one was there and none is left.
class Reader {
  public:
    Reader(const Message& message, SecretAccess access)
        : m_left(message.fields.reveal(access)) {}

    std::uint32_t number() {
        if (m_left.size() < lengthSize) {
            m_good = false;
            return 0;
        }
        const std::uint32_t value = numberAt(m_left, 0);
        m_left = m_left.subspan(lengthSize);
        return value;
    }
    base::ByteView octets() {
        const std::uint32_t size = number();
        if (!m_good || size > m_left.size()) {
            m_good = false;
            return {};
        }
        const base::ByteView value = m_left.first(size);
        m_left = m_left.subspan(size);
        return value;
    }
    std::string text() { return std::string(base::textOf(octets())); }
    bool good() const { return m_good && m_left.empty(); }

  private:
    base::ByteView m_left;
    bool m_good = true;
};

bool isType(std::uint8_t octet) {
    switch (static_cast<Type>(octet)) {
    case Type::Seal:
    case Type::Unseal:
    case Type::At:
    case Type::Alive:
    case Type::Done:
    case Type::Failed:
        return true;
    }
    return false;
}

} // namespace

std::string stageName(Stage stage) {
    switch (stage) {
    case Stage::Loading:
        return "loading";
    case Stage::Initialise:
        return "initialise";
    case Stage::Encrypt:
        return "encrypt";
    case Stage::Decrypt:
        return "decrypt";
    case Stage::Finalise:
        break;
    }
    return "finalise";
}

SecretBytes encodeRequest(const Request& request, SecretAccess access) {
    Fields fields(request.type);
    fields.text(request.library).text(request.primary).text(request.standby);
    fields.number(request.semaphoreKey).number(request.domain).number(request.algorithm);
    fields.number(request.account ? 1 : 0);
    if (request.account)
        fields.number(request.account->first).number(request.account->second);
    return fields.octets(request.payload.reveal(access)).whole(access);
}

SecretBytes encodeStage(Stage stage, SecretAccess access) {
    return Fields(Type::At).number(static_cast<std::uint32_t>(stage)).whole(access);
}

SecretBytes encodeAlive(SecretAccess access) {
    return Fields(Type::Alive).whole(access);
}

SecretBytes encodeDone(base::ByteView octets, SecretAccess access) {
    return Fields(Type::Done).octets(octets).whole(access);
}

SecretBytes encodeFailure(const Failure& failure, SecretAccess access) {
    return Fields(Type::Failed)
        .number(static_cast<std::uint32_t>(failure.kind))
        .text(failure.name)
        .number(static_cast<std::uint32_t>(failure.status))
        .text(failure.log)
        .whole(access);
}

std::optional<Request> decodeRequest(const Message& message, SecretAccess access) {
    if (message.type != Type::Seal && message.type != Type::Unseal)
        return std::nullopt;
    Reader reader(message, access);
    Request request;
    request.type = message.type;
    request.library = reader.text();
    request.primary = reader.text();
    request.standby = reader.text();
    request.semaphoreKey = reader.number();
    request.domain = reader.number();
    request.algorithm = reader.number();
    if (reader.number() != 0) {
        const std::uint32_t user = reader.number();
        request.account = {user, reader.number()};
    }
    request.payload = SecretBytes::copyOf(reader.octets());
    if (!reader.good())
        return std::nullopt;
    return request;
}

std::optional<Stage> decodeStage(const Message& message, SecretAccess access) {
    Reader reader(message, access);
    const std::uint32_t stage = reader.number();
    if (message.type != Type::At || !reader.good() || stage > static_cast<std::uint32_t>(Stage::Finalise))
        return std::nullopt;
    return static_cast<Stage>(stage);
}

std::optional<SecretBytes> decodeDone(const Message& message, SecretAccess access) {
    Reader reader(message, access);
    SecretBytes octets = SecretBytes::copyOf(reader.octets());
    if (message.type != Type::Done || !reader.good())
        return std::nullopt;
    return octets;
}

std::optional<Failure> decodeFailure(const Message& message, SecretAccess access) {
    Reader reader(message, access);
    const std::uint32_t kind = reader.number();
    Failure failure;
    failure.name = reader.text();
    failure.status = static_cast<std::int32_t>(reader.number());
    failure.log = reader.text();
    if (message.type != Type::Failed || !reader.good() ||
        kind > static_cast<std::uint32_t>(FailureKind::Protocol))
        return std::nullopt;
    failure.kind = static_cast<FailureKind>(kind);
    return failure;
}

void Inbox::add(base::ByteView arrived, SecretAccess access) {
    if (m_broken)
        return;
    m_waiting.append(arrived);
    const base::ByteView waiting = m_waiting.reveal(access);
    if (waiting.size() <= lengthSize)
        return;
    const std::uint32_t length = numberAt(waiting, 0);
    m_broken = length == 0 || length > maximumMessage || !isType(waiting[lengthSize]);
}

std::optional<Message> Inbox::next(SecretAccess access) {
    const base::ByteView waiting = m_waiting.reveal(access);
    if (m_broken || waiting.size() <= lengthSize)
        return std::nullopt;
    const std::size_t length = numberAt(waiting, 0);
    if (waiting.size() < lengthSize + length)
        return std::nullopt;
    Message message{static_cast<Type>(waiting[lengthSize]),
                    SecretBytes::copyOf(waiting.subspan(lengthSize + 1, length - 1))};
    SecretBytes rest = SecretBytes::copyOf(waiting.subspan(lengthSize + length));
    m_waiting.clear();
    add(rest.reveal(access), access);
    return message;
}

} // namespace certwright::vault::kmc
