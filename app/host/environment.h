// Why: arguments and environment variables arrive as UTF-8 on POSIX; on Windows the C library hands them out
// in the system's code page, in which a Chinese file name may not be writable.
#pragma once

#include <string>
#include <vector>

namespace certwright::host {

// variable returns an environment variable as UTF-8, empty if it is not set.
std::string variable(const std::string& name);

// userLocale names the language that the account reads where no environment variable says so ("zh-CN"); empty
// where variables are all there is.
std::string userLocale();

// CommandWords are the words that a program was started with, as UTF-8. On POSIX they are main's own.
class CommandWords {
  public:
    CommandWords(int argc, char** argv);
    CommandWords(const CommandWords&) = delete;
    CommandWords& operator=(const CommandWords&) = delete;

    int count() const { return static_cast<int>(m_pointers.size()) - 1; }
    // words ends with a null pointer, as argv does, and lives as long as this object.
    char** words() { return m_pointers.data(); }

  private:
    std::vector<std::string> m_texts;
    std::vector<char*> m_pointers;
};

} // namespace certwright::host
