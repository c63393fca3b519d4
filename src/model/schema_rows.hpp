/// \file
/// How the rows of the schema are written: fields by type, and what belongs to every kind.

#pragma once

#include "model/schema.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace dostyk::model::rows {

using Words = std::span<const std::string_view>;

template <std::size_t Size>
using WordArray = std::array<std::string_view, Size>;

constexpr FieldRule field(std::string_view name, FieldType type)
{
    return {name, type, false, {}, {}};
}

constexpr FieldRule word_of(std::string_view name, Words words)
{
    return {name, FieldType::word, false, words, {}};
}

constexpr FieldRule ref_to(std::string_view name, Words kinds)
{
    return {name, FieldType::ref, false, {}, kinds};
}

constexpr FieldRule refs_to(std::string_view name, Words kinds)
{
    return {name, FieldType::refs, false, {}, kinds};
}

/// Seen by a partner's staff, not by the public.
constexpr FieldRule for_partners(FieldRule rule)
{
    rule.audience = Audience::partner;
    return rule;
}

/// Seen by our own protocol alone.
constexpr FieldRule for_protocol(FieldRule rule)
{
    rule.audience = Audience::protocol;
    return rule;
}

/// How to find a person: seen by our own protocol alone, and kept in a table of its own. There is
/// no field for the number or a scan of a passport, on purpose.
constexpr FieldRule personal(std::string_view name)
{
    FieldRule rule{name, FieldType::text, false, {}, {}};
    rule.audience = Audience::protocol;
    rule.is_personal = true;
    return rule;
}

constexpr FieldRule required(FieldRule rule)
{
    rule.is_required = true;
    return rule;
}

enum class Naming { required, optional };

/// Who is where and when during a visit: the entity goes with its name from what the public sees.
template <std::size_t Size>
constexpr auto hidden_from_public(std::array<FieldRule, Size> fields)
{
    fields[0] = for_partners(fields[0]);
    return fields;
}

/// A kind's own fields between what belongs to every kind: the order in which a card shows them.
template <std::size_t Size>
constexpr auto with_common(Naming naming, const std::array<FieldRule, Size>& own)
{
    std::array<FieldRule, Size + 5> all{};
    all[0] = field("name", FieldType::text4);
    all[0].is_required = naming == Naming::required;
    all[1] = field("description", FieldType::text4);
    std::copy(own.begin(), own.end(), all.begin() + 2);
    all[Size + 2] = field("place", FieldType::place);
    all[Size + 3] = field("aliases", FieldType::texts);
    all[Size + 4] = field("tags", FieldType::texts);
    return all;
}

} // namespace dostyk::model::rows
