// Why: the same question by files; what is large is read last and in pieces.
#include "core/document/parse.h"
#include "core/job/validation.h"
#include "core/plan/large_lists.h"

namespace certwright::job {

namespace {

// FileReading fills an order.
class FileReading {
  public:
    explicit FileReading(Environment& environment)
        : m_environment(environment) {}

    base::Result<ValidationOrder> read(const ValidationFiles& files);

  private:
    base::Result<base::Bytes> content(const std::string& path);
    base::Status addParts(const std::vector<std::string>& paths, std::vector<ValidationPart>& parts);
    base::Status addList(const std::string& path, ValidationOrder& order);
    void remember(const ValidationPart& part);

    Environment& m_environment;
    std::vector<base::Bytes> m_serials;
};

base::Result<base::Bytes> FileReading::content(const std::string& path) {
    return m_environment.fileSystem.read(path, document::maximumCrlSize, files::Links::Follow);
}

// The serial numbers of all certificates are what large lists are searched for.
void FileReading::remember(const ValidationPart& part) {
    plan::addSerials(document::parse(part.content, m_environment.access).items, m_serials);
}

base::Status FileReading::addParts(const std::vector<std::string>& paths,
                                   std::vector<ValidationPart>& parts) {
    for (const std::string& path : paths) {
        auto octets = content(path);
        if (!octets)
            return tl::unexpected(octets.error());
        parts.push_back({path, std::move(*octets)});
    }
    return {};
}

base::Status FileReading::addList(const std::string& path, ValidationOrder& order) {
    const auto opened =
        m_environment.fileSystem.open(path, document::maximumStreamedSize, files::Links::Follow);
    if (!opened)
        return tl::unexpected(opened.error());
    if ((*opened)->size() <= document::leastStreamedSize || !plan::isLargeList(**opened))
        return addParts({path}, order.crls);
    const auto wanted = std::make_shared<const document::WantedSerials>(m_serials);
    auto streamed = plan::streamLists(**opened, wanted, document::Digests::Signed, m_environment.progress);
    if (!streamed)
        return tl::unexpected(streamed.error());
    if (streamed->whole)
        return addParts({path}, order.crls);
    order.streamed.push_back({path, std::move(streamed->content)});
    return {};
}

base::Result<ValidationOrder> FileReading::read(const ValidationFiles& files) {
    ValidationOrder order;
    std::vector<ValidationPart> leaf;
    for (const auto& [paths, parts] :
         {std::pair{std::vector{files.leaf}, &leaf}, std::pair{files.trusted, &order.trusted},
          std::pair{files.untrusted, &order.untrusted}}) {
        if (const auto added = addParts(paths, *parts); !added)
            return tl::unexpected(added.error());
    }
    order.leaf = std::move(leaf.front());
    if (!files.crls.empty()) {
        remember(order.leaf);
        for (const auto* parts : {&order.trusted, &order.untrusted})
            for (const ValidationPart& part : *parts)
                remember(part);
    }
    for (const std::string& path : files.crls)
        if (const auto added = addList(path, order); !added)
            return tl::unexpected(added.error());
    return order;
}

} // namespace

base::Result<check::Verdict> validateFiles(Environment& environment, const ValidationFiles& files,
                                           const check::Policy& policy, base::Time at) {
    auto order = FileReading(environment).read(files);
    if (!order)
        return tl::unexpected(order.error());
    order->policy = policy;
    order->at = at;
    return validate(std::move(*order), environment.access);
}

} // namespace certwright::job
