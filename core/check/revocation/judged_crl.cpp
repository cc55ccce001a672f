// Why: see judged_crl.h.
#include "core/check/revocation/judged_crl.h"

#include <algorithm>

namespace certwright::check {

namespace {

constexpr int onHold = 6;

using Lists = std::vector<const JudgedCrl*>;

template <typename Keep> const JudgedCrl* newest(const Lists& lists, Keep keep) {
    const JudgedCrl* best = nullptr;
    for (const JudgedCrl* list : lists)
        if (keep(*list) && (best == nullptr || isNewer(list->view, best->view)))
            best = list;
    return best;
}

class Asking {
  public:
    Asking(const CrlSubject& subject, const Lists& lists);
    StatusVerdict run();

  private:
    const JudgedCrl* deltaFor(const JudgedCrl& base) const;
    void ask(const JudgedCrl& base);
    void askLoose(const JudgedCrl& delta);
    void revoke(const CrlSaying& saying, const JudgedCrl& list);

    const CrlSubject& m_subject;
    Lists m_complete;
    Lists m_deltas;
    ReasonMask m_covered = 0;
    bool m_unsearched = false;
    StatusVerdict m_verdict;
};

Asking::Asking(const CrlSubject& subject, const Lists& lists)
    : m_subject(subject) {
    for (const JudgedCrl* list : lists)
        if (list->trusted && list->form.standing != Standing::Ignored &&
            coverageOf(list->view, subject).reasons != 0)
            (list->view.delta() ? m_deltas : m_complete).push_back(list);
}

// deltaFor: an expired delta, or one of the future, says nothing.
const JudgedCrl* Asking::deltaFor(const JudgedCrl& base) const {
    return newest(m_deltas, [&](const JudgedCrl& delta) {
        return delta.usable() && delta.currency == Currency::Current && continues(delta, base);
    });
}

// revoke keeps the worst: what is revoked for good is not on hold.
void Asking::revoke(const CrlSaying& saying, const JudgedCrl& list) {
    const bool known = m_verdict.status == CrlStatus::Revoked;
    if (known && (m_verdict.saying.reason != onHold || saying.reason == onHold))
        return;
    m_verdict.status = CrlStatus::Revoked;
    m_verdict.saying = saying;
    m_verdict.list = &list;
}

void Asking::ask(const JudgedCrl& base) {
    const document::Name& issuer = m_subject.link.facts().issuer;
    const JudgedCrl* delta = deltaFor(base);
    const CrlSaying complete = entryOf(base.view, issuer, m_subject.serial);
    CrlSaying changed{Listing::No, false, {}, std::nullopt};
    if (delta != nullptr) {
        changed = entryOf(delta->view, issuer, m_subject.serial);
        m_verdict.deltas.push_back(delta);
    }
    if (complete.listing == Listing::Unknown || changed.listing == Listing::Unknown) {
        m_unsearched = true;
        m_verdict.list = m_verdict.list == nullptr ? &base : m_verdict.list;
        return;
    }
    if (changed.listing == Listing::Yes && !changed.removed)
        revoke(changed, *delta);
    else if (complete.listing == Listing::Yes && !complete.removed && changed.listing == Listing::No)
        revoke(complete, base);
    if (complete.listing == Listing::Yes && complete.removed)
        m_verdict.contradictory = &base;
    const bool current = base.currency == Currency::Current ||
                         (base.currency == Currency::Expired && delta != nullptr); // section 6.3.3 (a)
    if (base.usable() && current)
        m_covered |= coverageOf(base.view, m_subject).reasons;
}

// askLoose: a delta that continues none of the lists proves nothing good, but what it lists is revoked,
// unless a newer complete list says otherwise.
void Asking::askLoose(const JudgedCrl& delta) {
    const auto newer = [&](const JudgedCrl* base) { return outdates(*base, delta); };
    if (std::ranges::find(m_verdict.deltas, &delta) != m_verdict.deltas.end() ||
        std::ranges::any_of(m_complete, newer) || delta.currency == Currency::NotYet)
        return;
    // An older delta of those that were taken is outdated as well.
    for (const JudgedCrl* taken : m_verdict.deltas)
        if (sameList(*taken, delta) && !isNewer(delta.view, taken->view))
            return;
    const CrlSaying saying = entryOf(delta.view, m_subject.link.facts().issuer, m_subject.serial);
    if (saying.listing == Listing::Yes && !saying.removed)
        revoke(saying, delta);
}

StatusVerdict Asking::run() {
    std::vector<bool> asked(m_complete.size());
    for (std::size_t at = 0; at < m_complete.size(); ++at) {
        if (asked[at])
            continue;
        Lists versions;
        for (std::size_t other = at; other < m_complete.size(); ++other)
            if (!asked[other] && sameList(*m_complete[at], *m_complete[other])) {
                versions.push_back(m_complete[other]);
                asked[other] = true;
            }
        // The newest that may be believed tells the status; a newer one that is not sound may still revoke.
        const auto begun = [](const JudgedCrl& list) { return list.currency != Currency::NotYet; };
        const auto sound = [&](const JudgedCrl& list) { return begun(list) && list.usable(); };
        const JudgedCrl* usable = newest(versions, sound);
        const JudgedCrl* latest = newest(versions, begun);
        if (latest == nullptr)
            latest = newest(versions, [](const JudgedCrl&) { return true; });
        if (usable != nullptr)
            ask(*usable);
        if (latest != usable)
            ask(*latest);
    }
    for (const JudgedCrl* delta : m_deltas)
        askLoose(*delta);
    if (m_verdict.status == CrlStatus::Revoked)
        return std::move(m_verdict);
    if (m_unsearched)
        m_verdict.status = CrlStatus::Unsearched;
    else if (m_covered == allReasons)
        m_verdict.status = CrlStatus::Good;
    else if (m_covered != 0)
        m_verdict.missing = static_cast<ReasonMask>(allReasons & ~m_covered);
    return std::move(m_verdict);
}

} // namespace

bool sameList(const JudgedCrl& one, const JudgedCrl& other) {
    return one.trusted && other.trusted && one.view.facts().issuer == other.view.facts().issuer &&
           std::ranges::equal(one.view.scope, other.view.scope) &&
           one.signer.link.facts().key.publicKeyInfo == other.signer.link.facts().key.publicKeyInfo;
}

bool outdates(const JudgedCrl& base, const JudgedCrl& delta) {
    const auto& number = base.view.facts().number;
    const auto& deltaNumber = delta.view.facts().number;
    if (base.view.delta() || !sameList(base, delta) || base.currency == Currency::NotYet)
        return false;
    return number && deltaNumber ? compareNumbers(*number, *deltaNumber) >= 0
                                 : base.view.facts().thisUpdate >= delta.view.facts().thisUpdate;
}

bool continues(const JudgedCrl& delta, const JudgedCrl& base) {
    const auto& number = base.view.facts().number;
    const auto& deltaNumber = delta.view.facts().number;
    return delta.view.delta() && !base.view.delta() && sameList(delta, base) &&
           delta.view.facts().authorityKeyId == base.view.facts().authorityKeyId && number && deltaNumber &&
           compareNumbers(*number, *delta.view.deltaBase) >= 0 && compareNumbers(*number, *deltaNumber) < 0;
}

StatusVerdict statusOf(const CrlSubject& subject, const std::vector<const JudgedCrl*>& lists) {
    return Asking(subject, lists).run();
}

} // namespace certwright::check
