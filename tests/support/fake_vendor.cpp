// Why: see fake_vendor.h.
#include "tests/support/fake_vendor.h"

#include <thread>
#include <utility>

#include "core/base/bytes.h"

namespace certwright::test {

namespace {

using vault::VendorFault;
using vault::VendorFaultKind;

// Characters that a config's reader could stumble over, as Base64 has them.
const std::string textStart = "AAAAAgAAAA+/Kmc==";

VendorFault refused(const std::string& path, const std::string& call) {
    return {VendorFaultKind::Failed, path, call, {}, {}, 9};
}

std::uint8_t numberOf(const vault::KeyStoreFiles& stores) {
    return stores.primary ? stores.primary->back() : stores.standby->back();
}

} // namespace

base::Bytes vendorMark() {
    return {0x5F, 0x64, 0x97, 0x8D, 0x19, 0x4F, 0x89, 0xCF, 0xA8, 0x3F, 0x8E, 0xE1, 0xDB, 0x01, 0x3C, 0x0C,
            0x88, 0x42, 0x4A, 0x1C, 0xB7, 0xFC, 0xAD, 0x70, 0x4E, 0x45, 0x13, 0xA5, 0x14, 0x46, 0x71, 0x6C};
}

class FakeVendor::Library final : public vault::VendorLibrary {
  public:
    Library(FakeVendor& vendor, std::string path, base::Progress& progress)
        : m_vendor(vendor)
        , m_path(std::move(path))
        , m_progress(progress) {}

    const std::string& path() const override { return m_path; }

    vault::VendorResult<vault::VendorSealed> seal(const secret::SecretBytes& plain,
                                                  const vault::KeyStoreFiles& stores,
                                                  secret::SecretAccess access) override {
        ++m_vendor.m_sealed;
        wait();
        if (m_vendor.m_fault)
            return tl::unexpected(fault());
        vault::VendorSealed result{{}, stores};
        if (!stores.primary && !stores.standby) {
            result.stores.primary = vendorMark();
            result.stores.primary->push_back(static_cast<std::uint8_t>(++m_vendor.m_made));
        }
        if (!result.stores.primary)
            result.stores.primary = result.stores.standby;
        result.stores.standby = result.stores.primary;
        const std::string number = base::toHex(base::Bytes{numberOf(result.stores)});
        result.text = m_vendor.m_text.value_or(textStart + number + base::toHex(plain.reveal(access)));
        if (m_vendor.m_stores)
            result.stores = *m_vendor.m_stores;
        return result;
    }

    vault::VendorResult<secret::SecretBytes>
    unseal(const std::string& sealed, const vault::KeyStoreFiles& stores, secret::SecretAccess) override {
        ++m_vendor.m_opened;
        wait();
        if (m_vendor.m_fault)
            return tl::unexpected(fault());
        if (!stores.primary && !stores.standby)
            return tl::unexpected(refused(m_path, "KeInitialize"));
        const std::string start = textStart + base::toHex(base::Bytes{numberOf(stores)});
        if (!sealed.starts_with(start))
            return tl::unexpected(refused(m_path, "KeDecryptByDomain"));
        const auto plain = base::fromHex(sealed.substr(start.size()));
        if (!plain)
            return tl::unexpected(refused(m_path, "KeDecryptByDomain"));
        return secret::SecretBytes::copyOf(*plain);
    }

  private:
    void wait() {
        const auto time = std::exchange(m_vendor.m_wait, std::chrono::milliseconds(0));
        if (time.count() == 0)
            return;
        m_progress.enter(base::Step::AwaitLibrary, 3, 60);
        std::this_thread::sleep_for(time);
    }
    VendorFault fault() const {
        VendorFault result = *m_vendor.m_fault;
        result.path = m_path;
        return result;
    }

    FakeVendor& m_vendor;
    std::string m_path;
    base::Progress& m_progress;
};

std::unique_ptr<vault::VendorLibrary> FakeVendor::at(const vault::VendorSettings& settings,
                                                     base::Progress& progress) {
    m_asked.push_back(settings);
    return std::make_unique<Library>(*this, settings.library, progress);
}

void FakeVendor::fail(VendorFaultKind kind, std::string name) {
    m_fault = VendorFault{kind, {}, std::move(name), {}, {}, 11};
}

} // namespace certwright::test
