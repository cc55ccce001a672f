// Why: a fuzzer finds its way into keys and containers sooner from whole ones; they are made here, not kept.
// Usage: make_key_corpus FOLDER
#include <filesystem>
#include <fstream>
#include <iostream>

#include "tests/core/document/key_maker.h"
#include "tests/data/material/pki.h"

namespace {

using namespace certwright;
using namespace certwright::material;
using namespace certwright::test;

// Corpus writes one file for each seed into a folder.
class Corpus {
  public:
    explicit Corpus(std::filesystem::path folder)
        : m_folder(std::move(folder)) {
        std::filesystem::create_directories(m_folder);
    }

    void add(const std::string& name, const std::string& content) {
        std::ofstream out(m_folder / name, std::ios::binary);
        out.write(content.data(), static_cast<std::streamsize>(content.size()));
        m_good = m_good && out.good();
    }

    bool good() const { return m_good; }

  private:
    std::filesystem::path m_folder;
    bool m_good = true;
};

void addKeys(Corpus& corpus) {
    const Protection quick{.iterations = 100};
    int index = 0;
    for (const Key& key : {ecKey(), edKey(), rsaKey(0, 1024), ecKey(0, "secp521r1"), ecKey(0, "sect233k1")}) {
        const std::string name = "key" + std::to_string(index++);
        corpus.add(name + ".p8", keyDer(*key));
        corpus.add(name + ".pem", keyPem(*key));
        corpus.add(name + ".enc", keyDer(*key, "password", quick));
        if (key != edKey()) // has no older form
            corpus.add(name + ".old", traditionalPem(*key, "password"));
    }
    corpus.add("pbes1.der", keyDer(*ecKey(), "password", {.scheme = Scheme::Pbes1, .iterations = 100}));
    corpus.add("pkcs12-pbe.der",
               keyDer(*ecKey(), "password", {.scheme = Scheme::Pkcs12Pbe, .iterations = 100}));
    corpus.add(
        "gcm.der",
        encryptedKeyOf(keyDer(*ecKey()), "password",
                       {.cipher = "AES-256-GCM", .cipherOid = "2.16.840.1.101.3.4.1.46", .tagSize = 16}));
    corpus.add("rc2.der", encryptedKeyOf(keyDer(*ecKey()), "password",
                                         {.cipher = "RC2-CBC",
                                          .cipherOid = "1.2.840.113549.3.2",
                                          .before = integer(160),
                                          .effectiveBits = 40,
                                          .keySize = 5}));
    const std::string group = sequence({integer(23), integer(11), integer(2)});
    corpus.add("dsa.der", pkcs8Of(sequence({oid("1.2.840.10040.4.1"), group}), integer(3)));
    corpus.add("dh.der", pkcs8Of(sequence({oid("1.2.840.113549.1.3.1"), sequence({integer(23), integer(5)})}),
                                 integer(3)));
}

void addContainers(Corpus& corpus) {
    const Identity leaf = issue(serverSpec(), ecKey());
    const std::string names = friendlyName("name") + localKeyId("id");
    const std::string certificate = certificateBag(der(leaf), names);
    const std::string key = bag(1, keyDer(*ecKey()), names);
    const std::string shrouded = bag(2, encryptedKeyOf(keyDer(*ecKey()), "password"), names);
    const std::string secret = bag(5, sequence({oid("1.2.3"), element(0xA0, octets("s"))}));
    const MacOrder none{.kind = MacKind::None};
    const MacOrder quick{.iterations = 10};
    const MacOrder pbmac1{.kind = MacKind::Pbmac1, .iterations = 10};
    corpus.add("plain.p12", pfx({dataPart({key, certificate})}, "password", quick));
    corpus.add("shrouded.p12", pfx({dataPart({shrouded, secret})}, "password", quick));
    corpus.add("encrypted.p12", pfx({encryptedPart({certificate}, "password")}, "password", quick));
    corpus.add("nested.p12", pfx({dataPart({bag(6, sequence({key}))})}, "password", quick));
    corpus.add("pbmac1.p12", pfx({dataPart({key})}, "password", pbmac1));
    corpus.add("bare.p12", pfx({dataPart({key, certificate}), dataPart({shrouded})}, {}, none));
    corpus.add("modern.p12", pkcs12(leaf, {}, "password", Pkcs12Style::Modern, 10));
    corpus.add("legacy.p12", pkcs12(leaf, {}, "password", Pkcs12Style::Legacy, 10));
    const std::string indefinite =
        std::string("\x30\x80", 2) + pfx({dataPart({key})}, {}, none).substr(4) + std::string(2, '\0');
    corpus.add("indefinite.p12", indefinite);
    corpus.add("chain.p7b", pkcs7({leaf.certificate}));
}

} // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "usage: make_key_corpus FOLDER\n";
        return 2;
    }
    Corpus corpus(arguments[1]);
    addKeys(corpus);
    addContainers(corpus);
    return corpus.good() ? 0 : 1;
}
