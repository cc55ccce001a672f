// Why: sorting needs the same few questions again and again; this is the state they are asked of. Inside plan
// only.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/plan/select.h"

namespace certwright::plan {

// Sorter fills a Selection. One use: construct, run.
class Sorter {
  public:
    Sorter(const Loaded& loaded, const profile::Profile& profile, base::Time now,
           const std::set<std::string>& without);
    Selection run();

  private:
    using Places = std::vector<Place>;

    // select.cpp: the key, the certificate, and what is left over
    void sortKeyAndLeaf();
    Places matching(const Places& leaves, const Places& keys) const;
    Places servers(const Places& leaves) const;
    void choose(const profile::Slot& slot, const Places& candidates);
    void fillPool();
    void tellMissing();
    void tellUnused();
    // select_trust.cpp: CAs and CRLs
    void sortNamedCas();
    void sortNamedCrls();
    void sortServerCa();
    void sortCrls();
    void sortStrayCrls(const profile::Slot& slot);
    Places anchors() const;
    std::set<base::Bytes> issuersFor(const profile::Slot& slot) const;
    // sorter.cpp: questions
    const document::Object& object(Place place) const;
    const document::CertificateFacts& facts(Place place) const;
    const document::KeyFacts* keyFacts(Place key) const;
    bool looksLikeCa(Place certificate) const;
    bool chosen(Place place) const;
    std::optional<std::size_t> fileFor(const std::string& slot) const;
    Places distinct(std::string_view kind) const;
    Places inFile(std::size_t file, std::string_view kind) const;
    void take(const profile::Slot& slot, const Places& places);
    void tellAmbiguous(const profile::Slot& slot, const Places& candidates);
    void tellWrongKind(const profile::Slot& slot, std::size_t file);

    const Loaded& m_loaded;
    const profile::Profile& m_profile;
    base::Time m_now;
    const std::set<std::string>& m_without;
    Selection m_result;
    Places m_certificates;
    Places m_ambiguous;
    // what fits a slot that stays empty goes nowhere else
    Places m_leftOut;
};

} // namespace certwright::plan
