/// \file
/// What the heading of a column means: names of fields in four languages, and what offices write.

#pragma once

#include "core/language.hpp"
#include "model/schema.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::intake {

/// Field (and part of it) that a column fills.
struct Target {
    std::string field; ///< "name"; "id" is the entity's own; empty = the column is left out
    std::string part;  ///< of text4 a language; of place lon, lat, precision; of amount unit; of
                       ///< date time, end, zone; empty = the whole

    friend bool operator==(const Target&, const Target&) = default;
    friend auto operator<=>(const Target&, const Target&) = default;
};

struct HeaderMeaning {
    std::string field;
    std::string part;
    std::optional<Language> language; ///< That the heading names, or is written in; else unknown.
    int sureness = 0; ///< 2 = a field's name or label, 1 = a word that is used for it
};

/// The meanings that a heading may have for a kind, the surest first; empty for none.
[[nodiscard]] std::vector<HeaderMeaning> meanings_of(std::string_view heading,
                                                     const model::KindRule& kind);

/// One form for all ways to write a heading: folded, without marks of a required field.
[[nodiscard]] std::string fold_heading(std::string_view heading);

/// True for a word that some kind's columns are called by.
[[nodiscard]] bool is_known_heading(std::string_view heading);

} // namespace dostyk::intake
