// Why: verify, proof and unlock are asked about a service folder as an import leaves it; here it is written
// by hand, so that these tests do not believe what the importer believes.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/check/finding.h"
#include "core/profile/profile.h"
#include "core/prove/installed.h"
#include "tests/core/prove/material.h"
#include "tests/support/temporary_folder.h"

namespace certwright::test {

enum class Service { StreamServer, Aoi };

// InstalledSet is a service folder with a good set: CA, server certificate, key, an empty CRL, key stores,
// config, and for AOI the other two CAs with their CRLs and the copies below the home folder. Paths below are
// relative to the root.
class InstalledSet {
  public:
    explicit InstalledSet(Service service);

    prove::Place place() const { return {&m_profile, m_folder.at("root"), m_folder.at("home")}; }
    const profile::Profile& profile() const { return m_profile; }
    // editProfile gives the service other demands.
    profile::Profile& editProfile() { return m_profile; }
    const document::Identity& ca() const { return m_ca; }
    const document::Identity& server() const { return m_server; }
    const std::string& passphrase() const { return m_passphrase; }

    std::string path(const std::string& relative) const { return m_folder.at("root/" + relative); }
    // pathOf returns where the file of a slot is.
    std::string pathOf(const std::string& slot) const { return path(m_profile.slot(slot)->target); }
    std::string homePath(const std::string& name) const { return m_folder.at("home/aoi_service/" + name); }
    // put replaces the file of a slot, mode 0400.
    void put(const std::string& slot, const std::string& content);
    // write replaces any file below the root.
    void write(const std::string& relative, const std::string& content, std::uint32_t mode = 0400);
    void writeHome(const std::string& name, const std::string& content, std::uint32_t mode = 0400);
    std::string read(const std::string& relative) const { return m_folder.read("root/" + relative); }
    void remove(const std::string& absolute) const;
    // setting changes one value of the config (flat key or the full YAML line's key).
    void replaceInConfig(const std::string& from, const std::string& to);
    // installKey encrypts another key under `passphrase` and puts it in place, with its copies beside the
    // service.
    void installKey(const document::PrivateKey& key, const std::string& passphrase);
    // installChain puts a certificate, what is sent with it, and its CA in place.
    void installServer(const std::vector<document::Certificate>& chain);

  private:
    void writeConfig(const std::string& sealed);
    void installTrust();
    void installSecrets();

    TemporaryFolder m_folder;
    profile::Profile m_profile;
    Service m_service;
    document::Identity m_ca;
    document::Identity m_server;
    std::string m_passphrase;
};

// codesOf lists the codes of blockers and warnings, sorted.
std::vector<std::string> codesOf(const check::Findings& findings);

} // namespace certwright::test
