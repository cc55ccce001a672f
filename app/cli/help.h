// Why: CLI11 lays out help by octets, which misplaces Chinese, and shows its validators' English names; ours
// aligns by drawn width and shows what a person needs: the name, what it takes, and the sentence.
#pragma once

#include <string>

#include <CLI/CLI.hpp>

namespace certwright::cli {

// HelpFormatter writes one option a line: "  --root TEXT   the sentence".
class HelpFormatter final : public CLI::Formatter {
  public:
    // `required` is the word put behind the sentence of an option that must be given.
    explicit HelpFormatter(std::string required);

    std::string make_option(const CLI::Option* option, bool isPositional) const override;

  private:
    std::string m_required;
};

} // namespace certwright::cli
