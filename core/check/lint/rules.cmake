# The rules of form by kind, in the order of rules.cpp; lint_sources is all of this folder.
set(certificate_rules
    lint/serial_zero.cpp lint/serial_negative.cpp lint/serial_long.cpp lint/serial_short.cpp
    lint/version_with_extensions.cpp lint/version_old.cpp lint/version_default.cpp lint/unique_identifier.cpp
    lint/issuer_empty.cpp lint/ca_subject_empty.cpp lint/validity_generalized_early.cpp lint/validity_endless.cpp
    lint/lifetime.cpp lint/ca_lifetime.cpp lint/signature_rsa_parameters.cpp lint/signature_ecdsa_parameters.cpp
    lint/signature_eddsa_parameters.cpp lint/signature_pss_form.cpp lint/signature_md5.cpp lint/signature_sha1.cpp
    lint/signature_unused_bits.cpp lint/extensions_empty.cpp lint/extension_critical_false.cpp
    lint/extension_critical_not_der.cpp lint/der_encoding.cpp)
set(key_rules
    lint/key_unused_bits.cpp lint/key_rsa_parameters.cpp lint/key_rsa_small.cpp lint/key_rsa_octets.cpp
    lint/key_rsa_modulus_even.cpp lint/key_rsa_modulus_negative.cpp lint/key_rsa_small_factor.cpp
    lint/key_rsa_exponent_even.cpp lint/key_rsa_exponent_one.cpp lint/key_rsa_exponent_low.cpp
    lint/key_rsa_exponent_large.cpp lint/key_rsa_pss.cpp lint/key_dsa.cpp lint/key_eddsa.cpp
    lint/key_eddsa_parameters.cpp lint/key_ec_curve.cpp lint/key_ec_named.cpp lint/key_ec_weak.cpp
    lint/key_ec_compressed.cpp lint/key_ec_point.cpp lint/key_ec_off_curve.cpp)
set(usage_rules
    lint/root_basic_constraints_not_critical.cpp lint/ca_basic_constraints_not_critical.cpp
    lint/ca_basic_constraints_missing.cpp lint/basic_constraints_false.cpp lint/basic_constraints_true.cpp
    lint/path_length_not_ca.cpp lint/path_length_without_cert_sign.cpp lint/path_length_negative.cpp
    lint/path_length_huge.cpp lint/ca_key_usage_missing.cpp lint/leaf_cert_sign.cpp lint/leaf_crl_sign.cpp
    lint/leaf_non_repudiation.cpp lint/leaf_data_encipherment.cpp lint/key_usage_empty.cpp
    lint/key_usage_not_critical.cpp lint/key_usage_not_minimal.cpp lint/key_usage_ec.cpp lint/key_usage_eddsa.cpp
    lint/key_usage_x25519.cpp lint/key_usage_ml_dsa.cpp lint/key_usage_dsa.cpp lint/key_usage_dh.cpp
    lint/leaf_no_digital_signature.cpp lint/key_usage_only.cpp lint/eku_empty.cpp lint/eku_critical_any.cpp
    lint/eku_repeated.cpp lint/leaf_eku_missing.cpp lint/leaf_eku_no_server.cpp lint/leaf_eku_any.cpp
    lint/leaf_eku_forbidden.cpp lint/leaf_eku_critical.cpp lint/root_eku.cpp lint/ca_eku_missing.cpp
    lint/ca_eku_mixed.cpp lint/leaf_is_ca.cpp)
set(identifier_rules
    lint/ca_ski_missing.cpp lint/ski_critical.cpp lint/ski_empty.cpp lint/ski_method.cpp lint/aki_missing.cpp
    lint/aki_critical.cpp lint/aki_no_key_id.cpp lint/aki_incomplete.cpp lint/aki_issuer.cpp lint/root_aki_no_key_id.cpp
    lint/root_aki_issuer.cpp lint/root_aki_unlike_ski.cpp lint/aia_critical.cpp lint/aia_empty.cpp
    lint/aia_malformed.cpp lint/aia_scheme.cpp lint/leaf_aia_missing.cpp lint/sia_critical.cpp lint/ian_critical.cpp
    lint/ian_empty.cpp lint/directory_attributes_critical.cpp lint/private_key_usage_period.cpp
    lint/tls_feature_malformed.cpp lint/tls_feature_critical.cpp lint/precertificate.cpp lint/sct_malformed.cpp
    lint/leaf_sct_missing.cpp)
set(altname_rules
    lint/subject_empty_no_san.cpp lint/subject_empty_san_not_critical.cpp lint/san_critical.cpp lint/san_missing.cpp
    lint/san_empty.cpp lint/san_repeated.cpp lint/san_kind.cpp lint/san_ip_length.cpp lint/san_ip_reserved.cpp
    lint/san_email_form.cpp lint/san_uri_form.cpp lint/san_not_ascii.cpp)
set(dns_rules
    lint/dns_empty.cpp lint/dns_space.cpp lint/dns_not_ascii.cpp lint/dns_character.cpp lint/dns_underscore.cpp
    lint/dns_label_long.cpp lint/dns_name_long.cpp lint/dns_leading_dot.cpp lint/dns_trailing_dot.cpp
    lint/dns_empty_label.cpp lint/dns_hyphen.cpp lint/dns_address.cpp lint/dns_single_label.cpp
    lint/dns_internal_name.cpp lint/dns_wildcard_bare.cpp lint/dns_wildcard_placement.cpp
    lint/dns_wildcard_public_suffix.cpp lint/dns_a_label.cpp lint/dns_reserved_label.cpp)
set(name_rules
    lint/name_string_type.cpp lint/name_printable_character.cpp lint/name_country.cpp lint/name_long.cpp
    lint/name_empty_value.cpp lint/name_spaces.cpp lint/name_control_character.cpp lint/name_placeholder.cpp
    lint/name_multi_valued.cpp lint/name_common_name_repeated.cpp lint/common_name_not_in_san.cpp
    lint/name_organizational_unit.cpp lint/name_email.cpp lint/name_domain_components.cpp)
set(policy_rules
    lint/name_constraints_leaf.cpp lint/name_constraints_not_critical.cpp lint/name_constraints_empty.cpp
    lint/name_constraints_distance.cpp lint/name_constraints_minimum.cpp lint/policies_empty.cpp
    lint/policies_repeated.cpp lint/policy_qualifiers_empty.cpp lint/policy_qualifier_unknown.cpp
    lint/policy_any_qualifier.cpp lint/policy_notice_encoding.cpp lint/policy_notice_long.cpp
    lint/policy_notice_reference.cpp lint/policy_statement_scheme.cpp lint/leaf_policies_missing.cpp
    lint/leaf_policy_not_reserved.cpp lint/leaf_policy_any.cpp lint/policy_mapping_any.cpp lint/policy_mapping_leaf.cpp
    lint/policy_mapping_empty.cpp lint/policy_mapping_not_critical.cpp lint/policy_mapping_not_asserted.cpp
    lint/policy_constraints_not_critical.cpp lint/policy_constraints_empty.cpp lint/policy_constraints_leaf.cpp
    lint/policy_constraints_negative.cpp lint/inhibit_any_not_critical.cpp lint/inhibit_any_leaf.cpp
    lint/inhibit_any_negative.cpp)
set(point_rules
    lint/cdp_critical.cpp lint/cdp_empty.cpp lint/cdp_reasons_only.cpp lint/cdp_not_uri.cpp lint/cdp_scheme.cpp
    lint/cdp_relative.cpp lint/freshest_crl_critical.cpp lint/revocation_unknown.cpp)
set(lint_sources
    lint/lint.cpp lint/rules.cpp lint/values.cpp lint/extension_values.cpp lint/policy_values.cpp lint/conditions.cpp
    lint/dns_syntax.cpp lint/notice.cpp lint/reserved_addresses.cpp)

# Two hundred files of twenty lines: each kind is compiled as one, or reading headers would take minutes.
foreach(kind certificate key usage identifier altname dns name policy point)
    set_source_files_properties(${${kind}_rules} PROPERTIES UNITY_GROUP ${kind})
    list(APPEND lint_sources ${${kind}_rules})
endforeach()
