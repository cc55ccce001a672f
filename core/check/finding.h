// Why: a finding is what was seen in somebody's files, as data; ui/text makes the sentences. One closed
// variant, so that a finding without a sentence does not compile.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "core/check/bodies_certificate.h"
#include "core/check/bodies_change.h"
#include "core/check/bodies_condition.h"
#include "core/check/bodies_crl.h"
#include "core/check/bodies_foreign.h"
#include "core/check/bodies_installed.h"
#include "core/check/bodies_key.h"
#include "core/check/bodies_keyform.h"
#include "core/check/bodies_large_crl.h"
#include "core/check/bodies_names.h"
#include "core/check/bodies_path.h"
#include "core/check/bodies_policies.h"
#include "core/check/bodies_revocation.h"
#include "core/check/bodies_source.h"
#include "core/check/bodies_target.h"
#include "core/check/severity.h"

namespace certwright::check {

using FindingVariant = std::variant<
    // what was brought
    FileUnreadable, FileTooLarge, ArchiveEncrypted, ArchiveRefused, FileUnrecognised, FileDamaged, FileUnused,
    SourceSymlink, SourceForeignOwner, SourceKeyMode, SlotMissing, SlotAmbiguous, SlotWrongKind,
    // the key
    PasswordNeeded, PasswordWrong, PasswordTooLong, PasswordInGb18030, KeyUnsupported, KeyDamaged,
    KeyUnencrypted, KeyMismatch, KeyType, KeyTooSmall, KeySmall,
    // the form of keys and containers
    KeyMalformed, PartUnusable,
    // certificates
    LeafIsCa, CertificateVersion, CertificateExpired, CertificateNotYetValid, CertificateExpiresSoon,
    CertificateExpires, CertificateLongValidity, SignatureAlgorithm, ExtendedKeyUsage, NoAltNames,
    HostMismatch, IssuerNotCa, IssuerNoCertSign, IssuerNoCrlSign, IssuerMissing, IssuerSignatureInvalid,
    ChainReordered, CertificateUnused,
    // the path, and the form of what is in it
    PathLength, PathTooDeep, PathTooComplex, PathAlternatives, PathPurpose, CertificatePurpose,
    CriticalExtension, ExtensionMalformed, ExtensionRepeated, CertificateEncoding, KeyIdentifierMismatch,
    CertificateKeyUsage, KeyUnsafe, CaNoRoot, LintBroken,
    // names and policies along the path
    NameNotPermitted, NameExcluded, NameConstraintsMalformed, NameConstraintsUnsupported, NameConstraintsForm,
    NamesTooComplex, PathPolicy, PolicyMappingAny, PolicyConstraintsForm,
    // revocation lists
    CrlWrongIssuer, CrlSignatureInvalid, CrlExpired, CrlNotYetValid, CrlExpiresSoon, CrlNoNextUpdate,
    CrlConverted, Revoked,
    // revocation lists against a whole path
    CrlDelta, CrlDeltaBaseMissing, CrlScope, CrlSomeReasons, CrlCriticalExtension, CrlNumber, CrlForm,
    CrlIndirect, CrlRepeatedEntry, CrlSignerUnknown, CertificateOnHold, RevocationUnknown,
    // large revocation lists
    CrlNotSearched, InstalledFileTooLarge,
    // where it goes
    RootMissing, RootForeign, FolderMode, FolderOwner, FolderWritable, TargetSymlink, TargetHardLink,
    TargetOwner, TargetNotRegular, TargetReplaced, TargetRemoved, PathAlphabet, RunningAsRoot, DiskSpace,
    ConfigMissing, ConfigDuplicateKey, ConfigUneditable, ConfigTooManyLines, ConfigLineTooLong,
    ConfigInterpolation, ValueTooLong, ValueAlphabet, ProtectorBuiltin, KeyStoreForeign, KeyStoreRepaired,
    KeyStoreDamaged, RetentionBeforeCertificate, RetentionLongAfter,
    // what is installed, and the proof
    InstalledMissing, InstalledMode, InstalledOwner, InstalledNotConfigured, InstalledHash, InstalledBackup,
    InstalledSeal, InstalledPassphrase, InstalledUnreadable, RetentionPassed, ProofFailed, TransactionUndone,
    TransactionUnproved,
    // what a later change would do
    ReplaceNothingInstalled, ReplaceNothing, ReplaceShorter, ReplaceNamesLost, ReplaceKeyWeaker,
    ReplaceCaChanged, SwapInOneStep, SwapStepwise, CrlNotConfigured, CrlOlder, CrlSame, CrlRevokesServer,
    CrlReadAtStart, ConfigMerged, RollbackWithheld, RollbackNothing, RollbackUnproved, HistoryEntryDamaged,
    SourceNotInstalled, SourceInstalled, SourceLinked, SourceArchive, KeyCopyFound, KeyCopyUnknown,
    WipeLimits,
    // the condition of folder, disk and past
    AccessList, LeftoverReadable, KeyStoresDiffer, NotRepairable, AdoptedAlready, AdoptOutside, AdoptClearKey,
    ServiceMoved, ServiceGone, ServiceUnreadable, ServiceListDamaged, RetentionShortened, NeedsAsOwner,
    NetworkVolume, ReadOnlyVolume, ModelessVolume, ClockBehind,
    // what is in other formats, or in parts unreadable
    SourceForeign, SourceRepaired, CertificateTlcpPair>;

// FindingBody owns one of the bodies. Its members are defined in finding.cpp and finding_bodies.cpp alone: a
// variant of this many types, copied and destroyed in every file that mentions a finding, would take most of
// the build's time.
class FindingBody {
  public:
    // Holds `body`, any alternative of FindingVariant; made implicitly where a finding is written down.
    template <typename Body>
    requires(!std::is_same_v<Body, FindingBody>)
        FindingBody(Body body); // NOLINT(google-explicit-constructor)
    FindingBody();
    FindingBody(const FindingBody& other);
    FindingBody(FindingBody&& other) noexcept;
    FindingBody& operator=(const FindingBody& other);
    FindingBody& operator=(FindingBody&& other) noexcept;
    ~FindingBody();

    const FindingVariant& variant() const { return *m_variant; }

  private:
    std::unique_ptr<FindingVariant> m_variant;
};

// Finding: `subject` is what it is about (a path as given, a slot id, a config key). Worst first is the order
// of Severity.
struct Finding {
    Severity severity = Severity::Note;
    std::string subject;
    FindingBody body;
};

using Findings = std::vector<Finding>;

// codeOf returns the stable dotted code of the body ("key.mismatch").
std::string_view codeOf(const Finding& finding);
// severityName returns "blocker", "warning" or "note".
std::string_view severityName(Severity severity);
// blocks tells whether any finding is a blocker.
bool blocks(const Findings& findings);
// sortWorstFirst orders by severity and keeps the order within one.
void sortWorstFirst(Findings& findings);

} // namespace certwright::check
