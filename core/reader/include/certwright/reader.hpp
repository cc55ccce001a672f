// Why: the functions of reader.h as C++ (17 and later) likes them: objects that end by themselves,
// exceptions, secrets that are wiped. Everything is inline, so that only C functions pass between program and
// library. What is not said here is said there.
#pragma once

#include <certwright/reader.h>

#include <chrono>
#include <memory>
#include <new>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace certwright {

// ReaderError is why a function failed; what() is "code: subject", for logs.
class ReaderError : public std::runtime_error {
  public:
    explicit ReaderError(const certwright_reader* reader)
        : std::runtime_error(std::string(certwright_reader_error_code(reader)) + ": " +
                             certwright_reader_error_subject(reader))
        , m_code(certwright_reader_error_code(reader))
        , m_subject(certwright_reader_error_subject(reader))
        , m_detail(certwright_reader_error_detail(reader)) {}

    // code is stable and dotted; subject what it is about; detail for experts.
    const std::string& code() const { return m_code; }
    const std::string& subject() const { return m_subject; }
    const std::string& detail() const { return m_detail; }

  private:
    std::string m_code;
    std::string m_subject;
    std::string m_detail;
};

// Secret owns octets that are wiped when it ends. Move-only. Not locked into memory.
class Secret {
  public:
    explicit Secret(std::size_t capacity)
        : m_octets(std::make_unique<unsigned char[]>(capacity))
        , m_capacity(capacity)
        , m_size(capacity) {}
    Secret(Secret&& other) noexcept { *this = std::move(other); }
    Secret& operator=(Secret&& other) noexcept {
        std::swap(m_octets, other.m_octets);
        std::swap(m_capacity, other.m_capacity);
        std::swap(m_size, other.m_size);
        return *this;
    }
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    ~Secret() { certwright_reader_wipe(m_octets.get(), m_capacity); }

    unsigned char* data() { return m_octets.get(); }
    const unsigned char* data() const { return m_octets.get(); }
    std::size_t size() const { return m_size; }
    // text looks at the octets as characters; valid as long as this object.
    std::string_view text() const { return {reinterpret_cast<const char*>(m_octets.get()), m_size}; }
    // shrink forgets octets at the end (they are wiped with the rest).
    void shrink(std::size_t size) { m_size = size < m_size ? size : m_size; }

  private:
    std::unique_ptr<unsigned char[]> m_octets;
    std::size_t m_capacity = 0;
    std::size_t m_size = 0;
};

// File, Severity: as certwright_reader_file and certwright_reader_severity.
enum class File {
    Config = CERTWRIGHT_READER_CONFIG,
    Chain = CERTWRIGHT_READER_CHAIN,
    Key = CERTWRIGHT_READER_KEY,
    Ca = CERTWRIGHT_READER_CA,
    Crl = CERTWRIGHT_READER_CRL
};
enum class Severity {
    Blocker = CERTWRIGHT_READER_BLOCKER,
    Warning = CERTWRIGHT_READER_WARNING,
    Note = CERTWRIGHT_READER_NOTE
};

// Finding is one thing that verify saw.
struct Finding {
    Severity severity;
    std::string code;
    std::string subject;
};

// Reader is one installed set. Move-only; one thread at a time. Functions throw ReaderError.
class Reader {
  public:
    // open reads the set of a service that ships with Certwright; openProfile of a site's own.
    static Reader open(const std::string& service, const std::string& root, const std::string& home = {}) {
        Reader reader;
        reader.demand(certwright_reader_open(reader.handle(), service.c_str(), root.c_str(), home.c_str()));
        return reader;
    }
    static Reader openProfile(const std::string& profileFile, const std::string& root,
                              const std::string& home = {}) {
        Reader reader;
        reader.demand(
            certwright_reader_open_profile(reader.handle(), profileFile.c_str(), root.c_str(), home.c_str()));
        return reader;
    }

    // changed tells, cheaply, whether a file of the set is not what was read; reload reads it anew and keeps
    // what it has if it throws.
    bool changed() const { return certwright_reader_changed(handle()) != 0; }
    void reload() { demand(certwright_reader_reload(handle())); }

    // path and content of a file; nothing if the config names none. content is a view that is valid until the
    // next reload.
    std::optional<std::string> path(File file, const std::string& trust = {}) const {
        const char* path = nullptr;
        const int status = certwright_reader_path(handle(), static_cast<int>(file), trust.c_str(), &path);
        return demand(status) == CERTWRIGHT_READER_NONE ? std::optional<std::string>() : path;
    }
    std::optional<std::string_view> content(File file, const std::string& trust = {}) const {
        const unsigned char* octets = nullptr;
        std::size_t size = 0;
        const int status =
            certwright_reader_content(handle(), static_cast<int>(file), trust.c_str(), &octets, &size);
        if (demand(status) == CERTWRIGHT_READER_NONE)
            return std::nullopt;
        return std::string_view(reinterpret_cast<const char*>(octets), size);
    }
    std::string setting(const std::string& key) const {
        const char* value = nullptr;
        demand(certwright_reader_setting(handle(), key.c_str(), &value));
        return value;
    }
    // retention returns when the service deletes its certificates; nothing if it never does.
    std::optional<std::chrono::system_clock::time_point> retention() const {
        std::int64_t seconds = 0;
        if (demand(certwright_reader_retention(handle(), &seconds)) == CERTWRIGHT_READER_NONE)
            return std::nullopt;
        return std::chrono::system_clock::time_point(std::chrono::seconds(seconds));
    }

    // password is that of the installed key; privateKey the opened key, PKCS#8 DER.
    Secret password() const { return secretFrom(certwright_reader_password, 128); }
    Secret privateKey() const { return secretFrom(certwright_reader_private_key, 4096); }

    // verify judges what stands there at this moment, worst first.
    std::vector<Finding> verify(std::chrono::system_clock::time_point now) const {
        const auto since = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch());
        demand(certwright_reader_verify(handle(), since.count()));
        std::vector<Finding> findings;
        for (std::size_t i = 0; i < certwright_reader_finding_count(handle()); ++i)
            findings.push_back({static_cast<Severity>(certwright_reader_finding_severity(handle(), i)),
                                certwright_reader_finding_code(handle(), i),
                                certwright_reader_finding_subject(handle(), i)});
        return findings;
    }

  private:
    struct End {
        void operator()(certwright_reader* reader) const { certwright_reader_free(reader); }
    };

    Reader()
        : m_handle(certwright_reader_new()) {
        if (!m_handle)
            throw std::bad_alloc();
    }
    certwright_reader* handle() const { return m_handle.get(); }
    int demand(int status) const {
        if (status == CERTWRIGHT_READER_FAILED)
            throw ReaderError(handle());
        return status;
    }
    template <typename Function> Secret secretFrom(Function function, std::size_t capacity) const {
        for (;;) {
            Secret secret(capacity);
            if (demand(function(handle(), secret.data(), secret.size(), &capacity)) ==
                CERTWRIGHT_READER_SHORT)
                continue;
            secret.shrink(capacity);
            return secret;
        }
    }

    std::unique_ptr<certwright_reader, End> m_handle;
};

} // namespace certwright
