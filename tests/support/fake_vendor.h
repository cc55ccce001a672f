// Why: what the product does with the vendor's key library is tested without a library, a helper process or
// waiting.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "core/vault/vendor_library.h"

namespace certwright::test {

// vendorMark is what every key store of the vendor's begins with (SERVICES.md section 3).
base::Bytes vendorMark();

// FakeVendor is a library that works: key stores are the mark and a number, sealed texts name the number of
// their key store. It protects nothing. All of its libraries share its state; it must outlive them.
class FakeVendor final : public vault::VendorLibraries {
  public:
    std::unique_ptr<vault::VendorLibrary> at(const vault::VendorSettings& settings,
                                             base::Progress& progress) override;

    // fail makes every call from now on end with `fault` (its path is filled in).
    void fail(vault::VendorFaultKind kind, std::string name = "seal");
    void work() { m_fault.reset(); }
    // returnText makes seal return this text, whatever it sealed.
    void returnText(std::string text) { m_text = std::move(text); }
    // returnStores makes seal return these key stores.
    void returnStores(vault::KeyStoreFiles stores) { m_stores = std::move(stores); }

    // waitOnce makes the next call take as long, after it has told of its waiting.
    void waitOnce(std::chrono::milliseconds time) { m_wait = time; }

    const std::vector<vault::VendorSettings>& asked() const { return m_asked; }
    int sealed() const { return m_sealed; }
    int opened() const { return m_opened; }

  private:
    class Library;

    std::optional<vault::VendorFault> m_fault;
    std::optional<std::string> m_text;
    std::optional<vault::KeyStoreFiles> m_stores;
    std::vector<vault::VendorSettings> m_asked;
    std::chrono::milliseconds m_wait{0};
    int m_made = 0;
    int m_sealed = 0;
    int m_opened = 0;
};

} // namespace certwright::test
