// Why: every test of the applier needs a service folder in a known shape, the plan that changes it, and a way
// to say "exactly as before" and "exactly as planned".
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/files/file_system.h"
#include "core/plan/plan.h"
#include "tests/support/temporary_folder.h"

namespace certwright::test {

// Shape is what a plan does: one for each way in which imports differ.
enum class Shape {
    FirstImport,
    Replacement,
    Removal,
    NewSecondArea,
    PresentSecondArea,
    NestedFolders,
    ModeChanges,
    Exchange,
    ExchangeRemoval,
    RemoveFirst,
    ClearKey,
    Adoption
};
inline constexpr Shape allShapes[] = {Shape::FirstImport,   Shape::Replacement,       Shape::Removal,
                                      Shape::NewSecondArea, Shape::PresentSecondArea, Shape::NestedFolders,
                                      Shape::ModeChanges,   Shape::Exchange,          Shape::ExchangeRemoval,
                                      Shape::RemoveFirst,   Shape::ClearKey,          Shape::Adoption};
const char* nameOf(Shape shape);

// Tree maps each path (relative to the scene) to kind, mode and content.
using Tree = std::map<std::string, std::string>;

// Scene is a fresh folder with a service root, a home beside it, and a plan for them. The plan's befores are
// read from the disk when the scene is made.
class Scene {
  public:
    explicit Scene(Shape shape);

    const TemporaryFolder& folder() const { return m_folder; }
    std::string root() const { return m_folder.at("root"); }
    std::string state() const { return m_folder.at("root/.certwright"); }
    plan::Plan plan;

    // tree is everything but the root's state folder.
    Tree tree() const;
    // files is tree without folders and without what is staged: what a service sees.
    Tree files() const;
    // stateNames lists what is in the root's state folder, relative to it, but for what lasts: the empty
    // folders and the identity.
    std::vector<std::string> stateNames() const;

    // write, make, remove and mode add a change to the plan.
    void write(const std::string& name, std::string_view content, std::uint32_t mode);
    void remove(const std::string& name);
    void make(const std::string& name, std::uint32_t mode);
    void mode(const std::string& name, std::uint32_t mode);
    // keep adds a file to what is stored as the state after it.
    void keep(const std::string& name, plan::Keeping keeping = plan::Keeping::Stored);

  private:
    void fillRoot();
    void build(Shape shape);
    std::optional<plan::Before> beforeOf(const std::string& path) const;

    TemporaryFolder m_folder;
};

// afterOf returns the tree that a shape's plan leads to, worked out from the plan alone.
Tree afterOf(Shape shape);
// preferMemory makes temporary folders lie on a file system without a disk, where there is one: thousands of
// transactions with real fsyncs would take an hour.
void preferMemory();
// filesOf leaves only a tree's files that are not staged.
Tree filesOf(const Tree& tree);

} // namespace certwright::test
