// home.h - a student's home folder of its own, and the program run in it.
//
// Nothing of the user who runs the tests is read or written: HOME and all XDG
// folders are in a temporary folder, and no display is known. The time zone is the
// one in which it is about noon, so that no study day begins during a test.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace support {

class Home {
  public:
    // A home in which the program has never run.
    Home();

    // A home with a library that holds what ships with the program, never studied.
    static const Home& new_library_made();
    explicit Home(const Home& like);
    Home& operator=(const Home&) = delete;

    Environment environment;

    const std::filesystem::path& folder() const noexcept { return folder_.path(); }
    std::filesystem::path library() const { return folder() / "data" / "casebook" / "library.casebook"; }

    Command command(const Command& arguments) const;
    Run casebook(const Command& arguments, std::string_view input = {}) const;

    // The JSON a command prints with --json. Fails the test where it prints none or
    // its exit status is not `status`.
    nlohmann::json json(Command arguments, int status = 0) const;

  private:
    TempDir folder_;
};

// The middle of a program's words as one line, for the message of a failed check.
std::string said(const Run& run);

}  // namespace support
