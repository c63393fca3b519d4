/// \file
/// JSON taken apart member by member, with the place of the first thing that is wrong.

#pragma once

#include "core/result.hpp"
#include "schedule/calendar.hpp"
#include "json/document.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dostyk::schedule {

/// Most rows of a table: more than any programme has, and little enough to be held.
inline constexpr std::size_t most_rows = 20'000;

inline constexpr Minute year_min = 366 * 24 * 60;

/// Members of JSON with their checks. The first thing that is wrong is kept; what follows it is
/// read as empty.
class Members {
public:
    /// Both must outlive it.
    Members(const json::Document& document, std::string_view file)
    : m_document(document), m_file(file)
    {}

    /// Keep what is wrong with a value: a message that may say {value}.
    void refuse(json::Value at, const char* key, std::string value = {});

    [[nodiscard]] const std::optional<Error>& error() const noexcept { return m_error; }

    [[nodiscard]] int number(json::Value object, const char* name, int least, int most);
    [[nodiscard]] int number(json::Value value, int least, int most);
    /// Never empty where there is no error.
    [[nodiscard]] std::string text(json::Value object, const char* name);
    [[nodiscard]] std::string text(json::Value value);
    [[nodiscard]] bool flag(json::Value object, const char* name);
    [[nodiscard]] std::vector<json::Value> list(json::Value object, const char* name,
                                                std::size_t most = most_rows);

    /// An instant in UTC, at most a year away from the calendar.
    [[nodiscard]] Minute time(const Calendar& calendar, json::Value object, const char* name);
    [[nodiscard]] Minute time(const Calendar& calendar, json::Value value);
    [[nodiscard]] Intervals periods(const Calendar& calendar, json::Value object, const char* name);

private:
    const json::Document& m_document;
    std::string_view m_file;
    std::optional<Error> m_error;
};

/// Names or ids of one table with their places.
class Names {
public:
    /// Each once.
    void add(Members& members, json::Value at, const std::string& name);

    /// The place of a name; none and an error where the table has no such one.
    [[nodiscard]] Index find(Members& members, json::Value at) const;
    [[nodiscard]] Index find(Members& members, json::Value object, const char* member) const;
    [[nodiscard]] std::vector<Index> find_all(Members& members, json::Value object,
                                              const char* member) const;

private:
    std::unordered_map<std::string, Index> m_places;
};

} // namespace dostyk::schedule
