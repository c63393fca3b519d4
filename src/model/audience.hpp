/// \file
/// Who a copy of a project is for, and what of it they may see.

#pragma once

#include <optional>
#include <string_view>

namespace dostyk::model {

struct Claim;
struct FieldRule;
struct Project;

/// Each sees what those before it see, and more.
enum class Audience {
    everyone, ///< "public"
    partner,  ///< The other side's staff
    protocol, ///< Our own: everything
};

/// "public", "partner", "protocol".
[[nodiscard]] std::string_view name_of(Audience audience) noexcept;
[[nodiscard]] std::optional<Audience> parse_audience(std::string_view name) noexcept;

/// False for a claim that is restricted, or whose field is for others.
[[nodiscard]] bool may_see(Audience audience, const Claim& claim, const FieldRule& rule) noexcept;

/// What an audience may see of a project, without a trace of the rest.
///
/// An entity goes whole where its name (or a field that it must have) is hidden, or all of it; with
/// it go the references to it, and the relations that it is an end of.
[[nodiscard]] Project for_audience(Project project, Audience audience);

} // namespace dostyk::model
