/// \file
/// What the inspector does to a field: commands made of values, and values made of what people
/// type.

#pragma once

#include "core/language.hpp"
#include "core/result.hpp"
#include "editor/command.hpp"
#include "model/entity.hpp"
#include "model/schema.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::editor {

/// One claim of an entity's document.
struct ClaimPlace {
    std::string kind;
    std::string id;
    std::string field;
    std::size_t index = 0; ///< in Entity::fields

    friend bool operator==(const ClaimPlace&, const ClaimPlace&) = default;
};

/// "/fields/status/0/value": a place of a claim, or below one.
[[nodiscard]] std::string pointer_of(const ClaimPlace& claim, std::string_view member);

[[nodiscard]] Command set_value(const ClaimPlace& claim, const model::Value& value,
                                model::FieldType type);
/// One language of a text4.
[[nodiscard]] Command set_translation(const ClaimPlace& claim, Language language,
                                      const std::string& text);
[[nodiscard]] Command set_sources(const ClaimPlace& claim, const std::vector<std::string>& sources);
[[nodiscard]] Command set_flags(const ClaimPlace& claim, std::uint16_t flags);
/// For protocol alone, or as open as its field is.
[[nodiscard]] Command set_restricted(const ClaimPlace& claim, bool is_restricted);
/// What is said beside the value; empty takes the note away. \pre There is one to take away.
[[nodiscard]] Command set_note(const ClaimPlace& claim, const Text4& note);
/// The day or period that a value is about; empty takes it away.
[[nodiscard]] Command set_at(const ClaimPlace& claim, const std::string& at);

/// Another claim about a field, or its first. In the pack that is shown, so that it is seen.
[[nodiscard]] Command add_claim(const model::Entity& entity, const model::FieldRule& rule,
                                const model::Value& value, const std::vector<std::string>& sources,
                                model::Pack pack);
/// Take a claim away, and the field with its last one.
[[nodiscard]] Command remove_claim(const model::Entity& entity, const ClaimPlace& claim);
/// Show this claim and none of its rivals: those of the same pack and `at`.
[[nodiscard]] Command choose_claim(const model::Entity& entity, const ClaimPlace& claim);

/// An empty value of a type, to begin with; for a word the first of its list.
[[nodiscard]] model::Value empty_value(const model::FieldRule& rule);

/// The value of what somebody typed into a field of text: number, date, amount, place, list.
///
/// Errors: invalid, with the reason and an example.
[[nodiscard]] Result<model::Value> parse_value(std::string_view text, const model::FieldRule& rule);
/// What stands in the field of text for a value, amounts in the words of a language; parse_value()
/// gives the value back.
[[nodiscard]] std::string typed_text(const model::Value& value, Language language);

/// Texts of an entity that have no words in a language: the counter of what is to be translated.
[[nodiscard]] int missing_translations(const model::Entity& entity, Language language);

} // namespace dostyk::editor
