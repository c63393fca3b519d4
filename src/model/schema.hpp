/// \file
/// Kinds and their fields: the table of data/README.md as data.

#pragma once

#include "model/audience.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace dostyk::model {

enum class FieldType {
    text4,
    text,
    texts,
    word,
    number,
    amount,
    date,
    ref,
    refs,
    party,
    parties,
    place,
    list,
    flag,
};

struct FieldRule {
    std::string_view name;
    FieldType type;
    bool is_required = false;
    std::span<const std::string_view> words = {};     ///< word: the list it is from
    std::span<const std::string_view> ref_kinds = {}; ///< ref, refs: allowed kinds; empty = any
    Audience audience = Audience::everyone;           ///< From whom on it is seen.
    bool is_personal = false; ///< Of a person and for nobody else: kept apart from the documents.
};

struct KindRule {
    std::string_view name; ///< "project"; shown through "kind.project" and "kind.project.plural"
    std::span<const FieldRule> fields;
};

/// All kinds, in the order in which an outliner shows them.
[[nodiscard]] std::span<const KindRule> kinds() noexcept;

/// Null when there is no such kind.
[[nodiscard]] const KindRule* find_kind(std::string_view kind) noexcept;

/// Null when the kind has no such field. name, description, aliases, place, tags belong to all.
[[nodiscard]] const FieldRule* find_field(const KindRule& kind, std::string_view field) noexcept;

/// Units of amounts, in the order of data/README.md; shown through "unit.<unit>".
[[nodiscard]] std::span<const std::string_view> units() noexcept;

/// about, over, under, up_to; shown through "qualifier.<qualifier>".
[[nodiscard]] std::span<const std::string_view> qualifiers() noexcept;

struct FlagRule {
    std::string_view name; ///< "inferred"; shown through "flag.inferred"
    std::uint16_t bit;     ///< of namespace flag
};

/// Flags of claims, in the order of data/README.md.
[[nodiscard]] std::span<const FlagRule> flags() noexcept;

} // namespace dostyk::model
