// toml_fields.h - the keys of one TOML table, read with their types and with a
// diagnostic for each fault.
//
// The only header that shows toml++; nothing outside reader.cpp includes it.
#pragma once

#include <toml++/toml.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cards/diagnostic.h"
#include "cards/fact.h"
#include "cards/time.h"

namespace cards::bank {

// Collects faults, and stops listing after a while: a file with a million of them
// is not mended from a list.
class Faults {
  public:
    Faults(std::string_view file, Diagnostics& out) : file_(file), out_(out) {}
    void add(int line, std::string rule, std::string what, std::string fix);
    bool any() const noexcept { return any_; }
    bool full() const noexcept { return out_.size() > most; }

    static constexpr std::size_t most = 200;

  private:
    std::string file_;
    Diagnostics& out_;
    bool any_ = false;
};

enum class Need { Optional, Required };
enum class Lines { One, Many };

// The keys of `table`. `where` names it in messages: "fact mallory.payment".
class Fields {
  public:
    Fields(const toml::table& table, std::string where, Faults& faults);

    std::string text(std::string_view key, Need need, Lines lines = Lines::One);
    std::vector<std::string> texts(std::string_view key);
    bool flag(std::string_view key, bool otherwise);
    int number(std::string_view key, Need need, int least, int most);
    PartialDate date(std::string_view key);
    std::vector<Question> questions(std::string_view key);

    // One of `words`, by its index; 0 with a fault where it is none.
    std::size_t word(std::string_view key, const std::vector<std::string_view>& words);

    // The tables under [[key]], at most `most`.
    std::vector<const toml::table*> tables(std::string_view key, std::size_t most);

    // A fault for every key that was not asked for, with the nearest one that was.
    void refuse_others();

    // From 1; of the key's value, or of the table where there is no such key.
    int line(std::string_view key) const;
    int line() const;

    // Names the table from here on.
    void rename(std::string where) { where_ = std::move(where); }

    void fault(int line, std::string rule, const std::string& what, std::string fix);

  private:
    const toml::node* find(std::string_view key, Need need);
    std::string checked(std::string_view key, const toml::node& node, std::string value, Lines lines);
    void wrong_type(std::string_view key, const toml::node& node, std::string_view wanted);
    std::optional<Question> question_of(std::string_view key, const toml::node& node);

    const toml::table& table_;
    std::string where_;
    Faults& faults_;
    std::vector<std::string> asked_;
};

// Of `words`, the one fewest typing errors away; "" where none is near.
std::string nearest(std::string_view word, const std::vector<std::string>& words);

}  // namespace cards::bank
