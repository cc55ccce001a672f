// Why: where an import's time goes, stage by stage, without starting a process.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "core/document/certificate_facts.h"
#include "core/document/open.h"
#include "core/document/parse.h"
#include "core/job/import_job.h"
#include "core/job/practice.h"
#include "core/ossl/random.h"
#include "tests/data/material/pki.h"
#include "tests/support/temporary_folder.h"

namespace {

using namespace certwright;

class FixedPassword final : public job::PasswordSource {
  public:
    base::Result<std::optional<secret::SecretBytes>> password(const std::string&, int) override {
        return std::optional(material::secretOf("practice"));
    }
    int attempts() const override { return 1; }
};

class Silence final : public base::Progress {
  public:
    void enter(base::Step, int, int) override {}
    bool cancelled() const override { return false; }
};

// Ground is practice material and a service folder, made once.
class Ground {
  public:
    Ground()
        : m_disk(files::localFileSystem())
        , m_random(ossl::systemRandom()) {
        auto here = environment();
        if (!job::makePractice(here, m_folder.at("practice"), "practice"))
            std::abort();
    }
    job::Environment environment() {
        return {*m_disk,         *m_random,       m_progress, material::access(), {"bench", "here", "0"},
                material::now(), material::now(), {}};
    }
    job::Request request() const {
        job::Request request;
        request.service = "streamserver";
        request.root = m_folder.at("practice/services/streamserver");
        request.home = m_folder.path();
        request.paths = {m_folder.at("practice/material/good-pem")};
        return request;
    }
    std::string file(const std::string& name) const {
        return m_folder.read("practice/material/good-pem/" + name);
    }

  private:
    test::TemporaryFolder m_folder;
    std::unique_ptr<files::FileSystem> m_disk;
    std::unique_ptr<base::RandomSource> m_random;
    Silence m_progress;
};

Ground& ground() {
    static Ground made;
    return made;
}

void parseCertificate(benchmark::State& state) {
    const std::string text = ground().file("server.crt");
    for (auto unused : state) {
        static_cast<void>(unused);
        benchmark::DoNotOptimize(document::parse(base::viewOf(text), material::access()));
    }
}
BENCHMARK(parseCertificate);

// The facts alone, of a certificate in DER; by OpenSSL's own reading for comparison.
void readCertificate(benchmark::State& state) {
    const document::Identity one = material::server(material::authority());
    for (auto unused : state) {
        static_cast<void>(unused);
        benchmark::DoNotOptimize(state.range(0) == 0 ? document::certificateFrom(one.certificate.der)
                                                     : document::openSslCertificate(one.certificate.der));
    }
}
BENCHMARK(readCertificate)->ArgName("OpenSSL")->Arg(0)->Arg(1);

void parseLongCrl(benchmark::State& state) {
    std::vector<document::CrlEntrySpec> entries;
    for (int i = 0; i < state.range(0); ++i)
        entries.push_back({fmt::format("{:032x}", i + 1), material::now() - material::days(10), {}});
    const std::string text =
        material::der(material::issueCrl(material::crlSpec(entries), material::authority()));
    for (auto unused : state) {
        static_cast<void>(unused);
        benchmark::DoNotOptimize(document::parse(base::viewOf(text), material::access()));
    }
}
BENCHMARK(parseLongCrl)->Arg(1000)->Arg(100000)->Unit(benchmark::kMillisecond);

void check(benchmark::State& state) {
    for (auto unused : state) {
        static_cast<void>(unused);
        job::ImportJob import(ground().environment(), ground().request());
        FixedPassword password;
        benchmark::DoNotOptimize(import.check(password));
    }
}
BENCHMARK(check)->Unit(benchmark::kMillisecond);

void plan(benchmark::State& state) {
    job::ImportJob import(ground().environment(), ground().request());
    FixedPassword password;
    if (!import.check(password))
        state.SkipWithError("the check failed");
    for (auto unused : state) {
        static_cast<void>(unused);
        benchmark::DoNotOptimize(import.plan());
    }
}
BENCHMARK(plan)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
