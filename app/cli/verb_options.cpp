// Why: see verb_options.h.
#include "app/cli/verb_options.h"

#include <array>
#include <memory>

#include "app/cli/help.h"

namespace certwright::cli {

using text::CommandPhrase;

const char* typeName(Value value) {
    constexpr std::array names{"TEXT", "NUMBER", "FILE", "FOLDER", "SERVICE"};
    return names.at(static_cast<std::size_t>(value));
}

Verbs::Verbs(CLI::App& app, Arguments& arguments, const text::Phrasebook& book)
    : m_app(app)
    , m_arguments(arguments)
    , m_book(book) {}

void Verbs::declare() {
    m_app.require_subcommand(1);
    setWords(m_app);
    m_app.set_version_flag("--version", std::string("certwright-cli ") + CERTWRIGHT_VERSION,
                           say(CommandPhrase::Version));
    language(&m_app);
    declareReaders();
    declareValidate();
    declareServeCheck();
    declareImport();
    declareService();
    declareChanges();
    declarePast();
    declareCare();
    CLI::App* practice = verb("practice", CommandPhrase::PracticeSummary, "practice ~/certwright-practice");
    means(Value::Folder, practice->add_option("folder", m_arguments.paths, say(CommandPhrase::Folder)))
        ->required()
        ->expected(1);
}

void Verbs::declareReaders() {
    CLI::App* inspect = verb("inspect", CommandPhrase::InspectSummary, "inspect server.crt ca.pem keys.p12");
    means(Value::File, inspect->add_option("files", m_arguments.paths, say(CommandPhrase::Files)))
        ->required();
    flag(inspect, "--open", m_arguments.open, CommandPhrase::Open);
    password(inspect);
    at(inspect);
    CLI::App* scan = verb("scan", CommandPhrase::ScanSummary, "scan /etc/pki /home --within 60");
    means(Value::Folder, scan->add_option("folders", m_arguments.paths, say(CommandPhrase::ScanFolders)))
        ->required();
    number(scan, "--within", m_arguments.within, CommandPhrase::ScanWithin);
    at(scan);
    CLI::App* profiles =
        verb("profiles", CommandPhrase::ProfilesSummary, "profiles new redis-test --from streamserver");
    means(Value::File, profiles->add_option("words", m_arguments.words, say(CommandPhrase::ProfilesWords)));
    option(profiles, "--from", m_arguments.from, CommandPhrase::ProfilesFrom, Value::Service);
    option(profiles, "--out", m_arguments.output, CommandPhrase::ProfilesOut, Value::File);
}

void Verbs::declareValidate() {
    CLI::App* validate = verb("validate", CommandPhrase::ValidateSummary,
                              "validate --trusted ca.crt --leaf server.crt --host server.example.com");
    files(validate, "--trusted", m_arguments.trusted, CommandPhrase::Trusted);
    files(validate, "--untrusted", m_arguments.untrusted, CommandPhrase::Untrusted);
    option(validate, "--leaf", m_arguments.leaf, CommandPhrase::Leaf, Value::File);
    files(validate, "--crl", m_arguments.crls, CommandPhrase::ValidateCrl);
    option(validate, "--host", m_arguments.host, CommandPhrase::ValidateHost);
    option(validate, "--ip", m_arguments.ip, CommandPhrase::Ip);
    option(validate, "--email", m_arguments.email, CommandPhrase::Email);
    choice(validate, "--purpose", m_arguments.purpose, {"server", "client"}, CommandPhrase::Purpose);
    choice(validate, "--policy", m_arguments.policy, {"service", "rfc5280", "webpki"}, CommandPhrase::Policy);
    number(validate, "--max-depth", m_arguments.maximumDepth, CommandPhrase::MaximumDepth);
    at(validate);
    list(validate, "--initial-policy", m_arguments.initialPolicies, CommandPhrase::InitialPolicy);
    flag(validate, "--explicit-policy", m_arguments.explicitPolicy, CommandPhrase::ExplicitPolicy);
    flag(validate, "--inhibit-mapping", m_arguments.inhibitMapping, CommandPhrase::InhibitMapping);
    flag(validate, "--inhibit-any", m_arguments.inhibitAny, CommandPhrase::InhibitAny);
    flag(validate, "--batch", m_arguments.batch, CommandPhrase::Batch);
}

void Verbs::declareServeCheck() {
    CLI::App* serve = verb("serve-check", CommandPhrase::ServeCheckSummary,
                           "serve-check server.example.com:443 --service streamserver --root /opt/mxVision");
    means(Value::Text, serve->add_option("address", m_arguments.address, say(CommandPhrase::ServeAddress)))
        ->required();
    option(serve, "--sni", m_arguments.serverName, CommandPhrase::ServeSni);
    choice(serve, "--starttls", m_arguments.starttls, {"postgres"}, CommandPhrase::ServeStarttls);
    option(serve, "--service", m_arguments.service, CommandPhrase::ServeService, Value::Service);
    option(serve, "--root", m_arguments.root, CommandPhrase::Root, Value::Folder);
    option(serve, "--home", m_arguments.home, CommandPhrase::Home, Value::Folder);
    files(serve, "--ca", m_arguments.trusted, CommandPhrase::ServeCa);
    option(serve, "--client-cert", m_arguments.clientCertificate, CommandPhrase::ServeClientCert,
           Value::File);
    option(serve, "--client-key", m_arguments.clientKey, CommandPhrase::ServeClientKey, Value::File);
    password(serve);
    at(serve);
    means(Value::Number,
          serve->add_option("--timeout", m_arguments.timeout, say(CommandPhrase::ServeTimeout)))
        ->check(CLI::Range(1, 600));
}

void Verbs::declareImport() {
    for (const auto& [name, summary, example] :
         {std::tuple{"check", CommandPhrase::CheckSummary,
                     "check --service streamserver --root /opt/mxVision from-ca/"},
          std::tuple{"plan", CommandPhrase::PlanSummary,
                     "plan --service streamserver --ca ca.crt --cert server.crt --key server.key"},
          std::tuple{"import", CommandPhrase::ImportSummary,
                     "import --service aoi --root /opt/mxAOIService --set retention-days=730 from-ca/"}})
        selection(verb(name, summary, example));
    for (const char* name : {"check", "plan", "import"})
        option(m_app.get_subcommand(name), "--server-block", m_arguments.serverBlock,
               CommandPhrase::ServerBlock);
    CLI::App* import = m_app.get_subcommand("import");
    yes(import);
    takeOver(import);
    flag(import, "--clean", m_arguments.cleanAfter, CommandPhrase::CleanAfter);
}

void Verbs::declareService() {
    CLI::App* verify =
        verb("verify", CommandPhrase::VerifySummary, "verify --service streamserver --root /opt/mxVision");
    place(verify);
    at(verify);
    CLI::App* unlock =
        verb("unlock", CommandPhrase::UnlockSummary,
             "unlock --service streamserver --root /opt/mxVision --fd 3 3>/run/service/password.fifo");
    place(unlock);
    means(Value::Number, unlock->add_option("--fd", m_arguments.outputDescriptor, say(CommandPhrase::Fd)))
        ->check(CLI::NonNegativeNumber);
    flag(unlock, "--for-service", m_arguments.forService, CommandPhrase::ForService);
    option(unlock, "--pipe", m_arguments.pipe, CommandPhrase::Pipe, Value::File);
    number(unlock, "--times", m_arguments.times, CommandPhrase::Times);
    flag(unlock, "--systemd", m_arguments.systemd, CommandPhrase::Systemd);
    CLI::App* rotate =
        verb("rotate", CommandPhrase::RotateSummary, "rotate --service streamserver --root /opt/mxVision");
    place(rotate);
    yes(rotate);
    takeOver(rotate);
}

void Verbs::declareChanges() {
    CLI::App* replace = verb("replace", CommandPhrase::ReplaceSummary,
                             "replace --service streamserver --root /opt/mxVision --cert server-2027.crt");
    selection(replace);
    yes(replace);
    takeOver(replace);
    flag(replace, "--clean", m_arguments.cleanAfter, CommandPhrase::CleanAfter);
    CLI::App* update = verb("crl-update", CommandPhrase::CrlUpdateSummary,
                            "crl-update --service streamserver --root /opt/mxVision ca-new.crl");
    place(update);
    yes(update);
    takeOver(update);
    at(update);
    list(update, "--file", m_arguments.files, CommandPhrase::File);
    flag(update, "--allow-older", m_arguments.allowOlder, CommandPhrase::AllowOlder);
    means(Value::File, update->add_option("crls", m_arguments.paths, say(CommandPhrase::CrlPaths)));
    CLI::App* retention = verb("retention", CommandPhrase::RetentionSummary,
                               "retention --service aoi --root /opt/mxAOIService --days 730");
    place(retention);
    yes(retention);
    number(retention, "--days", m_arguments.days, CommandPhrase::Days);
    option(retention, "--until", m_arguments.until, CommandPhrase::Until);
}

void Verbs::declarePast() {
    CLI::App* history =
        verb("history", CommandPhrase::HistorySummary, "history --service streamserver --root /opt/mxVision");
    place(history);
    yes(history);
    flag(history, "--prune", m_arguments.prune, CommandPhrase::Prune);
    number(history, "--keep", m_arguments.keep, CommandPhrase::Keep);
    number(history, "--keep-days", m_arguments.keepDays, CommandPhrase::KeepDays);
    option(history, "id", m_arguments.id, CommandPhrase::HistoryId);
    CLI::App* rollback =
        verb("rollback", CommandPhrase::RollbackSummary,
             "rollback --service streamserver --root /opt/mxVision 20261121-080000-1a2b3c4d");
    place(rollback);
    yes(rollback);
    takeOver(rollback);
    flag(rollback, "--before", m_arguments.before, CommandPhrase::Before);
    flag(rollback, "--accept-unproved", m_arguments.acceptUnproved, CommandPhrase::AcceptUnproved);
    option(rollback, "id", m_arguments.id, CommandPhrase::RollbackId);
    CLI::App* adopt =
        verb("adopt", CommandPhrase::AdoptSummary, "adopt --service streamserver --root /opt/mxVision");
    place(adopt);
    CLI::App* report =
        verb("report", CommandPhrase::ReportSummary,
             "report --service aoi --root /opt/mxAOIService --format html --output report.html");
    place(report);
    choice(report, "--format", m_arguments.format, {"html", "text"}, CommandPhrase::ReportFormat);
    option(report, "--output", m_arguments.output, CommandPhrase::ReportOutput, Value::File);
    option(report, "id", m_arguments.id, CommandPhrase::ReportId);
}

void Verbs::declareCare() {
    CLI::App* doctor = verb("doctor", CommandPhrase::DoctorSummary,
                            "doctor --service streamserver --root /opt/mxVision --fix");
    place(doctor);
    yes(doctor);
    at(doctor);
    flag(doctor, "--fix", m_arguments.fix, CommandPhrase::Fix);
    protector(doctor, CommandPhrase::Protector);
    CLI::App* clean = verb("clean", CommandPhrase::CleanSummary,
                           "clean --service streamserver --root /opt/mxVision from-ca/server.key");
    place(clean);
    yes(clean);
    password(clean);
    list(clean, "--keys-in", m_arguments.keysIn, CommandPhrase::KeysIn, Value::Folder);
    means(Value::File, clean->add_option("files", m_arguments.paths, say(CommandPhrase::CleanPaths)));
    CLI::App* dates = verb("dates", CommandPhrase::DatesSummary, "dates --within 30");
    option(dates, "--service", m_arguments.service, CommandPhrase::DatesService, Value::Service);
    option(dates, "--root", m_arguments.root, CommandPhrase::Root, Value::Folder);
    option(dates, "--home", m_arguments.home, CommandPhrase::Home, Value::Folder);
    at(dates);
    number(dates, "--within", m_arguments.within, CommandPhrase::Within);
    option(dates, "--ics", m_arguments.ics, CommandPhrase::Ics, Value::File);
    option(dates, "--forget", m_arguments.forget, CommandPhrase::Forget);
}

CLI::Option* Verbs::means(Value value, CLI::Option* option) const {
    constexpr std::array labels{CommandPhrase::LabelText, CommandPhrase::LabelNumber,
                                CommandPhrase::LabelFile, CommandPhrase::LabelFolder,
                                CommandPhrase::LabelService};
    return option->type_name(typeName(value))->option_text(say(labels.at(static_cast<std::size_t>(value))));
}

std::string Verbs::say(CommandPhrase phrase) const {
    return commandText(phrase, m_book).toStdString();
}

void Verbs::setWords(CLI::App& app) const {
    app.set_help_flag("-h,--help", say(CommandPhrase::Help));
    app.option_defaults()->group(say(CommandPhrase::LabelOptions));
    app.get_help_ptr()->group(say(CommandPhrase::LabelOptions));
    const auto formatter = std::make_shared<HelpFormatter>(say(CommandPhrase::LabelRequired));
    app.formatter(formatter);
    formatter->label("Usage", say(CommandPhrase::LabelUsage));
    formatter->label("OPTIONS", say(CommandPhrase::LabelOptionsWord));
    formatter->label("SUBCOMMAND", say(CommandPhrase::LabelVerbWord));
    formatter->label("Positionals", say(CommandPhrase::LabelPositionals));
    formatter->column_width(32);
}

CLI::App* Verbs::verb(const char* name, CommandPhrase summary, const char* example) {
    CLI::App* sub = m_app.add_subcommand(name, say(summary));
    sub->group(say(CommandPhrase::LabelVerbs));
    setWords(*sub);
    sub->add_flag("--json", m_arguments.json, say(CommandPhrase::JsonFlag));
    language(sub);
    sub->footer(say(CommandPhrase::Example) + "\n  certwright-cli " + example);
    return sub;
}

// A report can be in both languages at once; everything else is in one.
void Verbs::language(CLI::App* sub) {
    const bool report = sub->get_name() == "report";
    if (report)
        choice(sub, "--lang", m_arguments.reportLanguage, {"en", "zh", "both"}, CommandPhrase::ReportLang);
    else
        choice(sub, "--lang", m_language, {"en", "zh"}, CommandPhrase::Lang);
}

void Verbs::option(CLI::App* sub, const char* name, std::string& target, CommandPhrase words, Value value) {
    means(value, sub->add_option(name, target, say(words)));
}

void Verbs::number(CLI::App* sub, const char* name, int& target, CommandPhrase words) {
    means(Value::Number, sub->add_option(name, target, say(words)))->check(CLI::NonNegativeNumber);
}

void Verbs::flag(CLI::App* sub, const char* name, bool& target, CommandPhrase words) {
    sub->add_flag(name, target, say(words));
}

// Several files may follow one option, and the option may be repeated.
void Verbs::files(CLI::App* sub, const char* name, std::vector<std::string>& target, CommandPhrase words) {
    means(Value::File, sub->add_option(name, target, say(words)))
        ->expected(1, 100000)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void Verbs::choice(CLI::App* sub, const char* name, std::string& target, std::vector<std::string> allowed,
                   CommandPhrase words) {
    means(Value::Text, sub->add_option(name, target, say(words)))->check(CLI::IsMember(std::move(allowed)));
}

void Verbs::list(CLI::App* sub, const char* name, std::vector<std::string>& target, CommandPhrase words,
                 Value value) {
    means(value, sub->add_option(name, target, say(words)))
        ->expected(1)
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void Verbs::at(CLI::App* sub) {
    option(sub, "--at", m_arguments.at, CommandPhrase::At);
}

void Verbs::yes(CLI::App* sub) {
    sub->add_flag("--yes,-y", m_arguments.yes, say(CommandPhrase::Yes));
}

void Verbs::takeOver(CLI::App* sub) {
    flag(sub, "--reload", m_arguments.reload, CommandPhrase::Reload);
    option(sub, "--served-at", m_arguments.servedAt, CommandPhrase::ServedAt);
}

void Verbs::place(CLI::App* sub) {
    means(Value::Service, sub->add_option("--service", m_arguments.service, say(CommandPhrase::Service)))
        ->required();
    option(sub, "--root", m_arguments.root, CommandPhrase::Root, Value::Folder);
    option(sub, "--home", m_arguments.home, CommandPhrase::Home, Value::Folder);
    flag(sub, "--as-owner", m_arguments.asOwner, CommandPhrase::AsOwner);
}

void Verbs::password(CLI::App* sub) {
    CLI::Option* descriptor =
        means(Value::Number, sub->add_option("--password-fd", m_arguments.passwordDescriptor,
                                             say(CommandPhrase::PasswordFd)))
            ->check(CLI::NonNegativeNumber);
    sub->add_flag("--password-stdin", m_arguments.passwordStdin, say(CommandPhrase::PasswordStdin))
        ->excludes(descriptor);
}

void Verbs::protector(CLI::App* sub, CommandPhrase words, std::vector<std::string> more) {
    std::vector<std::string> allowed{"auto", "kmc", "builtin"};
    allowed.insert(allowed.end(), more.begin(), more.end());
    choice(sub, "--protector", m_arguments.protector, std::move(allowed), words);
}

void Verbs::selection(CLI::App* sub) {
    place(sub);
    option(sub, "--ca", m_arguments.ca, CommandPhrase::Ca, Value::File);
    option(sub, "--cert", m_arguments.cert, CommandPhrase::Cert, Value::File);
    option(sub, "--key", m_arguments.key, CommandPhrase::Key, Value::File);
    option(sub, "--crl", m_arguments.crl, CommandPhrase::Crl, Value::File);
    list(sub, "--file", m_arguments.files, CommandPhrase::File);
    list(sub, "--without", m_arguments.without, CommandPhrase::Without);
    list(sub, "--set", m_arguments.settings, CommandPhrase::Set);
    option(sub, "--host", m_arguments.host, CommandPhrase::Host);
    password(sub);
    if (sub->get_name() == "replace")
        protector(sub, CommandPhrase::Protector);
    else
        protector(sub, CommandPhrase::ProtectorImport, {"certimport"});
    at(sub);
    means(Value::File, sub->add_option("paths", m_arguments.paths, say(CommandPhrase::Paths)));
}

} // namespace certwright::cli
