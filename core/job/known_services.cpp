// Why: see known_services.h.
#include "core/job/known_services.h"

#include <algorithm>

#include "core/apply/history.h"
#include "core/base/utf8.h"
#include "core/files/path.h"
#include "core/job/moved_service.h"
#include "core/job/service_store.h"
#include "core/plan/plan.h"

namespace certwright::job {

namespace {

using base::ErrorCode;
using check::Severity;
using files::Links;

std::string identityAt(const files::FileReader& reader, const std::string& root) {
    return apply::identityOf(reader, plan::stateFolderOf(root)).value_or(std::string());
}

// hasConfig tells whether the config is there; one that Certwright makes is so after the first import.
bool hasConfig(const files::FileReader& reader, const profile::Profile& profile, const std::string& root) {
    return reader.stat(files::join(root, profile.config.path), Links::Refuse).has_value();
}

// standsAt tells whether the service has its config at `root`; a config that Certwright makes is not there
// before the first import, the files that take it in are.
bool standsAt(const files::FileReader& reader, const profile::Profile& profile, const std::string& root) {
    if (hasConfig(reader, profile, root))
        return true;
    const auto isThere = [&](const std::string& path) {
        return reader.stat(files::join(root, path), Links::Refuse).has_value();
    };
    return profile.config.insertion && std::ranges::any_of(profile.config.insertion->files, isThere);
}

check::Finding unreadable(const std::string& about, const base::Error& error, Severity severity) {
    return {severity, about,
            check::ServiceUnreadable{about, std::string(base::errorCodeName(error.code)), error.detail}};
}

class Finder {
  public:
    Finder(Environment& environment, const Surroundings& surroundings)
        : m_environment(environment)
        , m_reader(environment.fileSystem)
        , m_surroundings(surroundings) {}

    KnownServices all();
    std::vector<KnownService> at(const std::string& root);

  private:
    std::vector<profile::Profile> profiles();
    void addRemembered();
    void locate(KnownService entry);
    void moveTo(const KnownService& entry, const std::string& root);
    void addFound(const profile::Profile& profile);
    void add(KnownService service);

    Environment& m_environment;
    const files::FileReader& m_reader;
    const Surroundings& m_surroundings;
    KnownServices m_known;
};

// A profile of the user's own stands in for the shipped one with its id.
std::vector<profile::Profile> Finder::profiles() {
    std::vector<profile::ProfileText> texts = m_environment.ownProfiles;
    for (profile::ProfileText& shipped : profile::shippedProfiles())
        texts.push_back(std::move(shipped));
    std::vector<profile::Profile> profiles;
    for (const profile::ProfileText& text : texts) {
        auto parsed = profile::parseProfile(text.yaml, text.name);
        if (!parsed)
            m_known.findings.push_back(unreadable(text.name, parsed.error(), Severity::Warning));
        else if (std::ranges::find(profiles, parsed->id, &profile::Profile::id) == profiles.end())
            profiles.push_back(std::move(*parsed));
    }
    return profiles;
}

void Finder::add(KnownService service) {
    const bool known = std::ranges::any_of(m_known.services, [&](const KnownService& other) {
        return other.service == service.service && other.root == service.root;
    });
    if (!known)
        m_known.services.push_back(std::move(service));
}

void Finder::moveTo(const KnownService& entry, const std::string& root) {
    m_known.findings.push_back({Severity::Note, entry.root, check::ServiceMoved{entry.root, root}});
    add({entry.service, root, entry.home, entry.identity});
    // A list that cannot be written is looked through again the next time.
    static_cast<void>(updateServices(m_environment, [&](ServiceList& list) {
        for (KnownService& listed : list.services)
            if (listed == entry)
                listed.root = root;
        return true;
    }));
}

void Finder::locate(KnownService entry) {
    if (whereabouts(m_reader, entry.root, entry.identity) != Whereabouts::Gone) {
        add(std::move(entry));
        return;
    }
    // Who moves a folder often leaves a link at the old place.
    const auto behindLink = m_reader.resolve(entry.root);
    if (behindLink && !entry.identity.empty() && identityAt(m_reader, *behindLink) == entry.identity) {
        moveTo(entry, *behindLink);
        return;
    }
    const auto places = findByIdentity(m_reader, entry.root, entry.identity);
    if (places.size() == 1)
        moveTo(entry, places.front());
    else
        m_known.findings.push_back({Severity::Warning, entry.root, check::ServiceGone{entry.root}});
}

void Finder::addRemembered() {
    auto read = loadServices(m_environment);
    const std::string file = servicesFile(m_environment);
    if (!read) {
        m_known.findings.push_back(unreadable(file, read.error(), Severity::Warning));
        return;
    }
    if (read->damaged || read->list.setAside) {
        m_known.findings.push_back(
            {Severity::Warning, file, check::ServiceListDamaged{file, damagedFile(m_environment)}});
        // Told once: the mark goes. Where that cannot be written it is told again.
        static_cast<void>(updateServices(m_environment, [](ServiceList& list) {
            list.setAside = false;
            return true;
        }));
    }
    for (KnownService& entry : read->list.services)
        locate(std::move(entry));
}

void Finder::addFound(const profile::Profile& profile) {
    const auto place = [&](const std::string& root) {
        add({profile.id, root, m_surroundings.home(root), identityAt(m_reader, root)});
    };
    const std::string named =
        profile.rootVariable.empty() ? std::string() : m_surroundings.variable(profile.rootVariable);
    if (!named.empty()) {
        if (const auto root = m_reader.resolve(named))
            place(*root);
        else
            m_known.findings.push_back(unreadable(named, root.error(), Severity::Warning));
    }
    // A web server is on many computers; it is one of ours where its config is.
    for (const std::string& usual : profile.usualPlaces)
        if (const auto root = m_reader.resolve(usual); root && hasConfig(m_reader, profile, *root))
            place(*root);
}

KnownServices Finder::all() {
    addRemembered();
    for (const profile::Profile& profile : profiles())
        addFound(profile);
    return std::move(m_known);
}

std::vector<KnownService> Finder::at(const std::string& root) {
    for (const profile::Profile& profile : profiles())
        if (standsAt(m_reader, profile, root))
            add({profile.id, root, m_surroundings.home(root), identityAt(m_reader, root)});
    return std::move(m_known.services);
}

// The same folder under its earlier name: the entry moves with it. A copy keeps its own entry.
bool isOutdated(const files::FileReader& reader, const KnownService& entry, const KnownService& fresh) {
    const bool sameFolder =
        !fresh.identity.empty() && entry.identity == fresh.identity && entry.service == fresh.service;
    return sameFolder && whereabouts(reader, entry.root, entry.identity) == Whereabouts::Gone;
}

} // namespace

KnownServices knownServices(Environment& environment, const Surroundings& surroundings) {
    return Finder(environment, surroundings).all();
}

std::string usualRoot(const files::FileReader& reader, const Surroundings& surroundings,
                      const profile::Profile& profile) {
    if (!profile.rootVariable.empty())
        if (const std::string value = surroundings.variable(profile.rootVariable); !value.empty())
            return value;
    for (const std::string& place : profile.usualPlaces)
        if (reader.stat(place, files::Links::Follow))
            return place;
    return {};
}

std::vector<KnownService> servicesAt(Environment& environment, const Surroundings& surroundings,
                                     const std::string& root) {
    return Finder(environment, surroundings).at(root);
}

base::Status rememberService(Environment& environment, const std::string& service, const std::string& root,
                             const std::string& home) {
    if (!base::isUtf8(root) || !base::isUtf8(home))
        return base::failure(ErrorCode::InvalidArgument, root);
    const files::FileReader& reader = environment.fileSystem;
    const KnownService fresh{service, root, home, identityAt(reader, root)};
    if (const auto present = loadServices(environment); present && !present->damaged)
        if (std::ranges::find(present->list.services, fresh) != present->list.services.end())
            return {};
    return updateServices(environment, [&](ServiceList& list) {
        std::erase_if(list.services, [&](const KnownService& entry) {
            const bool samePlace = entry.service == service && entry.root == root;
            return samePlace || isOutdated(reader, entry, fresh);
        });
        if (list.services.size() >= mostServices)
            list.services.erase(list.services.begin());
        list.services.push_back(fresh);
        return true;
    });
}

base::Status forgetService(Environment& environment, const std::string& root) {
    std::string named = root;
    while (named.size() > 1 && named.back() == '/')
        named.pop_back();
    if (!files::isAbsolute(named))
        named = files::join(environment.fileSystem.resolve(".").value_or(std::string()), named);
    const std::string resolved = environment.fileSystem.resolve(root).value_or(named);
    std::size_t removed = 0;
    const auto updated = updateServices(environment, [&](ServiceList& list) {
        removed = std::erase_if(list.services, [&](const KnownService& entry) {
            return entry.root == named || entry.root == resolved;
        });
        return removed > 0;
    });
    if (!updated)
        return updated;
    return removed > 0 ? base::Status{} : base::failure(ErrorCode::RootUnknown, root);
}

} // namespace certwright::job
