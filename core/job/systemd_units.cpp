// Why: see systemd_units.h.
#include "core/job/systemd_units.h"

#include <algorithm>

namespace certwright::job {

namespace {

bool isPlain(char c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return letter || c == '/' || c == '.' || c == '_' || c == '-' || c == ',' || c == '+' || c == ':';
}

void addEscaped(std::string& text, char c) {
    static constexpr std::string_view digits = "0123456789abcdef";
    const auto octet = static_cast<unsigned char>(c);
    if (octet < 0x20 || octet == 0x7F)
        text.append("\\x").append({digits[octet >> 4U], digits[octet & 15U]});
    else if (c == '"' || c == '\\')
        text.append({'\\', c});
    else if (c == '%' || c == '$')
        text.append({c, c});
    else
        text += c;
}

} // namespace

std::string systemdWord(std::string_view word) {
    if (!word.empty() && std::ranges::all_of(word, isPlain))
        return std::string(word);
    std::string text = "\"";
    for (const char c : word)
        addEscaped(text, c);
    return text + "\"";
}

SystemdUnits systemdUnits(const Feeding& feeding) {
    SystemdUnits units;
    units.name = "certwright-unlock-" + feeding.profile + ".service";
    const std::string own = feeding.profile + ".service";
    std::string command = systemdWord(feeding.program) + " unlock --service " + systemdWord(feeding.profile) +
                          " --root " + systemdWord(feeding.root);
    if (!feeding.home.empty())
        command += " --home " + systemdWord(feeding.home);
    command += " --pipe " + systemdWord(feeding.pipe);
    units.unitPath = "/etc/systemd/system/" + units.name;
    units.unit = "[Unit]\n"
                 "Description=Certwright: the key's passphrase for " +
                 feeding.profile + "\nBefore=" + own +
                 "\n\n[Service]\n"
                 // Ready means that the pipe is there.
                 "Type=notify\n"
                 "ExecStart=" +
                 command +
                 "\n"
                 "Restart=on-failure\n"
                 "UMask=0077\n"
                 "LimitCORE=0\n"
                 "NoNewPrivileges=yes\n"
                 "PrivateNetwork=yes\n"
                 "PrivateTmp=yes\n"
                 "\n[Install]\n"
                 "WantedBy=multi-user.target\n";
    units.dropInPath = "/etc/systemd/system/" + own + ".d/certwright.conf";
    units.dropIn = "[Unit]\nRequires=" + units.name + "\nAfter=" + units.name + "\n";
    return units;
}

} // namespace certwright::job
