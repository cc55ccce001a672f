// Why: see kmc_exchange.h.
#include "core/vault/kmc_exchange.h"

#include <utility>

namespace certwright::vault {

namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

// Also how soon a cancel is seen.
constexpr milliseconds listenFor{25};
constexpr milliseconds lastWords{500};

VendorFaultKind kindOf(kmc::FailureKind kind) {
    switch (kind) {
    case kmc::FailureKind::Dependency:
        return VendorFaultKind::Dependency;
    case kmc::FailureKind::Symbol:
        return VendorFaultKind::Symbol;
    case kmc::FailureKind::Text:
    case kmc::FailureKind::RoundTrip:
    case kmc::FailureKind::Protocol:
        return VendorFaultKind::Garbage;
    case kmc::FailureKind::Load:
    case kmc::FailureKind::Call:
    case kmc::FailureKind::Account:
        break;
    }
    return VendorFaultKind::Failed;
}

std::string nameOf(const kmc::Failure& failure) {
    switch (failure.kind) {
    case kmc::FailureKind::Text:
        return "text";
    case kmc::FailureKind::RoundTrip:
        return "round-trip";
    case kmc::FailureKind::Protocol:
        return "protocol";
    default:
        return failure.name;
    }
}

// Conversation is one exchange.
class Conversation {
  public:
    using Answer = std::optional<VendorResult<secret::SecretBytes>>;

    Conversation(KmcProcess& helper, const kmc::Request& request, const KmcLimits& limits,
                 base::Progress& progress, secret::SecretAccess access)
        : m_helper(helper)
        , m_request(request)
        , m_limits(limits)
        , m_progress(progress)
        , m_access(access)
        , m_start(Clock::now())
        , m_heard(m_start)
        , m_tell(m_start + limits.patience) {}

    VendorResult<secret::SecretBytes> run() {
        if (!m_helper.write(kmc::encodeRequest(m_request, m_access), m_access))
            return crashed();
        for (;;) {
            secret::SecretBytes arrived;
            const Arrival arrival = m_helper.read(arrived, listenFor, m_access);
            m_inbox.add(arrived.reveal(m_access), m_access);
            while (const auto message = m_inbox.next(m_access))
                if (Answer answer = take(*message))
                    return std::move(*answer);
            if (m_inbox.broken())
                return garbage();
            if (arrival == Arrival::Closed)
                return crashed();
            if (Answer answer = lookAround())
                return std::move(*answer);
        }
    }

  private:
    tl::unexpected<VendorFault> fault(VendorFaultKind kind, std::string name, std::int64_t number) const {
        return tl::unexpected(VendorFault{kind, m_request.library, std::move(name), {}, {}, number});
    }
    tl::unexpected<VendorFault> garbage() const { return fault(VendorFaultKind::Garbage, "protocol", 0); }
    tl::unexpected<VendorFault> crashed() {
        const int signal = m_helper.finish(lastWords);
        return fault(VendorFaultKind::Crashed, kmc::stageName(m_stage), signal);
    }

    // take returns the answer if the message is one.
    Answer take(const kmc::Message& message) {
        m_heard = Clock::now();
        if (message.type == kmc::Type::Alive)
            return std::nullopt;
        if (const auto stage = kmc::decodeStage(message, m_access)) {
            m_stage = *stage;
            return std::nullopt;
        }
        if (auto octets = kmc::decodeDone(message, m_access))
            return VendorResult<secret::SecretBytes>(std::move(*octets));
        const auto failure = kmc::decodeFailure(message, m_access);
        if (!failure)
            return garbage();
        VendorFault seen{kindOf(failure->kind), m_request.library, nameOf(*failure), {}, {}, failure->status};
        if (seen.kind == VendorFaultKind::Failed)
            seen.found = failure->log;
        return tl::unexpected(std::move(seen));
    }

    // lookAround asks the clock and the person.
    Answer lookAround() {
        const Clock::time_point now = Clock::now();
        if (m_progress.cancelled())
            return fault(VendorFaultKind::Cancelled, kmc::stageName(m_stage), 0);
        const bool silent = now - m_heard >= m_limits.silence;
        if (silent || now - m_start >= m_limits.whole)
            return fault(VendorFaultKind::TimedOut, kmc::stageName(m_stage), seconds(now - m_start));
        if (now >= m_tell) {
            m_tell = now + std::chrono::seconds(1);
            m_progress.enter(base::Step::AwaitLibrary, static_cast<int>(seconds(now - m_start)),
                             static_cast<int>(seconds(m_limits.whole)));
        }
        return std::nullopt;
    }

    static std::int64_t seconds(Clock::duration time) {
        return std::chrono::round<std::chrono::seconds>(time).count();
    }

    KmcProcess& m_helper;
    const kmc::Request& m_request;
    const KmcLimits& m_limits;
    base::Progress& m_progress;
    secret::SecretAccess m_access;
    kmc::Inbox m_inbox;
    kmc::Stage m_stage = kmc::Stage::Loading;
    Clock::time_point m_start;
    Clock::time_point m_heard;
    Clock::time_point m_tell;
};

} // namespace

VendorResult<secret::SecretBytes> exchange(KmcProcess& helper, const kmc::Request& request,
                                           const KmcLimits& limits, base::Progress& progress,
                                           secret::SecretAccess access) {
    auto answer = Conversation(helper, request, limits, progress, access).run();
    helper.finish(milliseconds(0));
    return answer;
}

} // namespace certwright::vault
