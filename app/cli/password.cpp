// Why: three ways in, one interface; a descriptor is read once, a terminal is asked up to three times.
#include "app/cli/password.h"

#include "app/cli/terminal.h"
#include "core/secret/process.h"
#include "ui/text/command_text.h"

namespace certwright::cli {

namespace {

class DescriptorPassword final : public job::PasswordSource {
  public:
    DescriptorPassword(int descriptor, secret::SecretAccess access)
        : m_descriptor(descriptor)
        , m_access(access) {}

    base::Result<std::optional<secret::SecretBytes>> password(const std::string&, int attempt) override {
        if (attempt > 1)
            return std::optional<secret::SecretBytes>();
        // Several files may ask (a key and a container): they get the same password.
        if (!m_read) {
            secret::wipeFreedMemory();
            m_read = readSecret(m_descriptor, m_access);
        }
        if (!*m_read)
            return tl::unexpected(m_read->error());
        return std::optional(m_read->value().clone());
    }
    int attempts() const override { return 1; }

  private:
    int m_descriptor;
    secret::SecretAccess m_access;
    std::optional<base::Result<secret::SecretBytes>> m_read;
};

class TerminalPassword final : public job::PasswordSource {
  public:
    TerminalPassword(const text::Phrasebook& book, secret::SecretAccess access)
        : m_book(book)
        , m_access(access) {}

    base::Result<std::optional<secret::SecretBytes>> password(const std::string& path, int attempt) override {
        if (!terminalAvailable())
            return std::optional<secret::SecretBytes>();
        secret::wipeFreedMemory();
        const QString question =
            attempt == 1 ? commandText(text::CommandPhrase::AskPassword, m_book).arg(text::shown(path))
                         : commandText(text::CommandPhrase::AskPasswordAgain, m_book)
                               .arg(text::shown(path), QString::number(attempt));
        auto answer = askSecret(question.toStdString(), m_access);
        if (!answer)
            return tl::unexpected(answer.error());
        return std::optional(std::move(*answer));
    }
    int attempts() const override { return 3; }

  private:
    const text::Phrasebook& m_book;
    secret::SecretAccess m_access;
};

} // namespace

std::unique_ptr<job::PasswordSource> passwordSource(const Arguments& arguments, const Session& session) {
    if (arguments.passwordStdin)
        return std::make_unique<DescriptorPassword>(0, session.access());
    if (arguments.passwordDescriptor >= 0)
        return std::make_unique<DescriptorPassword>(arguments.passwordDescriptor, session.access());
    return std::make_unique<TerminalPassword>(session.book(), session.access());
}

} // namespace certwright::cli
