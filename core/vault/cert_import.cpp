// Why: see cert_import.h.
#include "core/vault/cert_import.h"

#include <filesystem>
#include <set>

#include "core/files/path.h"
#include "core/process/terminal.h"
#include "core/secret/charset.h"
#include "core/vault/kmc_ground.h"
#include "core/vault/kmc_work_folder.h"

namespace certwright::vault {

namespace {

using base::ErrorCode;
using base::FileKind;
using base::Status;
using files::Links;

constexpr std::uint64_t mostOctets = 64UL * 1024 * 1024;
constexpr std::size_t mostFiles = 2000;
constexpr std::uint64_t largestResult = 10UL * 1024 * 1024;
constexpr int deepest = 8;
constexpr const char* homeFolder = "home";
constexpr const char* inputFolder = "certwright-input";

// Stage builds the copy below `m_to`.
class Stage {
  public:
    Stage(files::FileSystem& fileSystem, std::string from, std::string to)
        : m_files(fileSystem)
        , m_from(std::move(from))
        , m_to(std::move(to)) {}

    // copy copies a file, or a folder with all regular files in it; what is not there is no fault.
    Status copy(const std::string& relative, int depth = 0) {
        const std::string source = files::join(m_from, relative);
        const auto info = m_files.stat(source, Links::Refuse);
        if (!info)
            return info.error().code == ErrorCode::FileNotFound ? Status() : tl::unexpected(info.error());
        if (info->kind == FileKind::Regular)
            return copyFile(relative, *info);
        if (info->kind != FileKind::Folder || depth > deepest)
            return {};
        if (const Status made = folder(relative); !made)
            return made;
        const auto names = m_files.list(source);
        if (!names)
            return tl::unexpected(names.error());
        for (const std::string& name : *names)
            if (const Status copied = copy(files::join(relative, name), depth + 1); !copied)
                return copied;
        return {};
    }

    // folder makes `relative` and what is missing above it.
    Status folder(const std::string& relative) {
        if (relative.empty() || relative == "." || m_made.contains(relative))
            return {};
        if (const Status above = folder(files::parentOf(relative)); !above)
            return above;
        m_made.insert(relative);
        return m_files.makeFolder(files::join(m_to, relative), 0700, std::nullopt);
    }

    Status write(const std::string& relative, base::ByteView content, std::uint32_t mode) {
        if (const Status above = folder(files::parentOf(relative)); !above)
            return above;
        return m_files.writeNew(files::join(m_to, relative), content, mode, std::nullopt);
    }

    // link makes a folder that is only read look as if it were in the copy.
    Status link(const std::string& relative) {
        const std::string source = files::join(m_from, relative);
        const auto info = m_files.stat(source, Links::Follow);
        if (!info || info->kind != FileKind::Folder || m_made.contains(relative))
            return {};
        if (const Status above = folder(files::parentOf(relative)); !above)
            return above;
        std::error_code error;
        std::filesystem::create_directory_symlink(source, files::join(m_to, relative), error);
        return error ? base::failure(ErrorCode::InputOutput, relative, error.message()) : Status();
    }

  private:
    Status copyFile(const std::string& relative, const base::FileInfo& info) {
        m_octets += info.size;
        if (m_octets > mostOctets || ++m_count > mostFiles)
            return base::failure(ErrorCode::FileTooLarge, files::join(m_from, relative));
        auto content = m_files.read(files::join(m_from, relative), mostOctets, Links::Refuse);
        if (!content)
            return tl::unexpected(content.error());
        const Status written = write(relative, *content, info.mode & 0777U);
        base::wipe(*content);
        return written;
    }

    files::FileSystem& m_files;
    std::string m_from;
    std::string m_to;
    std::set<std::string> m_made;
    std::uint64_t m_octets = 0;
    std::size_t m_count = 0;
};

Status fill(const CertImportRequest& request, Stage& stage) {
    Status status = stage.copy(request.importer);
    for (const std::string& path : request.copies)
        if (status && path != request.importer)
            status = stage.copy(path);
    for (const std::string& path : request.folders)
        if (status)
            status = stage.folder(path);
    for (const std::string& path : {request.serviceFolder, std::string(homeFolder), std::string(inputFolder)})
        if (status)
            status = stage.folder(path);
    for (const std::string& path : request.links)
        if (status)
            status = stage.link(path);
    const std::string input = inputFolder;
    if (status)
        status = stage.write(input + "/ca.crt", request.ca, 0600);
    if (status)
        status = stage.write(input + "/server.crt", request.certificate, 0600);
    if (status)
        status = stage.write(input + "/server.key", request.key, 0600);
    if (status && request.crl)
        status = stage.write(input + "/ca.crl", *request.crl, 0600);
    return status;
}

process::Dialogue dialogueIn(const std::string& copy, const CertImportRequest& request) {
    const std::string input = files::join(copy, inputFolder);
    process::Dialogue dialogue;
    dialogue.program.words = {files::join(copy, request.importer),
                              "-c",
                              input + "/ca.crt",
                              "-s",
                              input + "/server.crt",
                              "-k",
                              input + "/server.key"};
    if (request.crl)
        dialogue.program.words.insert(dialogue.program.words.end(), {"-r", input + "/ca.crl"});
    dialogue.program.folder = files::join(copy, request.serviceFolder);
    dialogue.program.limit = request.limit;
    dialogue.program.maximumOutput = 8192;
    dialogue.variables = {request.home + "=" + copy, "HOME=" + files::join(copy, homeFolder)};
    return dialogue;
}

// runIn makes the copy in one of the work folders and runs there. ProgramMissing: that folder runs nothing.
base::Result<CertImportRun> runIn(const std::string& workFolder, const CertImportRequest& request,
                                  const secret::SecretBytes& password, files::FileSystem& fileSystem,
                                  base::Progress& progress, secret::SecretAccess access) {
    KmcWorkFolder folder(fileSystem);
    Status ready = folder.make({workFolder}, {}, std::nullopt);
    Stage stage(fileSystem, request.root, folder.path());
    if (ready)
        ready = fill(request, stage);
    if (!ready)
        return tl::unexpected(ready.error());
    auto ended = process::runAtTerminal(dialogueIn(folder.path(), request), password, progress, access);
    if (!ended) {
        ended.error().subject = files::join(request.root, request.importer);
        return tl::unexpected(ended.error());
    }
    CertImportRun run{ended->status, ended->signal, std::move(ended->output), {}};
    if (run.status != 0 || run.signal != 0)
        return run;
    for (const std::string& path : request.results) {
        auto content = fileSystem.read(files::join(folder.path(), path), largestResult, Links::Refuse);
        if (content)
            run.files[path] = std::move(*content);
    }
    return run;
}

// allowed judges what would be run, and with which rights.
Status allowed(const CertImportRequest& request, const secret::SecretBytes& password,
               const files::FileReader& reader, secret::SecretAccess access) {
    const std::string program = files::join(request.root, request.importer);
    if (secret::characterCount(password, access) > longestImportPassword)
        return base::failure(ErrorCode::InvalidArgument, program);
    if (reader.self().user == 0 && request.account && request.account->user != 0)
        return base::failure(ErrorCode::NotSupported, program);
    const auto judged = safeProgram(reader, program);
    if (judged)
        return {};
    if (judged.error().kind == VendorFaultKind::LibraryMissing)
        return base::failure(ErrorCode::ProgramMissing, program);
    return base::failure(ErrorCode::TargetUnsafe, judged.error().path, judged.error().name);
}

} // namespace

base::Result<CertImportRun> runCertImport(const CertImportRequest& request,
                                          const secret::SecretBytes& password,
                                          const std::vector<std::string>& workFolders,
                                          files::FileSystem& fileSystem, base::Progress& progress,
                                          secret::SecretAccess access) {
    if (const Status status = allowed(request, password, fileSystem, access); !status)
        return tl::unexpected(status.error());
    base::Result<CertImportRun> run = base::failure(ErrorCode::InputOutput, request.importer);
    for (const std::string& folder : workFolders) {
        run = runIn(folder, request, password, fileSystem, progress, access);
        if (run ||
            (run.error().code != ErrorCode::ProgramMissing && run.error().code != ErrorCode::InputOutput))
            break;
    }
    return run;
}

} // namespace certwright::vault
