// Why: What can be seen in certificate policies along a path (RFC 5280 sections 4.2.1.4, .5, .11, .14 and
// 6.1). `role` is "server", "intermediate" or "ca"; `name` the subject.
// Plain data; fields() hands each to a visitor by its JSON name, codes are stable.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace certwright::check {

// PathPolicy: the path must be valid for a policy, and there is none; `name` is the certificate at which the
// last one was lost, `wanted` the dotted policies asked for (empty: any).
struct PathPolicy {
    static constexpr std::string_view code = "path.policy";
    std::string role;
    std::string name;
    std::vector<std::string> wanted;

    template <typename Visit> void fields(Visit visit) const {
        visit("role", role);
        visit("name", name);
        visit("wanted", wanted);
    }
};

// PolicyMappingAny: a CA maps from or to any-policy (section 6.1.4 (a)).
struct PolicyMappingAny {
    static constexpr std::string_view code = "path.policy-mapping-any";
    std::string role;
    std::string name;

    template <typename Visit> void fields(Visit visit) const {
        visit("role", role);
        visit("name", name);
    }
};

// PolicyConstraintsForm: policy constraints in a form that RFC 5280 forbids: `form` is "not-critical",
// "empty" or "repeated" (a policy stands in a list twice); `oid` is the extension's.
struct PolicyConstraintsForm {
    static constexpr std::string_view code = "path.policy-constraints-form";
    std::string role;
    std::string name;
    std::string oid;
    std::string form;

    template <typename Visit> void fields(Visit visit) const {
        visit("role", role);
        visit("name", name);
        visit("oid", oid);
        visit("form", form);
    }
};

} // namespace certwright::check
