// Why: iconv knows GB18030 on every Linux; what it keeps between its two halves is overwritten before it is
// let go.
#include "core/secret/gb18030.h"

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <iconv.h>
#include <optional>
#include <span>

namespace certwright::secret {

namespace {

class Converter {
  public:
    Converter()
        : m_handle(::iconv_open("GB18030", "UTF-8")) {}
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;
    ~Converter() {
        if (isOpen())
            ::iconv_close(m_handle);
    }

    // iconv_open's failure is (iconv_t)-1, which no cast but C's spells (POSIX).
    bool isOpen() const { return reinterpret_cast<std::intptr_t>(m_handle) != -1; }

    // run converts all of `in` and returns how many octets of `out` it filled; nothing on failure (errno says
    // why).
    std::optional<std::size_t> run(std::span<std::uint8_t> in, std::span<std::uint8_t> out) {
        ::iconv(m_handle, nullptr, nullptr, nullptr, nullptr);
        char* from = reinterpret_cast<char*>(in.data());
        char* to = reinterpret_cast<char*>(out.data());
        std::size_t fromLeft = in.size();
        std::size_t toLeft = out.size();
        if (::iconv(m_handle, &from, &fromLeft, &to, &toLeft) == static_cast<std::size_t>(-1) ||
            fromLeft != 0)
            return std::nullopt;
        return out.size() - toLeft;
    }

  private:
    iconv_t m_handle;
};

} // namespace

base::Result<SecretBytes> convertToGb18030(const SecretBytes& utf8, SecretAccess access) {
    Converter converter;
    if (!converter.isOpen())
        return base::failure(base::ErrorCode::CharacterUnconvertible, {}, std::strerror(errno));
    SecretBytes in = utf8.clone();
    // At most four octets for two (U+0080 to U+07FF), so twice the size is enough (GB 18030-2005).
    SecretBytes out(in.size() * 2);
    const auto length = converter.run(in.revealForWriting(access), out.revealForWriting(access));
    const int error = errno;

    // glibc goes through UCS-4 in a buffer on the heap. As many spaces as there were octets are at least as
    // many characters as there were, and overwrite it from the same start.
    SecretBytes spaces(in.size());
    std::memset(spaces.revealForWriting(access).data(), ' ', spaces.size());
    static_cast<void>(converter.run(spaces.revealForWriting(access), in.revealForWriting(access)));

    if (!length)
        return base::failure(base::ErrorCode::CharacterUnconvertible, {}, std::strerror(error));
    out.truncate(*length);
    return out;
}

} // namespace certwright::secret
