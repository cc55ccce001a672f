// Why: a finding is what was seen in somebody's files, as data; ui/text makes the sentences. One closed list
// of bodies, so that a finding without a sentence does not compile.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/check/bodies_certificate.h"
#include "core/check/bodies_change.h"
#include "core/check/bodies_command.h"
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
#include "core/check/bodies_served.h"
#include "core/check/bodies_source.h"
#include "core/check/bodies_target.h"
#include "core/check/bodies_vendor.h"
#include "core/check/body_list.h"
#include "core/check/severity.h"

namespace certwright::check {

// FindingBodies is the closed list of all bodies.
using FindingBodies = BodyList<
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
    SourceForeign, SourceRepaired, CertificateTlcpPair,
    // the vendor's key library
    ProtectorKmc, ProtectorCertImport, VendorLibraryMissing, VendorLibraryUnsafe, VendorLibraryArchitecture,
    VendorLibraryDependency, VendorLibrarySymbol, VendorSemaphore, VendorCrashed, VendorTimedOut,
    VendorGarbage, VendorFailed, VendorHelperMissing, VendorRotation, VendorNotChecked, CertImportFailed,
    CertImportIncomplete,
    // a service's own commands, and where its config takes a line
    CommandPlanned, CommandRefused, CommandMissing, CommandTimedOut, ReloadNeeded, BlockNotChosen,
    BlockUnknown, BlockMissing, BlockDirective, BlockNotListening,
    // what a server really serves
    ServedInstalled, ServedOld, ServedOther, ServedChainIncomplete, ServedChainOrder, ServedRoot,
    ServedProtocol, ServedCipher, ServedStaple, ServedNoClientCheck, ServedUntrusted, ServedClientNeeded,
    ServedClientRefused>;

// FindingBody is one body out of FindingBodies, of which copies share what they never change. It is not a
// std::variant: the functions of one with this many alternatives are gigabytes in a debug build.
class FindingBody {
  public:
    // Holds `body`; made implicitly where a finding is written down.
    template <typename Body>
    requires(FindingBodies::contains<Body>()) FindingBody(Body body) // NOLINT(google-explicit-constructor)
        : m_index(FindingBodies::indexOf<Body>())
        , m_body(std::make_shared<const Body>(std::move(body))) {}
    FindingBody()
        : FindingBody(FileUnreadable{}) {}

    // is tells whether it is any of `Bodies`.
    template <typename... Bodies> bool is() const {
        return ((m_index == FindingBodies::indexOf<Bodies>()) || ...);
    }
    // as returns the body if it is this one, else nullptr.
    template <typename Body> const Body* as() const {
        return is<Body>() ? static_cast<const Body*>(m_body.get()) : nullptr;
    }
    // visit returns what `visitor` returns for the body; it must take every body of the list.
    template <typename Visitor> auto visit(const Visitor& visitor) const {
        return FindingBodies::visit(visitor, m_index, m_body.get());
    }

  private:
    std::size_t m_index;
    std::shared_ptr<const void> m_body;
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
