/// \file
/// Rules for one value: texts, dates, places and what it refers to.

#pragma once

#include "core/diagnostics.hpp"
#include "model/project.hpp"
#include "model/schema.hpp"

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace dostyk::model {

/// Where a point may lie: both countries and their surroundings. [deg]
inline constexpr double map_west = 46, map_east = 88, map_south = 38.5, map_north = 56;

/// False for what is no number, too.
[[nodiscard]] bool is_on_map(geo::LonLat at) noexcept;

/// A finding about a field of an entity: file, subject, sentence and hint from the code.
[[nodiscard]] Finding make_finding(std::string code, Severity severity, const Entity& entity,
                                   std::string pointer, std::string field, std::string value);

class ValueRules {
public:
    /// Keeps a reference to the project.
    ///
    /// \param known_units  ISO codes of the base map; empty = units are not checked.
    ValueRules(const Project& project, std::span<const std::string> known_units);

    /// \param pointer  Of the claim.
    void check(const Claim& claim, const FieldRule& rule, const Entity& entity,
               const std::string& pointer, Diagnostics& diagnostics) const;

    /// Null when no entity has the id.
    [[nodiscard]] const Entity* find(std::string_view id) const noexcept;

private:
    struct At;
    void check_refs(const At& at, const Refs& refs, bool is_list) const;
    void check_place(const At& at, const Place& place) const;
    static void check_shape(const At& at, const Place& place);
    void check_unit(const At& at, const std::string& code, const std::string& below) const;
    [[nodiscard]] bool is_party_code(const std::string& code) const;

    const Project* m_project;
    std::unordered_map<std::string_view, const Entity*> m_entities;
    std::unordered_set<std::string> m_units;
};

} // namespace dostyk::model
