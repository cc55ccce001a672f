// Why: see killed.h.
#include "tests/app/cli/killed.h"

#include <fcntl.h>
#include <filesystem>
#include <unistd.h>

#include "tests/app/cli/traced_program.h"

namespace certwright::test {

Tree wholeTree(const Service& service) {
    Tree tree = treeOf(service.root);
    for (const auto& [path, entry] : treeOf(service.home))
        tree["~/" + path] = entry;
    return tree;
}

Tree steady(const Tree& tree) {
    Tree out = shapeOf(tree);
    for (const auto& [path, entry] : tree)
        if (path.ends_with(".crt") || path.ends_with(".crl"))
            out[path] = entry;
    return out;
}

Service freshCopy(const Service& service) {
    Service copy = service;
    copy.root += "-run";
    copy.home += "-run";
    for (const std::string& folder : {copy.root, copy.home})
        std::filesystem::remove_all(folder);
    copyTree(service.root, copy.root);
    copyTree(service.home, copy.home);
    return copy;
}

int killedAt(const std::vector<std::string>& command, int n, const std::string& password) {
    int pipe[2];
    if (::pipe2(pipe, O_CLOEXEC) != 0)
        return 0;
    static_cast<void>(::write(pipe[1], password.data(), password.size()) == 0);
    ::close(pipe[1]);
    TracedProgram program(command, Stops::Writes, {pipe[0], -1, {}});
    ::close(pipe[0]);
    int stop = 0;
    while (program.next())
        if (++stop == n) {
            program.killHere();
            return stop;
        }
    return program.exitCode() == 0 ? -stop : 0;
}

} // namespace certwright::test
