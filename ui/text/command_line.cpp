// Why: see command_line.h.
#include "ui/text/command_line.h"

#include <algorithm>
#include <array>

#include "ui/text/shell_word.h"

namespace certwright::text {

namespace {

constexpr std::array shortSlots{"ca", "cert", "key", "crl"};

class Words {
  public:
    Words(const char* verb, const job::ServiceChoice& service)
        : m_line(std::string("certwright-cli ") + verb) {
        option("--service", service.service);
        option("--root", service.root);
        if (!service.home.empty())
            option("--home", service.home);
    }

    void flag(const char* name) { m_line.append(" ").append(name); }
    void word(const std::string& word) { m_line.append(" ").append(shellWord(word)); }
    void option(const char* name, const std::string& value) {
        flag(name);
        word(value);
    }
    const std::string& line() const { return m_line; }

  private:
    std::string m_line;
};

// A CRL update knows slots by --file only.
void addFiles(Words& words, const CommandWish& wish) {
    for (const auto& [slot, path] : wish.slots) {
        const bool isShort = wish.operation != plan::Operation::CrlUpdate &&
                             std::ranges::find(shortSlots, slot) != shortSlots.end();
        if (isShort)
            words.option(("--" + slot).c_str(), path);
        else
            words.option("--file", slot + "=" + path);
    }
    for (const std::string& slot : wish.without)
        words.option("--without", slot);
    if (wish.retentionDays)
        words.option("--set", "retention-days=" + std::to_string(*wish.retentionDays));
    if (wish.protector == vault::Protector::Kmc)
        words.option("--protector", "kmc");
    if (wish.protector == vault::Protector::Builtin)
        words.option("--protector", "builtin");
    if (wish.older)
        words.flag("--allow-older");
    if (!wish.block.empty())
        words.option("--server-block", wish.block);
    for (const std::string& path : wish.paths)
        words.word(path);
}

const char* verbOf(plan::Operation operation) {
    switch (operation) {
    case plan::Operation::Import:
        return "import";
    case plan::Operation::Replace:
        return "replace";
    case plan::Operation::CrlUpdate:
        return "crl-update";
    case plan::Operation::Rollback:
        return "rollback";
    case plan::Operation::Repair:
    case plan::Operation::Adopt:
    case plan::Operation::Retention:
    case plan::Operation::Rotate:
        break;
    }
    return nullptr;
}

} // namespace

std::string commandLine(const CommandWish& wish) {
    const char* verb = verbOf(wish.operation);
    if (verb == nullptr)
        return {};
    Words words(verb, wish.service);
    if (wish.reload == job::Reload::Run)
        words.flag("--reload");
    if (!wish.servedAt.empty())
        words.option("--served-at", wish.servedAt);
    if (wish.operation != plan::Operation::Rollback) {
        addFiles(words, wish);
        return words.line();
    }
    if (wish.before && !wish.id.empty())
        words.flag("--before");
    if (wish.unproved)
        words.flag("--accept-unproved");
    if (!wish.id.empty())
        words.word(wish.id);
    return words.line();
}

std::string unitsCommandLine(const job::ServiceChoice& service) {
    Words words("unlock", service);
    words.flag("--systemd");
    return words.line();
}

std::string cleanCommandLine(const job::ServiceChoice& service, const std::vector<std::string>& paths) {
    Words words("clean", service);
    for (const std::string& path : paths)
        words.word(path);
    return words.line();
}

} // namespace certwright::text
