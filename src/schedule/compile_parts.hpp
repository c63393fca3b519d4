/// \file
/// The parts of compile(): each fills its tables of a problem.

#pragma once

#include "schedule/compile.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace dostyk::schedule {

/// What the parts share while a problem is made.
struct Compiling {
    const model::Project& project;
    const model::Entity& meeting;
    Problem& problem;
    Diagnostics& findings;
    std::unordered_map<std::string, Index> venues;     ///< By id
    std::unordered_map<std::string, Index> attendees;  ///< By id
    std::unordered_map<std::string, Index> sessions;   ///< By id
    std::vector<std::unordered_set<std::string>> tags; ///< (venues)

    void report(std::string code, const model::Entity& entity, std::string_view field,
                std::string value, Severity severity = Severity::warning) const;

    /// A number of a field; the usual one where it is not stated, or below `least` or no whole
    /// one, which is told.
    [[nodiscard]] int number(const model::Entity& entity, std::string_view field, int usual,
                             int least = 0) const;
    [[nodiscard]] bool flag(const model::Entity& entity, std::string_view field) const;
    [[nodiscard]] std::vector<std::string> texts(const model::Entity& entity,
                                                 std::string_view field) const;
    [[nodiscard]] std::vector<std::string> refs(const model::Entity& entity,
                                                std::string_view field) const;
    /// The first of them; empty = none.
    [[nodiscard]] std::string ref(const model::Entity& entity, std::string_view field) const;
    /// A word of a list; empty = none.
    [[nodiscard]] static std::string word(const model::Entity& entity, std::string_view field);
    /// All periods of a field, united; nothing where none is stated.
    [[nodiscard]] std::optional<Intervals>
    periods(const model::Entity& entity, std::string_view field, std::string_view zone) const;
    /// From before the first day to after the last.
    [[nodiscard]] Interval horizon() const;
};

/// Two languages, in whatever order, and the way in which they are interpreted; empty = any.
[[nodiscard]] std::string pair_name(std::string_view one, std::string_view other,
                                    std::string_view way);
/// Place of a name in a table of names, which grows by it.
[[nodiscard]] Index index_of(std::vector<std::string>& names, const std::string& name);

void compile_venues(Compiling& compiling);
/// \param made, earlier  As compile() has them.
void compile_travel(Compiling& compiling, Compiled& made, const Compiled* earlier);
void compile_attendees(Compiling& compiling);
void compile_sessions(Compiling& compiling, std::vector<Placement>& placements);
void compile_relations(Compiling& compiling);
/// Pins that exclude each other, orders in a circle, sessions of two who are kept apart, and talks
/// of unequal ranks.
void find_contradictions(const Compiling& compiling);

} // namespace dostyk::schedule
