// Why: see inspect.h.
#include "core/job/inspect.h"

#include "core/check/foreign.h"
#include "core/check/key_form.h"
#include "core/document/parse.h"
#include "core/job/open_key.h"
#include "core/plan/large_lists.h"

namespace certwright::job {

namespace {

bool isCrl(const document::Item& item) {
    return std::holds_alternative<document::Crl>(item.object);
}

// readLarge reads a large list in pieces; false if the file is none, or must be read whole.
bool readLarge(Environment& environment, Inspected& inspected) {
    const auto file =
        environment.fileSystem.open(inspected.path, document::maximumStreamedSize, files::Links::Follow);
    if (!file || !plan::isLargeList(**file))
        return false;
    auto read = plan::streamLists(**file, std::make_shared<const document::WantedSerials>(),
                                  document::Digests::Both, environment.progress);
    if (read && read->whole)
        return false;
    inspected.size = (*file)->size();
    if (!read)
        inspected.error = read.error();
    else
        inspected.content = std::move(read->content);
    if (read && !read->list && inspected.content.items.empty() && inspected.size > document::maximumFileSize)
        inspected.error = base::Error{base::ErrorCode::FileTooLarge, inspected.path, {}};
    return true;
}

void readInto(Environment& environment, Inspected& inspected) {
    const auto info = environment.fileSystem.stat(inspected.path, files::Links::Follow);
    if (info && info->kind == base::FileKind::Regular && info->size > document::leastStreamedSize &&
        readLarge(environment, inspected))
        return;
    auto content =
        environment.fileSystem.read(inspected.path, document::maximumCrlSize, files::Links::Follow);
    if (!content) {
        inspected.error = content.error();
        return;
    }
    inspected.size = content->size();
    inspected.content = document::parse(*content, environment.access);
    base::wipe(*content);
    bool onlyCrls = !inspected.content.items.empty();
    for (const document::Item& item : inspected.content.items)
        onlyCrls = onlyCrls && isCrl(item);
    if (inspected.size > document::maximumFileSize && !onlyCrls) {
        inspected.content = {};
        inspected.error = base::Error{base::ErrorCode::FileTooLarge, inspected.path, {}};
    }
}

// tellForm says what the file holds besides objects, and which of those belong together.
void tellForm(Inspected& inspected) {
    const document::ParsedFile& content = inspected.content;
    for (const document::ForeignFile& foreign : content.foreign)
        inspected.findings.push_back(
            {check::Severity::Note, inspected.path, check::foreignBody(inspected.path, foreign)});
    for (const document::Repair repair : content.repairs)
        inspected.findings.push_back(
            {check::Severity::Note, inspected.path, check::repairedBody(inspected.path, repair)});
    for (const document::Damage& damage : content.damages)
        inspected.findings.push_back(
            {check::Severity::Warning, inspected.path, check::damageBody(inspected.path, damage)});
    std::vector<const document::Certificate*> certificates;
    for (const document::Item& item : content.items)
        if (const auto* certificate = std::get_if<document::Certificate>(&item.object))
            certificates.push_back(certificate);
    for (check::Finding& pair : check::tlcpPairs(certificates))
        inspected.findings.push_back(std::move(pair));
    for (const document::Item& item : content.items)
        for (const document::Fault remark : item.remarks)
            inspected.findings.push_back(
                {check::Severity::Warning, inspected.path, check::remarkBody(inspected.path, remark)});
    for (const document::Aside& aside : content.asides)
        inspected.findings.push_back(
            {check::Severity::Note, inspected.path, check::asideBody(inspected.path, aside)});
}

void tellRemarks(const document::Item& item, Inspected& inspected) {
    if (const auto* key = std::get_if<document::PrivateKey>(&item.object))
        for (const document::Fault remark : key->remarks)
            inspected.findings.push_back(
                {check::Severity::Warning, inspected.path, check::remarkBody(inspected.path, remark)});
}

// What could be opened stands in place of its encrypted form.
base::Status openItem(Environment& environment, PasswordSource& passwords, document::Item item,
                      std::vector<document::Item>& opened, Inspected& inspected) {
    check::SourcedKey state;
    if (const auto* key = std::get_if<document::EncryptedKey>(&item.object)) {
        auto result = openKey(*key, inspected.path, passwords, environment.access);
        if (!result)
            return tl::unexpected(result.error());
        state = result->state;
        if (result->key)
            item.object = std::move(*result->key);
        opened.push_back(std::move(item));
    } else if (const auto* container = std::get_if<document::Pkcs12>(&item.object)) {
        auto result = openContainer(*container, inspected.path, passwords, environment.access);
        if (!result)
            return tl::unexpected(result.error());
        state = result->state;
        for (const document::Aside& aside : result->asides)
            inspected.findings.push_back(
                {check::Severity::Note, inspected.path, check::asideBody(inspected.path, aside)});
        if (result->items) {
            for (document::Item& inner : *result->items)
                opened.push_back(std::move(inner));
        } else {
            opened.push_back(std::move(item));
        }
    } else {
        opened.push_back(std::move(item));
        return {};
    }
    if (auto finding = keyFinding(state))
        inspected.findings.push_back(std::move(*finding));
    return {};
}

} // namespace

base::Result<Inspected> inspect(Environment& environment, const std::string& path,
                                PasswordSource* passwords) {
    Inspected inspected;
    inspected.path = path;
    environment.progress.enter(base::Step::Load, 0, 1);
    if (environment.progress.cancelled())
        return base::failure(base::ErrorCode::Cancelled);
    readInto(environment, inspected);
    if (inspected.error && inspected.error->code == base::ErrorCode::Cancelled)
        return tl::unexpected(*inspected.error);
    tellForm(inspected);
    if (passwords == nullptr) {
        for (const document::Item& item : inspected.content.items)
            tellRemarks(item, inspected);
        return inspected;
    }
    std::vector<document::Item> opened;
    for (document::Item& item : inspected.content.items)
        if (auto done = openItem(environment, *passwords, std::move(item), opened, inspected); !done)
            return tl::unexpected(done.error());
    inspected.content.items = std::move(opened);
    for (const document::Item& item : inspected.content.items)
        tellRemarks(item, inspected);
    return inspected;
}

} // namespace certwright::job
