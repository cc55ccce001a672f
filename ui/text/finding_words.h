// Why: the overload set behind findingText: one function for each finding body, grouped in .cpp files as the
// bodies are. Private to ui/text.
#pragma once

#include "ui/text/finding_text.h"

namespace certwright::text {

FindingText words(const check::FileUnreadable& body, const Phrasebook& book);
FindingText words(const check::FileTooLarge& body, const Phrasebook& book);
FindingText words(const check::FileUnrecognised& body, const Phrasebook& book);
FindingText words(const check::FileDamaged& body, const Phrasebook& book);
FindingText words(const check::FileUnused& body, const Phrasebook& book);
FindingText words(const check::SourceSymlink& body, const Phrasebook& book);
FindingText words(const check::SourceForeignOwner& body, const Phrasebook& book);
FindingText words(const check::SourceKeyMode& body, const Phrasebook& book);
FindingText words(const check::SlotMissing& body, const Phrasebook& book);
FindingText words(const check::SlotAmbiguous& body, const Phrasebook& book);
FindingText words(const check::SlotWrongKind& body, const Phrasebook& book);
FindingText words(const check::PasswordNeeded& body, const Phrasebook& book);
FindingText words(const check::PasswordWrong& body, const Phrasebook& book);
FindingText words(const check::PasswordTooLong& body, const Phrasebook& book);
FindingText words(const check::PasswordInGb18030& body, const Phrasebook& book);
FindingText words(const check::KeyUnsupported& body, const Phrasebook& book);
FindingText words(const check::KeyDamaged& body, const Phrasebook& book);
FindingText words(const check::KeyUnencrypted& body, const Phrasebook& book);
FindingText words(const check::KeyMismatch& body, const Phrasebook& book);
FindingText words(const check::KeyType& body, const Phrasebook& book);
FindingText words(const check::KeyTooSmall& body, const Phrasebook& book);
FindingText words(const check::KeySmall& body, const Phrasebook& book);
FindingText words(const check::LeafIsCa& body, const Phrasebook& book);
FindingText words(const check::CertificateVersion& body, const Phrasebook& book);
FindingText words(const check::CertificateExpired& body, const Phrasebook& book);
FindingText words(const check::CertificateNotYetValid& body, const Phrasebook& book);
FindingText words(const check::CertificateExpiresSoon& body, const Phrasebook& book);
FindingText words(const check::CertificateExpires& body, const Phrasebook& book);
FindingText words(const check::CertificateLongValidity& body, const Phrasebook& book);
FindingText words(const check::SignatureAlgorithm& body, const Phrasebook& book);
FindingText words(const check::ExtendedKeyUsage& body, const Phrasebook& book);
FindingText words(const check::NoAltNames& body, const Phrasebook& book);
FindingText words(const check::HostMismatch& body, const Phrasebook& book);
FindingText words(const check::IssuerNotCa& body, const Phrasebook& book);
FindingText words(const check::IssuerNoCertSign& body, const Phrasebook& book);
FindingText words(const check::IssuerNoCrlSign& body, const Phrasebook& book);
FindingText words(const check::IssuerMissing& body, const Phrasebook& book);
FindingText words(const check::IssuerSignatureInvalid& body, const Phrasebook& book);
FindingText words(const check::ChainReordered& body, const Phrasebook& book);
FindingText words(const check::CertificateUnused& body, const Phrasebook& book);
FindingText words(const check::CrlWrongIssuer& body, const Phrasebook& book);
FindingText words(const check::CrlSignatureInvalid& body, const Phrasebook& book);
FindingText words(const check::CrlExpired& body, const Phrasebook& book);
FindingText words(const check::CrlNotYetValid& body, const Phrasebook& book);
FindingText words(const check::CrlExpiresSoon& body, const Phrasebook& book);
FindingText words(const check::CrlNoNextUpdate& body, const Phrasebook& book);
FindingText words(const check::CrlConverted& body, const Phrasebook& book);
FindingText words(const check::Revoked& body, const Phrasebook& book);
FindingText words(const check::RootMissing& body, const Phrasebook& book);
FindingText words(const check::RootForeign& body, const Phrasebook& book);
FindingText words(const check::FolderMode& body, const Phrasebook& book);
FindingText words(const check::FolderOwner& body, const Phrasebook& book);
FindingText words(const check::FolderWritable& body, const Phrasebook& book);
FindingText words(const check::TargetSymlink& body, const Phrasebook& book);
FindingText words(const check::TargetHardLink& body, const Phrasebook& book);
FindingText words(const check::TargetOwner& body, const Phrasebook& book);
FindingText words(const check::TargetNotRegular& body, const Phrasebook& book);
FindingText words(const check::TargetReplaced& body, const Phrasebook& book);
FindingText words(const check::TargetRemoved& body, const Phrasebook& book);
FindingText words(const check::PathAlphabet& body, const Phrasebook& book);
FindingText words(const check::RunningAsRoot& body, const Phrasebook& book);
FindingText words(const check::DiskSpace& body, const Phrasebook& book);
FindingText words(const check::ConfigMissing& body, const Phrasebook& book);
FindingText words(const check::ConfigDuplicateKey& body, const Phrasebook& book);
FindingText words(const check::ConfigUneditable& body, const Phrasebook& book);
FindingText words(const check::ConfigTooManyLines& body, const Phrasebook& book);
FindingText words(const check::ConfigLineTooLong& body, const Phrasebook& book);
FindingText words(const check::ConfigInterpolation& body, const Phrasebook& book);
FindingText words(const check::ValueTooLong& body, const Phrasebook& book);
FindingText words(const check::ValueAlphabet& body, const Phrasebook& book);
FindingText words(const check::ProtectorBuiltin& body, const Phrasebook& book);
FindingText words(const check::KeyStoreForeign& body, const Phrasebook& book);
FindingText words(const check::KeyStoreRepaired& body, const Phrasebook& book);
FindingText words(const check::KeyStoreDamaged& body, const Phrasebook& book);
FindingText words(const check::RetentionBeforeCertificate& body, const Phrasebook& book);
FindingText words(const check::RetentionLongAfter& body, const Phrasebook& book);
FindingText words(const check::InstalledMissing& body, const Phrasebook& book);
FindingText words(const check::InstalledMode& body, const Phrasebook& book);
FindingText words(const check::InstalledOwner& body, const Phrasebook& book);
FindingText words(const check::InstalledNotConfigured& body, const Phrasebook& book);
FindingText words(const check::InstalledHash& body, const Phrasebook& book);
FindingText words(const check::InstalledBackup& body, const Phrasebook& book);
FindingText words(const check::InstalledSeal& body, const Phrasebook& book);
FindingText words(const check::InstalledPassphrase& body, const Phrasebook& book);
FindingText words(const check::InstalledUnreadable& body, const Phrasebook& book);
FindingText words(const check::RetentionPassed& body, const Phrasebook& book);
FindingText words(const check::ProofFailed& body, const Phrasebook& book);
FindingText words(const check::TransactionUndone& body, const Phrasebook& book);
FindingText words(const check::TransactionUnproved& body, const Phrasebook& book);

} // namespace certwright::text
