// Why: a service as it looks before anything was ever imported, in its real shape, on a real disk.
#pragma once

#include <string>
#include <vector>

#include "core/check/finding.h"
#include "core/plan/targets.h"
#include "core/profile/profile.h"
#include "tests/support/temporary_folder.h"

namespace certwright::test {

enum class Service { StreamServer, Aoi };

// ServiceFolder is the root of a service (with its config as shipped) and a home folder, removed at the end.
class ServiceFolder {
  public:
    explicit ServiceFolder(Service service);

    const profile::Profile& profile() const { return m_profile; }
    profile::Profile& editProfile() { return m_profile; }
    const std::string& id() const { return m_profile.id; }
    std::string root() const { return m_folder.at("root"); }
    std::string home() const { return m_folder.at("home"); }
    // at returns a path below the root.
    std::string at(const std::string& relative) const { return m_folder.at("root/" + relative); }
    std::string homeAt(const std::string& relative) const { return m_folder.at("home/" + relative); }
    std::string configPath() const { return at(m_profile.config.path); }
    std::string config() const { return read(m_profile.config.path); }
    void writeConfig(const std::string& text) const { write(m_profile.config.path, text, 0600); }
    // slotPath is where the file of a slot is; keys is the folder that holds them, relative to the root.
    std::string slotPath(const std::string& slot) const { return at(m_profile.slot(slot)->target); }
    std::string keys() const { return m_profile.folders.front().path; }
    std::string write(const std::string& relative, const std::string& content,
                      std::uint32_t mode = 0400) const {
        return m_folder.write("root/" + relative, content, mode);
    }
    // brought writes a file outside the service, as a person brings it.
    std::string brought(const std::string& name, const std::string& content,
                        std::uint32_t mode = 0600) const {
        return m_folder.write("brought/" + name, content, mode);
    }
    std::string broughtFolder() const { return m_folder.at("brought"); }
    std::string read(const std::string& relative) const { return m_folder.read("root/" + relative); }
    std::string readHome(const std::string& relative) const { return m_folder.read("home/" + relative); }
    std::uint32_t modeOf(const std::string& relative) const { return m_folder.modeOf("root/" + relative); }
    std::uint32_t homeModeOf(const std::string& relative) const {
        return m_folder.modeOf("home/" + relative);
    }
    bool exists(const std::string& relative) const { return m_folder.exists("root/" + relative); }
    void makeFolder(const std::string& relative, std::uint32_t mode) const {
        m_folder.makeFolder("root/" + relative, mode);
    }
    // site is the service at its place for an ordinary user.
    plan::Site site(const files::FileReader& reader) const;
    // snapshot lists every file and folder of root and home with mode and content, Certwright's own state
    // left out.
    std::vector<std::string> snapshot() const;

  private:
    TemporaryFolder m_folder;
    profile::Profile m_profile;
};

// codesOf lists the codes of blockers and warnings ("!" in front of blockers), sorted, each once.
std::vector<std::string> codesOf(const check::Findings& findings);
// has tells whether a finding with this code is among them.
bool has(const check::Findings& findings, std::string_view code);
// bodyOf returns the body of the first finding of a kind, nullptr if there is none.
template <typename Body> const Body* bodyOf(const check::Findings& findings) {
    for (const check::Finding& finding : findings)
        if (const auto* body = finding.body.as<Body>())
            return body;
    return nullptr;
}

} // namespace certwright::test
