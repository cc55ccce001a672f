// Why: What can be seen in name constraints (RFC 5280 section 4.2.1.10). `role` is "server", "intermediate"
// or "ca"; `name` the subject of the certificate that it is about, `by` that of the CA whose constraints
// these are.
// Plain data; fields() hands each to a visitor by its JSON name, codes are stable.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace certwright::check {

// NameNotPermitted: names outside of what a CA may issue for, or that cannot be compared with it; each as
// "DNS:a.example.com". A certificate with very many of them names the first.
struct NameNotPermitted {
    static constexpr std::string_view code = "path.name-not-permitted";
    std::string role;
    std::string name;
    std::string by;
    std::vector<std::string> names;

    template <typename Visit> void fields(Visit visit) const {
        visit("role", role);
        visit("name", name);
        visit("by", by);
        visit("names", names);
    }
};

// NameExcluded: names that a CA must not issue for.
struct NameExcluded {
    static constexpr std::string_view code = "path.name-excluded";
    std::string role;
    std::string name;
    std::string by;
    std::vector<std::string> names;

    template <typename Visit> void fields(Visit visit) const {
        visit("role", role);
        visit("name", name);
        visit("by", by);
        visit("names", names);
    }
};

// NameConstraintsMalformed: constraints that are none of their kind; `constraints` as "DNS:*.example.com",
// empty if the extension cannot be read at all.
struct NameConstraintsMalformed {
    static constexpr std::string_view code = "path.name-constraints-malformed";
    std::string role;
    std::string name;
    std::vector<std::string> constraints;

    template <typename Visit> void fields(Visit visit) const {
        visit("role", role);
        visit("name", name);
        visit("constraints", constraints);
    }
};

// NameConstraintsUnsupported: constraints that nobody compares: `kinds` are the kinds of names ("otherName",
// "x400", "ediParty", "registeredID") that stand in a certificate below, or "minimum" for a limit of depth.
struct NameConstraintsUnsupported {
    static constexpr std::string_view code = "path.name-constraints-unsupported";
    std::string role;
    std::string name;
    std::vector<std::string> kinds;

    template <typename Visit> void fields(Visit visit) const {
        visit("role", role);
        visit("name", name);
        visit("kinds", kinds);
    }
};

// NameConstraintsForm: constraints in a form that RFC 5280 forbids; `form` is "end-entity" (in a certificate
// that is no CA), "not-critical", "empty", "not-der" or "leading-period" (a DNS constraint that starts with
// one).
struct NameConstraintsForm {
    static constexpr std::string_view code = "path.name-constraints-form";
    std::string role;
    std::string name;
    std::string form;

    template <typename Visit> void fields(Visit visit) const {
        visit("role", role);
        visit("name", name);
        visit("form", form);
    }
};

// NamesTooComplex: so many names below so many constraints that comparing them was given up.
struct NamesTooComplex {
    static constexpr std::string_view code = "path.names-too-complex";
    std::string role;
    std::string name;
    std::string by;
    int names = 0;
    int constraints = 0;

    template <typename Visit> void fields(Visit visit) const {
        visit("role", role);
        visit("name", name);
        visit("by", by);
        visit("names", names);
        visit("constraints", constraints);
    }
};

} // namespace certwright::check
