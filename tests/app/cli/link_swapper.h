// Why: whoever owns a folder can put a link in the place of one of its folders at any moment; a test of that
// needs somebody who does it all the time.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <sys/types.h>

namespace certwright::test {

// Swap is a folder and what a link in its place leads to.
struct Swap {
    std::string folder;
    std::string target;
};

// LinkSwapper is a process of the account `user` that exchanges each folder with a link to its target and
// back, at random moments, as long as it lives. At its end the folders are back in their places.
class LinkSwapper {
  public:
    LinkSwapper(std::vector<Swap> swaps, std::uint32_t user, unsigned seed);
    LinkSwapper(const LinkSwapper&) = delete;
    LinkSwapper& operator=(const LinkSwapper&) = delete;
    ~LinkSwapper();

    // stop ends the process, puts everything back, and returns how often it exchanged something.
    std::uint64_t stop();

  private:
    void putBack(const Swap& swap) const;

    std::vector<Swap> m_swaps;
    pid_t m_process = -1;
    int m_report = -1;
};

// ordinaryUser is the account that tests use where they may choose (certwright-test, if there is one); for an
// ordinary user that one itself.
std::uint32_t ordinaryUser();

} // namespace certwright::test
