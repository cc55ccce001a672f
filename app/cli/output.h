// Why: every verb ends the same way: one page for people or one JSON object for scripts, and a status that
// means the same everywhere.
#pragma once

#include <cstdio>
#include <string>

#include "app/cli/session.h"
#include "core/check/finding.h"

namespace certwright::cli {

// Exit statuses, documented in the README and in resources/help/json.md.
inline constexpr int exitDone = 0;
inline constexpr int exitBlocked = 1;
inline constexpr int exitUsage = 2;
inline constexpr int exitFailed = 3;
inline constexpr int exitNeedsPerson = 4;
inline constexpr int exitCancelled = 130;

enum class Format { Text, Json };

// Output collects what a verb has to say and prints it at the end (text may be flushed earlier, before a
// question).
class Output {
  public:
    // The answer goes to `stream`: standard output, or standard error where that carries something else.
    Output(Session& session, std::string verb, Format format, std::FILE* stream = stdout);

    text::Page& page() { return m_page; }
    text::Json& json() { return m_json; }

    // flush prints what the page holds so far (text only).
    void flush();
    // finish prints the rest and returns `status`; exitFailed if a reading verb's answer could not be
    // printed.
    int finish(int status);
    // findings adds the list and the verdict, and finishes with exitBlocked if one blocks, else with
    // exitDone.
    int finishWithFindings(const check::Findings& findings);
    // error adds what could not be done and finishes with the status that belongs to its code.
    int finishWithError(const base::Error& error);
    // usage says on standard error what was wrong with the command line.
    int finishWithUsage(const QString& sentence);

  private:
    Session& m_session;
    std::string m_verb;
    Format m_format;
    std::FILE* m_stream;
    text::Page m_page;
    text::Json m_json;
    qsizetype m_printed = 0;
    bool m_lost = false;
};

} // namespace certwright::cli
