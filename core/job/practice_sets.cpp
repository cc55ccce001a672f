// Why: the list of practice sets: each is right, or wrong in exactly one way.
#include <utility>

#include "core/document/encode.h"
#include "core/document/parse.h"
#include "core/job/practice.h"
#include "core/job/practice_files.h"
#include "core/job/practice_workshop.h"

namespace certwright::job {

namespace {

using document::Certificate;
using document::Crl;
using document::Identity;

constexpr const char* usualPassword = "practice";
constexpr const char* chinesePassword = "练习密码2026";

// Contents of a set's files, in the order of PracticeSet::files.
using Contents = std::vector<base::Bytes>;

base::Bytes pem(const Certificate& certificate) {
    return base::toBytes(document::toPem(certificate));
}
base::Bytes pem(const Crl& crl) {
    return base::toBytes(document::toPem(crl));
}

// usual is the set as most CAs deliver it: CA, certificate, key and CRL, each in a file.
Contents usual(Workshop& shop, const Identity& server, const Crl& crl) {
    return {pem(shop.ca().certificate), pem(server.certificate), shop.lockedKey(*server.key, usualPassword),
            pem(crl)};
}

Contents usual(Workshop& shop, const Identity& server) {
    return usual(shop, server, shop.list(shop.ca(), 90, {}));
}

Contents goodPem(Workshop& shop) {
    return usual(shop, shop.server(shop.serverKey(), {}));
}

Contents goodDer(Workshop& shop) {
    const Identity server = shop.server(shop.serverKey(), {});
    return {shop.ca().certificate.der, server.certificate.der, shop.lockedKeyDer(*server.key, usualPassword),
            shop.list(shop.ca(), 90, {}).der};
}

Contents goodPkcs12(Workshop& shop) {
    return {shop.pkcs12(shop.server(shop.serverKey(), {}), usualPassword), pem(shop.list(shop.ca(), 90, {}))};
}

Contents goodPkcs7(Workshop& shop) {
    const Identity server = shop.server(shop.serverKey(), {});
    return {shop.pkcs7({server.certificate, shop.ca().certificate}, {shop.list(shop.ca(), 90, {})}),
            shop.lockedKey(*server.key, usualPassword)};
}

Contents withIntermediate(Workshop& shop) {
    const Identity middle =
        shop.authority({{"C", "CN"}, {"O", "Certwright Practice"}, {"CN", "Practice Issuing CA"}},
                       shop.otherKey(), &shop.ca());
    ServerOrder order;
    order.issuer = &middle;
    Contents contents = usual(shop, shop.server(shop.serverKey(), order));
    contents.push_back(pem(middle.certificate));
    return contents;
}

Contents expired(Workshop& shop) {
    ServerOrder order;
    order.fromDays = -400;
    order.toDays = -10;
    return usual(shop, shop.server(shop.serverKey(), order));
}

Contents expiresSoon(Workshop& shop) {
    ServerOrder order;
    order.toDays = 20;
    return usual(shop, shop.server(shop.serverKey(), order));
}

Contents notYetValid(Workshop& shop) {
    ServerOrder order;
    order.fromDays = 60;
    return usual(shop, shop.server(shop.serverKey(), order));
}

Contents wrongKey(Workshop& shop) {
    Contents contents = goodPem(shop);
    contents[2] = shop.lockedKey(*shop.otherKey(), usualPassword);
    return contents;
}

Contents wrongCa(Workshop& shop) {
    Contents contents = goodPem(shop);
    contents[0] = pem(shop.otherCa().certificate);
    contents.pop_back();
    return contents;
}

Contents revoked(Workshop& shop) {
    const Identity server = shop.server(shop.serverKey(), {});
    return usual(shop, server, shop.list(shop.ca(), 90, {server.certificate.facts.serial}));
}

Contents expiredCrl(Workshop& shop) {
    return usual(shop, shop.server(shop.serverKey(), {}), shop.list(shop.ca(), -3, {}));
}

Contents foreignCrl(Workshop& shop) {
    return usual(shop, shop.server(shop.serverKey(), {}), shop.list(shop.otherCa(), 90, {}));
}

Contents sha1(Workshop& shop) {
    ServerOrder order;
    order.digest = "SHA1";
    return usual(shop, shop.server(shop.serverKey(), order));
}

Contents rsa1024(Workshop& shop) {
    return usual(shop, shop.server(shop.smallKey(), {}));
}

Contents ecKey(Workshop& shop) {
    return usual(shop, shop.server(shop.curveKey(), {}));
}

Contents unencryptedKey(Workshop& shop) {
    Contents contents = goodPem(shop);
    contents[2] = shop.openKey(*shop.serverKey());
    return contents;
}

Contents chinese(Workshop& shop) {
    const Identity ca = shop.authority({{"C", "CN"}, {"O", "练习科技有限公司"}, {"CN", "练习根证书"}},
                                       shop.otherKey(), nullptr);
    ServerOrder order;
    order.issuer = &ca;
    order.subject = {{"C", "CN"}, {"ST", "广东省"}, {"O", "练习科技有限公司"}, {"CN", "视觉检测服务器"}};
    const Identity server = shop.server(shop.serverKey(), order);
    return {pem(ca.certificate), pem(server.certificate), shop.lockedKey(*server.key, chinesePassword),
            pem(shop.list(ca, 90, {}))};
}

// A certificate followed by empty lines, one octet more than is read.
Contents hugeFile(Workshop& shop) {
    Contents contents = goodPem(shop);
    contents[1].resize(static_cast<std::size_t>(document::maximumFileSize) + 1, '\n');
    return contents;
}

Contents garbage(Workshop& shop) {
    Contents contents = goodPem(shop);
    contents[1] = base::toBytes("-----BEGIN CERTIFICATE-----\n"
                                "TWFueSBhIGZpbGUgaGFzIGJlZW4gc2hvcnRlbmVkIG9uIGl0cyB3YXku\n"
                                "-----END CERTIFICATE-----\n");
    return contents;
}

struct Recipe {
    PracticeSet set;
    Contents (*make)(Workshop&);
};

const std::vector<std::string> usualFiles{"ca.crt", "server.crt", "server.key", "ca.crl"};

PracticeSet entry(std::string id, std::string service, std::vector<std::string> expected,
                  std::vector<std::string> files = usualFiles, std::string password = usualPassword) {
    return {std::move(id), std::move(service), std::move(files), std::move(expected), std::move(password)};
}

const std::vector<Recipe>& recipes() {
    static const std::vector<Recipe> all{
        {entry("good-pem", "streamserver", {}), goodPem},
        {entry("good-der", "streamserver-new", {}, {"ca.der", "server.der", "server-key.der", "crl.der"}),
         goodDer},
        {entry("good-pkcs12", "aoi", {}, {"server.p12", "ca.crl"}), goodPkcs12},
        {entry("good-pkcs7", "aoi", {}, {"chain.p7b", "server.key"}), goodPkcs7},
        {entry("with-intermediate", "streamserver", {},
               {"ca.crt", "server.crt", "server.key", "ca.crl", "intermediate.crt"}),
         withIntermediate},
        {entry("expired", "streamserver", {"certificate.expired"}), expired},
        {entry("expires-soon", "streamserver", {"certificate.expires-soon"}), expiresSoon},
        {entry("not-yet-valid", "streamserver", {"certificate.not-yet-valid"}), notYetValid},
        {entry("wrong-key", "streamserver", {"key.mismatch"}), wrongKey},
        {entry("wrong-ca", "streamserver", {"chain.issuer-missing"}, {"ca.crt", "server.crt", "server.key"}),
         wrongCa},
        {entry("revoked", "streamserver", {"certificate.revoked"}), revoked},
        {entry("expired-crl", "streamserver", {"crl.expired"}), expiredCrl},
        {entry("foreign-crl", "streamserver", {"crl.wrong-issuer"}), foreignCrl},
        {entry("sha1", "streamserver", {"certificate.signature-algorithm"}), sha1},
        {entry("rsa-1024", "streamserver", {"key.too-small"}), rsa1024},
        {entry("ec-key", "streamserver", {"key.type"}), ecKey},
        {entry("unencrypted-key", "streamserver", {"key.unencrypted"}, usualFiles, {}), unencryptedKey},
        {entry("chinese", "streamserver", {},
               {"根证书.crt", "服务器证书.crt", "服务器私钥.key", "吊销列表.crl"}, chinesePassword),
         chinese},
        {entry("huge-file", "streamserver", {"file.too-large", "slot.missing"}), hugeFile},
        {entry("garbage", "streamserver", {"file.damaged", "slot.missing"}), garbage},
    };
    return all;
}

bool holdsKey(const std::string& name) {
    return name.ends_with(".key") || name.ends_with(".p12") || name.ends_with("key.der");
}

} // namespace

const std::vector<PracticeSet>& practiceSets() {
    static const std::vector<PracticeSet> sets = [] {
        std::vector<PracticeSet> all;
        for (const Recipe& recipe : recipes())
            all.push_back(recipe.set);
        return all;
    }();
    return sets;
}

base::Result<PracticeFiles> materialFiles(base::Time now, secret::SecretAccess access) {
    Workshop shop(now, access);
    PracticeFiles files;
    for (const Recipe& recipe : recipes()) {
        if (shop.error())
            break;
        Contents contents = recipe.make(shop);
        for (std::size_t i = 0; i < recipe.set.files.size(); ++i) {
            const std::string& name = recipe.set.files[i];
            files.push_back({"material/" + recipe.set.id + "/" + name, std::move(contents[i]),
                             holdsKey(name) ? 0600U : 0644U});
        }
    }
    if (shop.error())
        return tl::unexpected(*shop.error());
    return files;
}

} // namespace certwright::job
