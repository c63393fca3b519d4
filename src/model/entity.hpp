/// \file
/// Entities and their claims.

#pragma once

#include "model/value.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::model {

/// strict holds what the source article states; enriched contains strict and all the rest.
enum class Pack { strict, enriched };

[[nodiscard]] std::string_view name_of(Pack pack) noexcept;
[[nodiscard]] std::optional<Pack> parse_pack(std::string_view name) noexcept;

namespace flag {
inline constexpr std::uint16_t inferred = 1, computed = 2, approximate = 4, unconfirmed = 8,
                               schematic = 16, derived = 32, former = 64, announced = 128,
                               demo = 256, drawn = 512, assumed = 1024;
/// What no source says and we answer for: such a claim needs none.
inline constexpr std::uint16_t own_work = computed | drawn | assumed;
} // namespace flag

/// One statement about one field, with its sources.
struct Claim {
    Value value;
    std::vector<std::string> sources; ///< ids of `source` entities
    Pack pack = Pack::strict;
    bool chosen = false;
    std::string at;          ///< ISO date or period that the value is about; empty = none
    std::uint16_t flags = 0; ///< of namespace flag
    Text4 note;
    bool restricted = false; ///< For Audience::protocol alone.

    friend bool operator==(const Claim&, const Claim&) = default;
};

struct Entity {
    std::string id;
    std::string kind;
    Pack pack = Pack::strict;
    std::map<std::string, std::vector<Claim>, std::less<>> fields;

    friend bool operator==(const Entity&, const Entity&) = default;
};

/// The claims of a field that a pack sees; in the order of the file.
[[nodiscard]] std::vector<const Claim*> claims_of(const Entity& entity, std::string_view field,
                                                  Pack pack);

/// The claim that is shown; null when the field has none.
///
/// Of claims with `at` the latest period counts, before claims without; former ones only where
/// there is nothing else. Among those the chosen one wins (an enriched before a strict), else the
/// first.
[[nodiscard]] const Claim* find_claim(const Entity& entity, std::string_view field, Pack pack);

/// True when claims about the same `at` hold different values; former and computed ones do not
/// count.
[[nodiscard]] bool is_disagreeing(const Entity& entity, std::string_view field, Pack pack);

/// True when any field of the entity is.
[[nodiscard]] bool is_disagreeing(const Entity& entity, Pack pack);

/// The shown value as a type; null when the field has none or holds another type.
template <typename T>
[[nodiscard]] const T* find_value(const Entity& entity, std::string_view field, Pack pack)
{
    const Claim* claim = find_claim(entity, field, pack);
    return claim != nullptr ? std::get_if<T>(&claim->value) : nullptr;
}

/// The name in a language; for the unnamed, "<kind>, not named in the source".
[[nodiscard]] std::string name_of(const Entity& entity, Pack pack, Language language);

} // namespace dostyk::model
