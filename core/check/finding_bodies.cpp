// Why: every body can be put into a finding, and only this file pays for compiling that (see FindingBody).
#include "core/check/finding.h"

namespace certwright::check {

template <typename Body>
requires(!std::is_same_v<Body, FindingBody>) FindingBody::FindingBody(Body body)
    : m_variant(std::make_unique<FindingVariant>(std::in_place_type<Body>, std::move(body))) {}

template FindingBody::FindingBody(FileUnreadable);
template FindingBody::FindingBody(FileTooLarge);
template FindingBody::FindingBody(FileUnrecognised);
template FindingBody::FindingBody(FileDamaged);
template FindingBody::FindingBody(FileUnused);
template FindingBody::FindingBody(SourceSymlink);
template FindingBody::FindingBody(SourceForeignOwner);
template FindingBody::FindingBody(SourceKeyMode);
template FindingBody::FindingBody(SlotMissing);
template FindingBody::FindingBody(SlotAmbiguous);
template FindingBody::FindingBody(SlotWrongKind);
template FindingBody::FindingBody(PasswordNeeded);
template FindingBody::FindingBody(PasswordWrong);
template FindingBody::FindingBody(PasswordTooLong);
template FindingBody::FindingBody(PasswordInGb18030);
template FindingBody::FindingBody(KeyUnsupported);
template FindingBody::FindingBody(KeyDamaged);
template FindingBody::FindingBody(KeyUnencrypted);
template FindingBody::FindingBody(KeyMismatch);
template FindingBody::FindingBody(KeyType);
template FindingBody::FindingBody(KeyTooSmall);
template FindingBody::FindingBody(KeySmall);
template FindingBody::FindingBody(LeafIsCa);
template FindingBody::FindingBody(CertificateVersion);
template FindingBody::FindingBody(CertificateExpired);
template FindingBody::FindingBody(CertificateNotYetValid);
template FindingBody::FindingBody(CertificateExpiresSoon);
template FindingBody::FindingBody(CertificateExpires);
template FindingBody::FindingBody(CertificateLongValidity);
template FindingBody::FindingBody(SignatureAlgorithm);
template FindingBody::FindingBody(ExtendedKeyUsage);
template FindingBody::FindingBody(NoAltNames);
template FindingBody::FindingBody(HostMismatch);
template FindingBody::FindingBody(IssuerNotCa);
template FindingBody::FindingBody(IssuerNoCertSign);
template FindingBody::FindingBody(IssuerNoCrlSign);
template FindingBody::FindingBody(IssuerMissing);
template FindingBody::FindingBody(IssuerSignatureInvalid);
template FindingBody::FindingBody(ChainReordered);
template FindingBody::FindingBody(CertificateUnused);
template FindingBody::FindingBody(CrlWrongIssuer);
template FindingBody::FindingBody(CrlSignatureInvalid);
template FindingBody::FindingBody(CrlExpired);
template FindingBody::FindingBody(CrlNotYetValid);
template FindingBody::FindingBody(CrlExpiresSoon);
template FindingBody::FindingBody(CrlNoNextUpdate);
template FindingBody::FindingBody(CrlConverted);
template FindingBody::FindingBody(Revoked);
template FindingBody::FindingBody(RootMissing);
template FindingBody::FindingBody(RootForeign);
template FindingBody::FindingBody(FolderMode);
template FindingBody::FindingBody(FolderOwner);
template FindingBody::FindingBody(FolderWritable);
template FindingBody::FindingBody(TargetSymlink);
template FindingBody::FindingBody(TargetHardLink);
template FindingBody::FindingBody(TargetOwner);
template FindingBody::FindingBody(TargetNotRegular);
template FindingBody::FindingBody(TargetReplaced);
template FindingBody::FindingBody(TargetRemoved);
template FindingBody::FindingBody(PathAlphabet);
template FindingBody::FindingBody(RunningAsRoot);
template FindingBody::FindingBody(DiskSpace);
template FindingBody::FindingBody(ConfigMissing);
template FindingBody::FindingBody(ConfigDuplicateKey);
template FindingBody::FindingBody(ConfigUneditable);
template FindingBody::FindingBody(ConfigTooManyLines);
template FindingBody::FindingBody(ConfigLineTooLong);
template FindingBody::FindingBody(ConfigInterpolation);
template FindingBody::FindingBody(ValueTooLong);
template FindingBody::FindingBody(ValueAlphabet);
template FindingBody::FindingBody(ProtectorBuiltin);
template FindingBody::FindingBody(KeyStoreForeign);
template FindingBody::FindingBody(KeyStoreRepaired);
template FindingBody::FindingBody(KeyStoreDamaged);
template FindingBody::FindingBody(RetentionBeforeCertificate);
template FindingBody::FindingBody(RetentionLongAfter);
template FindingBody::FindingBody(InstalledMissing);
template FindingBody::FindingBody(InstalledMode);
template FindingBody::FindingBody(InstalledOwner);
template FindingBody::FindingBody(InstalledNotConfigured);
template FindingBody::FindingBody(InstalledHash);
template FindingBody::FindingBody(InstalledBackup);
template FindingBody::FindingBody(InstalledSeal);
template FindingBody::FindingBody(InstalledPassphrase);
template FindingBody::FindingBody(InstalledUnreadable);
template FindingBody::FindingBody(RetentionPassed);
template FindingBody::FindingBody(ProofFailed);
template FindingBody::FindingBody(TransactionUndone);
template FindingBody::FindingBody(TransactionUnproved);

} // namespace certwright::check
