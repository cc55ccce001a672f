// Why: at boot somebody must feed the pipe before the service reads it; systemd does that if it is told in
// its own words.
#pragma once

#include <string>
#include <string_view>

namespace certwright::job {

// Feeding says what the unit runs: `program` feeds `pipe` for the service with this profile at `root`; `home`
// may be empty.
struct Feeding {
    std::string program;
    std::string profile;
    std::string root;
    std::string home;
    std::string pipe;
};

// SystemdUnits: `unit` is a service of its own, `dropIn` what the service's own unit needs so that it starts
// after it and not without it.
struct SystemdUnits {
    std::string name;
    std::string unitPath;
    std::string unit;
    std::string dropInPath;
    std::string dropIn;
};

SystemdUnits systemdUnits(const Feeding& feeding);

// systemdWord quotes a word of a command as systemd.service(5) reads it: C escapes within double quotes, '%'
// and '$' doubled.
std::string systemdWord(std::string_view word);

} // namespace certwright::job
