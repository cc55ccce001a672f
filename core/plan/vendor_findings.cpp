// Why: see vendor_findings.h.
#include "core/plan/vendor_findings.h"

namespace certwright::plan {

namespace {

check::FindingBody bodyOf(const vault::VendorFault& fault) {
    using vault::VendorFaultKind;
    switch (fault.kind) {
    case VendorFaultKind::HelperMissing:
        return check::VendorHelperMissing{fault.path};
    case VendorFaultKind::LibraryMissing:
        return check::VendorLibraryMissing{fault.path};
    case VendorFaultKind::Unsafe:
        return check::VendorLibraryUnsafe{fault.path, fault.name};
    case VendorFaultKind::Architecture:
        return check::VendorLibraryArchitecture{fault.path, fault.found, fault.expected};
    case VendorFaultKind::Dependency:
        return check::VendorLibraryDependency{fault.path, fault.name};
    case VendorFaultKind::Symbol:
        return check::VendorLibrarySymbol{fault.path, fault.name};
    case VendorFaultKind::Semaphore:
        return check::VendorSemaphore{fault.path, fault.found, fault.name};
    case VendorFaultKind::Crashed:
        return check::VendorCrashed{fault.path, fault.name, fault.number};
    case VendorFaultKind::TimedOut:
        return check::VendorTimedOut{fault.path, fault.name, fault.number};
    case VendorFaultKind::Garbage:
        return check::VendorGarbage{fault.path, fault.name};
    case VendorFaultKind::System:
        return check::VendorNotStarted{fault.path, fault.name, fault.found, fault.expected};
    case VendorFaultKind::Failed:
    case VendorFaultKind::Cancelled:
        break;
    }
    return check::VendorFailed{fault.path, fault.name, fault.number};
}

} // namespace

check::Finding findingOf(const vault::VendorFault& fault) {
    return {check::Severity::Blocker, fault.path, bodyOf(fault)};
}

base::Error errorOf(const vault::VendorFault& fault) {
    if (fault.kind == vault::VendorFaultKind::Cancelled)
        return {base::ErrorCode::Cancelled, fault.path, {}};
    std::string detail(check::codeOf(findingOf(fault)));
    for (const std::string& part : {fault.name, fault.found, fault.expected})
        if (!part.empty())
            detail += " " + part;
    if (fault.number != 0)
        detail += " " + std::to_string(fault.number);
    return {base::ErrorCode::VendorFailed, fault.path, detail};
}

check::Findings findingsOf(const std::string& program, const vault::CertImportRun& run,
                           const std::vector<std::string>& required) {
    if (run.status != 0 || run.signal != 0)
        return {
            {check::Severity::Blocker, program,
             check::CertImportFailed{program, run.status != 0 ? run.status : 128 + run.signal, run.said}}};
    check::Findings findings;
    for (const std::string& file : required) {
        const auto made = run.files.find(file);
        if (made == run.files.end() || made->second.empty())
            findings.push_back(
                {check::Severity::Blocker, program, check::CertImportIncomplete{program, file}});
    }
    return findings;
}

} // namespace certwright::plan
