// Why: certwright-kmc, the process in which the vendor's key library lives. It is started by Certwright only,
// does one thing and ends.
#include <cstdlib>

#include "app/kmc/channel.h"
#include "app/kmc/confine.h"
#include "app/kmc/work.h"
#include "core/secret/process.h"

using namespace certwright;
namespace kmc = vault::kmc;

int main(int argc, char** argv) {
    secret::forbidDumps();
    secret::narrowLibraries();
    helper::confine();
    secret::wipeFreedMemory();
    const secret::SecretAccess access = secret::SecretAccess::grant();
    const helper::Connection connection(argc, argv);
    helper::Channel channel(connection, access);

    const std::optional<kmc::Message> message = channel.receive();
    const std::optional<kmc::Request> request = message ? kmc::decodeRequest(*message, access) : std::nullopt;
    if (!request)
        helper::endNow(EXIT_FAILURE); // nobody there, or somebody started it by hand
    if (const int number = helper::becomeAccount(request->account); number != 0) {
        channel.send(kmc::encodeFailure({kmc::FailureKind::Account, "setuid", number, {}}, access));
        helper::endNow(EXIT_FAILURE);
    }
    helper::keepSayingAlive(channel);
    const auto outcome = helper::work(*request, channel);
    channel.send(outcome ? kmc::encodeDone(outcome->reveal(access), access)
                         : kmc::encodeFailure(outcome.error(), access));
    helper::endNow(EXIT_SUCCESS);
}
