// Why: see survey.h.
#include "core/job/survey.h"

#include <algorithm>

#include "core/job/protector.h"
#include "core/job/slot_choices.h"
#include "core/plan/objects.h"

namespace certwright::job {

namespace {

// NoPassword notes which files would need one.
class NoPassword final : public PasswordSource {
  public:
    base::Result<std::optional<secret::SecretBytes>> password(const std::string& path, int) override {
        if (std::ranges::find(m_asked, path) == m_asked.end())
            m_asked.push_back(path);
        return std::optional<secret::SecretBytes>();
    }
    int attempts() const override { return 1; }
    std::vector<std::string> take() { return std::move(m_asked); }

  private:
    std::vector<std::string> m_asked;
};

// A container may hold anything but lists; old roots are self-issued without saying that they are a CA's.
bool takes(const profile::Slot& slot, const document::Object& object) {
    const auto* certificate = std::get_if<document::Certificate>(&object);
    const bool container = std::holds_alternative<document::Pkcs12>(object);
    switch (slot.kind) {
    case profile::SlotKind::CaCertificate:
        return container ||
               (certificate != nullptr && (certificate->facts.isCa() || certificate->facts.selfIssued()));
    case profile::SlotKind::ServerCertificate:
        return container || (certificate != nullptr && !certificate->facts.isCa());
    case profile::SlotKind::PrivateKey:
        return container || std::holds_alternative<document::EncryptedKey>(object) ||
               std::holds_alternative<document::PrivateKey>(object);
    case profile::SlotKind::Crl:
        break;
    }
    return std::holds_alternative<document::Crl>(object);
}

std::optional<base::Time> endOf(const document::Object& object) {
    if (const auto* certificate = std::get_if<document::Certificate>(&object))
        return certificate->facts.notAfter;
    if (const auto* crl = std::get_if<document::Crl>(&object))
        return crl->facts.nextUpdate;
    return std::nullopt;
}

std::string kindIn(const document::Object& object) {
    const auto* certificate = std::get_if<document::Certificate>(&object);
    return certificate != nullptr && certificate->facts.isCa() ? "ca" : plan::kindOf(object);
}

std::string slotOf(const plan::Selection& selection, plan::Place place) {
    for (const auto& [slot, places] : selection.slots)
        if (std::ranges::find(places, place) != places.end())
            return slot;
    return {};
}

} // namespace

base::Result<Survey> survey(Environment& environment, const Request& request) {
    const auto profile = profile::findProfile(request.service, environment.ownProfiles);
    if (!profile)
        return tl::unexpected(profile.error());
    const SourceChoice choice = sourcesOf(request);
    if (auto judged = judgeSlots(*profile, choice); !judged)
        return tl::unexpected(judged.error());
    ImportSources sources;
    NoPassword passwords;
    if (auto read = sources.read(environment, *profile, choice, passwords); !read)
        return tl::unexpected(read.error());
    Survey result;
    std::map<plan::Place, std::size_t> indexes;
    const plan::Loaded& loaded = sources.loaded();
    for (std::size_t file = 0; file < loaded.files.size(); ++file)
        for (std::size_t item = 0; item < loaded.files[file].items.size(); ++item) {
            const document::Object& object = loaded.files[file].items[item].object;
            SurveyedObject row{loaded.files[file].source.path,
                               item,
                               kindIn(object),
                               plan::describe(object),
                               endOf(object),
                               slotOf(sources.selection(), {file, item}),
                               {}};
            for (const profile::Slot& slot : profile->slots)
                if (takes(slot, object))
                    row.fits.push_back(slot.id);
            indexes[{file, item}] = result.objects.size();
            result.objects.push_back(std::move(row));
        }
    result.choices = slotChoices(loaded, sources.selection(), *profile, indexes);
    result.findings = sources.findings();
    check::sortWorstFirst(result.findings);
    result.locked = passwords.take();
    result.vendorLibrary = vendorLibraryAt(environment, *profile, request.root);
    result.blocks = blockOptions(environment.fileSystem, *profile, request.root);
    return result;
}

} // namespace certwright::job
