// Why: a user's own profile may hold anything; reading it must end in a profile or in one clear error.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/base/bytes.h"
#include "core/profile/load.h"
#include "core/profile/mistake.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace certwright;
    const auto profile = profile::parseProfile(base::textOf({data, size}), "fuzz");
    const bool clearError = !profile && profile.error().code == base::ErrorCode::ProfileInvalid &&
                            profile.error().subject == "fuzz" &&
                            profile::mistakeIn(profile.error().detail).has_value();
    if (!profile && !clearError)
        std::abort();
    if (profile && (profile->slots.empty() || profile->config.path.find("..") == 0))
        std::abort();
    return 0;
}
