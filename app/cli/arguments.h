// Why: the command line as a value, so that verbs do not know the parser.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/vault/vendor_library.h"
#include "ui/text/phrasebook.h"

namespace certwright::cli {

// Arguments of every verb; what a verb does not take, or was not given, stays empty (numbers: -1).
struct Arguments {
    std::string verb;
    bool json = false;
    bool yes = false;
    bool open = false;
    bool passwordStdin = false;
    bool asOwner = false;
    bool cleanAfter = false;
    bool allowOlder = false;
    bool prune = false;
    bool before = false;
    bool acceptUnproved = false;
    bool fix = false;
    bool forService = false;
    bool reload = false;
    bool systemd = false;
    int times = -1;
    int passwordDescriptor = -1;
    int outputDescriptor = -1;
    int days = -1;
    int keep = -1;
    int keepDays = -1;
    int within = -1;
    std::string at;
    std::string service;
    std::string root;
    std::string home;
    std::string host;
    std::string serverBlock;
    std::string servedAt;
    std::string pipe;
    std::string ca;
    std::string cert;
    std::string key;
    std::string crl;
    std::vector<std::string> files;
    std::vector<std::string> settings;
    std::vector<std::string> paths;
    std::vector<std::string> without;
    std::vector<std::string> keysIn;
    std::string id;
    std::string until;
    std::string protector;
    std::string format;
    std::string output;
    std::string reportLanguage;
    std::string ics;
    std::string forget;
    bool batch = false;
    bool explicitPolicy = false;
    bool inhibitMapping = false;
    bool inhibitAny = false;
    int maximumDepth = -1;
    std::string leaf;
    std::string ip;
    std::string email;
    std::string purpose;
    std::string policy;
    std::vector<std::string> trusted;
    std::vector<std::string> untrusted;
    std::vector<std::string> crls;
    std::vector<std::string> initialPolicies;
    std::string address;
    std::string serverName;
    std::string starttls;
    std::string clientCertificate;
    std::string clientKey;
    int timeout = -1;
    std::string from;
    std::vector<std::string> words;
};

// ParseOutcome: arguments to run with; or the text to print (help, version or what was not understood) and
// the exit status to end with.
struct ParseOutcome {
    std::optional<Arguments> arguments;
    std::string text;
    int status = 0;
};

// languageOf looks for --lang before anything else is parsed, then at the locale.
text::Language languageOf(int argc, const char* const* argv);

// protectorOf is what a word of --protector means; no word: Auto.
vault::Protector protectorOf(const std::string& word);

ParseOutcome parseArguments(int argc, const char* const* argv, const text::Phrasebook& book);

} // namespace certwright::cli
