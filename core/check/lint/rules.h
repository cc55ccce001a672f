// Why: the names of all rules, one line each; the list in rules.cpp is their order.
#pragma once

#include "core/check/lint/rule.h"

namespace certwright::check::lints {

// What a certificate is outside its extensions.
extern const LintRule serialZero;
extern const LintRule serialNegative;
extern const LintRule serialLong;
extern const LintRule serialShort;
extern const LintRule versionWithExtensions;
extern const LintRule versionOld;
extern const LintRule versionDefault;
extern const LintRule uniqueIdentifier;
extern const LintRule issuerEmpty;
extern const LintRule caSubjectEmpty;
extern const LintRule validityGeneralizedEarly;
extern const LintRule validityEndless;
extern const LintRule lifetime;
extern const LintRule caLifetime;
extern const LintRule signatureRsaParameters;
extern const LintRule signatureEcdsaParameters;
extern const LintRule signatureEddsaParameters;
extern const LintRule signaturePssForm;
extern const LintRule signatureMd5;
extern const LintRule signatureSha1;
extern const LintRule signatureUnusedBits;
extern const LintRule extensionsEmpty;
extern const LintRule extensionCriticalFalse;
extern const LintRule extensionCriticalNotDer;
extern const LintRule derEncoding;

// Public keys.
extern const LintRule keyUnusedBits;
extern const LintRule keyRsaParameters;
extern const LintRule keyRsaSmall;
extern const LintRule keyRsaOctets;
extern const LintRule keyRsaModulusEven;
extern const LintRule keyRsaModulusNegative;
extern const LintRule keyRsaSmallFactor;
extern const LintRule keyRsaExponentEven;
extern const LintRule keyRsaExponentOne;
extern const LintRule keyRsaExponentLow;
extern const LintRule keyRsaExponentLarge;
extern const LintRule keyRsaPss;
extern const LintRule keyDsa;
extern const LintRule keyEddsa;
extern const LintRule keyEddsaParameters;
extern const LintRule keyEcCurve;
extern const LintRule keyEcNamed;
extern const LintRule keyEcWeak;
extern const LintRule keyEcCompressed;
extern const LintRule keyEcPoint;
extern const LintRule keyEcOffCurve;

// Basic constraints, key usage and extended key usage.
extern const LintRule rootBasicConstraintsNotCritical;
extern const LintRule caBasicConstraintsNotCritical;
extern const LintRule caBasicConstraintsMissing;
extern const LintRule basicConstraintsFalse;
extern const LintRule basicConstraintsTrue;
extern const LintRule pathLengthNotCa;
extern const LintRule pathLengthWithoutCertSign;
extern const LintRule pathLengthNegative;
extern const LintRule pathLengthHuge;
extern const LintRule caKeyUsageMissing;
extern const LintRule leafCertSign;
extern const LintRule leafCrlSign;
extern const LintRule leafNonRepudiation;
extern const LintRule leafDataEncipherment;
extern const LintRule keyUsageEmpty;
extern const LintRule keyUsageNotCritical;
extern const LintRule keyUsageNotMinimal;
extern const LintRule keyUsageEc;
extern const LintRule keyUsageEddsa;
extern const LintRule keyUsageX25519;
extern const LintRule keyUsageMlDsa;
extern const LintRule keyUsageDsa;
extern const LintRule keyUsageDh;
extern const LintRule leafNoDigitalSignature;
extern const LintRule keyUsageOnly;
extern const LintRule ekuEmpty;
extern const LintRule ekuCriticalAny;
extern const LintRule ekuRepeated;
extern const LintRule leafEkuMissing;
extern const LintRule leafEkuNoServer;
extern const LintRule leafEkuAny;
extern const LintRule leafEkuForbidden;
extern const LintRule leafEkuCritical;
extern const LintRule rootEku;
extern const LintRule caEkuMissing;
extern const LintRule caEkuMixed;
extern const LintRule leafIsCa;

// Key identifiers, and what an issuer says of itself.
extern const LintRule caSkiMissing;
extern const LintRule skiCritical;
extern const LintRule skiEmpty;
extern const LintRule skiMethod;
extern const LintRule akiMissing;
extern const LintRule akiCritical;
extern const LintRule akiNoKeyId;
extern const LintRule akiIncomplete;
extern const LintRule akiIssuer;
extern const LintRule rootAkiNoKeyId;
extern const LintRule rootAkiIssuer;
extern const LintRule rootAkiUnlikeSki;
extern const LintRule aiaCritical;
extern const LintRule aiaEmpty;
extern const LintRule aiaMalformed;
extern const LintRule aiaScheme;
extern const LintRule leafAiaMissing;
extern const LintRule siaCritical;
extern const LintRule ianCritical;
extern const LintRule ianEmpty;
extern const LintRule directoryAttributesCritical;
extern const LintRule privateKeyUsagePeriod;
extern const LintRule tlsFeatureMalformed;
extern const LintRule tlsFeatureCritical;
extern const LintRule precertificate;
extern const LintRule sctMalformed;
extern const LintRule leafSctMissing;

// Subject alternative names.
extern const LintRule subjectEmptyNoSan;
extern const LintRule subjectEmptySanNotCritical;
extern const LintRule sanCritical;
extern const LintRule sanMissing;
extern const LintRule sanEmpty;
extern const LintRule sanRepeated;
extern const LintRule sanKind;
extern const LintRule sanIpLength;
extern const LintRule sanIpReserved;
extern const LintRule sanEmailForm;
extern const LintRule sanUriForm;
extern const LintRule sanNotAscii;

// DNS names.
extern const LintRule dnsEmpty;
extern const LintRule dnsSpace;
extern const LintRule dnsNotAscii;
extern const LintRule dnsCharacter;
extern const LintRule dnsUnderscore;
extern const LintRule dnsLabelLong;
extern const LintRule dnsNameLong;
extern const LintRule dnsLeadingDot;
extern const LintRule dnsTrailingDot;
extern const LintRule dnsEmptyLabel;
extern const LintRule dnsHyphen;
extern const LintRule dnsAddress;
extern const LintRule dnsSingleLabel;
extern const LintRule dnsInternalName;
extern const LintRule dnsWildcardBare;
extern const LintRule dnsWildcardPlacement;
extern const LintRule dnsWildcardPublicSuffix;
extern const LintRule dnsALabel;
extern const LintRule dnsReservedLabel;

// The subject's name.
extern const LintRule nameStringType;
extern const LintRule namePrintableCharacter;
extern const LintRule nameCountry;
extern const LintRule nameLong;
extern const LintRule nameEmptyValue;
extern const LintRule nameSpaces;
extern const LintRule nameControlCharacter;
extern const LintRule namePlaceholder;
extern const LintRule nameMultiValued;
extern const LintRule nameCommonNameRepeated;
extern const LintRule commonNameNotInSan;
extern const LintRule nameOrganizationalUnit;
extern const LintRule nameEmail;
extern const LintRule nameDomainComponents;

// Name constraints and policies.
extern const LintRule nameConstraintsLeaf;
extern const LintRule nameConstraintsNotCritical;
extern const LintRule nameConstraintsEmpty;
extern const LintRule nameConstraintsDistance;
extern const LintRule nameConstraintsMinimum;
extern const LintRule policiesEmpty;
extern const LintRule policiesRepeated;
extern const LintRule policyQualifiersEmpty;
extern const LintRule policyQualifierUnknown;
extern const LintRule policyAnyQualifier;
extern const LintRule policyNoticeEncoding;
extern const LintRule policyNoticeLong;
extern const LintRule policyNoticeReference;
extern const LintRule policyStatementScheme;
extern const LintRule leafPoliciesMissing;
extern const LintRule leafPolicyNotReserved;
extern const LintRule leafPolicyAny;
extern const LintRule policyMappingAny;
extern const LintRule policyMappingLeaf;
extern const LintRule policyMappingEmpty;
extern const LintRule policyMappingNotCritical;
extern const LintRule policyMappingNotAsserted;
extern const LintRule policyConstraintsNotCritical;
extern const LintRule policyConstraintsEmpty;
extern const LintRule policyConstraintsLeaf;
extern const LintRule policyConstraintsNegative;
extern const LintRule inhibitAnyNotCritical;
extern const LintRule inhibitAnyLeaf;
extern const LintRule inhibitAnyNegative;

// Distribution points.
extern const LintRule cdpCritical;
extern const LintRule cdpEmpty;
extern const LintRule cdpReasonsOnly;
extern const LintRule cdpNotUri;
extern const LintRule cdpScheme;
extern const LintRule cdpRelative;
extern const LintRule freshestCrlCritical;
extern const LintRule revocationUnknown;

} // namespace certwright::check::lints
