/// \file
/// libical's components with an owner, and texts as RFC 5545 allows them.

#pragma once

#include "core/time.hpp"

#include <libical/ical.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace dostyk::io {

struct ComponentFree {
    void operator()(icalcomponent* component) const noexcept { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, ComponentFree>;

/// A calendar without anything in it: version, program and scale.
[[nodiscard]] Component make_calendar();

/// No control characters but line feed and tab; what is replaced is counted.
[[nodiscard]] std::string ical_text(std::string_view text, std::size_t& replaced);

/// In UTC.
[[nodiscard]] icaltimetype ical_time(Instant instant);

[[nodiscard]] std::string text_of(icalcomponent& component);

} // namespace dostyk::io
