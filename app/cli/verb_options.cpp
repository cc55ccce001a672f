// Why: see verb_options.h.
#include "app/cli/verb_options.h"

#include <memory>

#include "app/cli/help.h"

namespace certwright::cli {

using text::CommandPhrase;

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
    practice->add_option("folder", m_arguments.paths, say(CommandPhrase::Folder))
        ->required()
        ->expected(1)
        ->option_text(word());
}

void Verbs::declareReaders() {
    CLI::App* inspect = verb("inspect", CommandPhrase::InspectSummary, "inspect server.crt ca.pem keys.p12");
    inspect->add_option("files", m_arguments.paths, say(CommandPhrase::Files))
        ->required()
        ->option_text(word());
    flag(inspect, "--open", m_arguments.open, CommandPhrase::Open);
    password(inspect);
    at(inspect);
    CLI::App* scan = verb("scan", CommandPhrase::ScanSummary, "scan /etc/pki /home --within 60");
    scan->add_option("folders", m_arguments.paths, say(CommandPhrase::ScanFolders))
        ->required()
        ->option_text(word());
    number(scan, "--within", m_arguments.within, CommandPhrase::ScanWithin);
    at(scan);
    CLI::App* profiles =
        verb("profiles", CommandPhrase::ProfilesSummary, "profiles new redis-test --from streamserver");
    profiles->add_option("words", m_arguments.words, say(CommandPhrase::ProfilesWords))->option_text(word());
    option(profiles, "--from", m_arguments.from, CommandPhrase::ProfilesFrom);
    option(profiles, "--out", m_arguments.output, CommandPhrase::ProfilesOut);
}

void Verbs::declareValidate() {
    CLI::App* validate = verb("validate", CommandPhrase::ValidateSummary,
                              "validate --trusted ca.crt --leaf server.crt --host server.example.com");
    files(validate, "--trusted", m_arguments.trusted, CommandPhrase::Trusted);
    files(validate, "--untrusted", m_arguments.untrusted, CommandPhrase::Untrusted);
    option(validate, "--leaf", m_arguments.leaf, CommandPhrase::Leaf);
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
    serve->add_option("address", m_arguments.address, say(CommandPhrase::ServeAddress))
        ->required()
        ->option_text(word());
    option(serve, "--sni", m_arguments.serverName, CommandPhrase::ServeSni);
    choice(serve, "--starttls", m_arguments.starttls, {"postgres"}, CommandPhrase::ServeStarttls);
    option(serve, "--service", m_arguments.service, CommandPhrase::ServeService);
    option(serve, "--root", m_arguments.root, CommandPhrase::Root);
    option(serve, "--home", m_arguments.home, CommandPhrase::Home);
    files(serve, "--ca", m_arguments.trusted, CommandPhrase::ServeCa);
    option(serve, "--client-cert", m_arguments.clientCertificate, CommandPhrase::ServeClientCert);
    option(serve, "--client-key", m_arguments.clientKey, CommandPhrase::ServeClientKey);
    password(serve);
    at(serve);
    serve->add_option("--timeout", m_arguments.timeout, say(CommandPhrase::ServeTimeout))
        ->check(CLI::Range(1, 600))
        ->option_text(say(CommandPhrase::LabelNumber));
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
    unlock->add_option("--fd", m_arguments.outputDescriptor, say(CommandPhrase::Fd))
        ->check(CLI::NonNegativeNumber)
        ->option_text(say(CommandPhrase::LabelNumber));
    flag(unlock, "--for-service", m_arguments.forService, CommandPhrase::ForService);
    option(unlock, "--pipe", m_arguments.pipe, CommandPhrase::Pipe);
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
    update->add_option("crls", m_arguments.paths, say(CommandPhrase::CrlPaths))->option_text(word());
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
    report->add_option("--format", m_arguments.format, say(CommandPhrase::ReportFormat))
        ->check(CLI::IsMember({"html", "text"}))
        ->option_text(word());
    option(report, "--output", m_arguments.output, CommandPhrase::ReportOutput);
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
    list(clean, "--keys-in", m_arguments.keysIn, CommandPhrase::KeysIn);
    clean->add_option("files", m_arguments.paths, say(CommandPhrase::CleanPaths))->option_text(word());
    CLI::App* dates = verb("dates", CommandPhrase::DatesSummary, "dates --within 30");
    option(dates, "--service", m_arguments.service, CommandPhrase::DatesService);
    option(dates, "--root", m_arguments.root, CommandPhrase::Root);
    option(dates, "--home", m_arguments.home, CommandPhrase::Home);
    at(dates);
    number(dates, "--within", m_arguments.within, CommandPhrase::Within);
    option(dates, "--ics", m_arguments.ics, CommandPhrase::Ics);
    option(dates, "--forget", m_arguments.forget, CommandPhrase::Forget);
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
    auto* option = sub->add_option("--lang", report ? m_arguments.reportLanguage : m_language,
                                   say(report ? CommandPhrase::ReportLang : CommandPhrase::Lang));
    option->option_text(word());
    if (report)
        option->check(CLI::IsMember({"en", "zh", "both"}));
    else
        option->check(CLI::IsMember({"en", "zh"}));
}

void Verbs::option(CLI::App* sub, const char* name, std::string& target, CommandPhrase words) {
    sub->add_option(name, target, say(words))->option_text(word());
}

void Verbs::number(CLI::App* sub, const char* name, int& target, CommandPhrase words) {
    sub->add_option(name, target, say(words))
        ->check(CLI::NonNegativeNumber)
        ->option_text(say(CommandPhrase::LabelNumber));
}

void Verbs::flag(CLI::App* sub, const char* name, bool& target, CommandPhrase words) {
    sub->add_flag(name, target, say(words));
}

// Several files may follow one option, and the option may be repeated.
void Verbs::files(CLI::App* sub, const char* name, std::vector<std::string>& target, CommandPhrase words) {
    sub->add_option(name, target, say(words))
        ->expected(1, 100000)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->option_text(word());
}

void Verbs::choice(CLI::App* sub, const char* name, std::string& target, std::vector<std::string> allowed,
                   CommandPhrase words) {
    sub->add_option(name, target, say(words))->check(CLI::IsMember(std::move(allowed)))->option_text(word());
}

void Verbs::list(CLI::App* sub, const char* name, std::vector<std::string>& target, CommandPhrase words) {
    sub->add_option(name, target, say(words))
        ->expected(1)
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->option_text(word());
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
    sub->add_option("--service", m_arguments.service, say(CommandPhrase::Service))
        ->required()
        ->option_text(word());
    option(sub, "--root", m_arguments.root, CommandPhrase::Root);
    option(sub, "--home", m_arguments.home, CommandPhrase::Home);
    flag(sub, "--as-owner", m_arguments.asOwner, CommandPhrase::AsOwner);
}

void Verbs::password(CLI::App* sub) {
    CLI::Option* descriptor =
        sub->add_option("--password-fd", m_arguments.passwordDescriptor, say(CommandPhrase::PasswordFd))
            ->check(CLI::NonNegativeNumber)
            ->option_text(say(CommandPhrase::LabelNumber));
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
    option(sub, "--ca", m_arguments.ca, CommandPhrase::Ca);
    option(sub, "--cert", m_arguments.cert, CommandPhrase::Cert);
    option(sub, "--key", m_arguments.key, CommandPhrase::Key);
    option(sub, "--crl", m_arguments.crl, CommandPhrase::Crl);
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
    sub->add_option("paths", m_arguments.paths, say(CommandPhrase::Paths))->option_text(word());
}

} // namespace certwright::cli
