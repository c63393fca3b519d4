/// \file
/// Values as people read them, in each language.

#pragma once

#include "core/language.hpp"
#include "model/project.hpp"
#include "model/schema.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace dostyk::model {

/// Name of an entity, a country ("KZ"), a unit ("KZ-31") or a corridor, by id.
using NameResolver = std::function<std::string(std::string_view id)>;

/// Names of the units by ISO code: the map has them, the project has not.
using UnitNames = std::map<std::string, Text4, std::less<>>;

/// A resolver for one pack and language. An id that nothing names comes back as it is.
///
/// Keeps references to both arguments.
[[nodiscard]] NameResolver make_resolver(const Project& project, const UnitNames& unit_names,
                                         Pack pack, Language language);

/// "1.5 billion US dollars", "under construction", "19 April 2024"; for an unknown value the words
/// that say so.
[[nodiscard]] std::string text_of(const Value& value, const FieldRule& rule, Language language,
                                  const NameResolver& name_of_id);

/// "more than 25%": number, unit and qualifier.
[[nodiscard]] std::string text_of(const Amount& amount, Language language);

/// A place in words; where no source locates it, that the site is not published.
[[nodiscard]] std::string text_of(const Place& place, Language language,
                                  const NameResolver& name_of_id);

/// True for a place that is drawn as a hatch or a band: no source locates it.
[[nodiscard]] bool is_unpublished(const Place& place) noexcept;

/// "inferred, approximate": the flags of a claim; empty when it has none.
[[nodiscard]] std::string flags_text(std::uint16_t flags, Language language);

} // namespace dostyk::model
