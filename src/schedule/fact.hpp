/// \file
/// What stands in the way of a plan, one thing at a time, as a person can name and change it.

#pragma once

#include "schedule/constraint.hpp"

#include <compare>
#include <cstdint>

namespace dostyk::schedule {

/// What a fact is about: the comments say what `a` and `b` of it are.
enum class FactKind : std::uint8_t {
    held,         ///< Session a is to be held, and takes its time.
    windows,      ///< Session a may be held within its windows.
    hours,        ///< The meeting's days have their hours.
    pinned,       ///< Session a is pinned.
    fitting,      ///< Session a needs a venue that has what it asks for.
    seats,        ///< Everybody at session a has a seat.
    open,         ///< Venue a is open at its hours.
    single,       ///< Venue a holds so many sessions at a time.
    available,    ///< Attendee a is there at their times.
    one_place,    ///< Attendee a is at one session at a time.
    way,          ///< It takes time from the venues of city a to those of city b.
    rest,         ///< Attendee a rests at night.
    meal,         ///< Attendee a eats.
    day_load,     ///< Attendee a sits for so long in a day at most.
    day_count,    ///< Attendee a has so many sessions in a day at most.
    city_changes, ///< Attendee a changes the city so many times in a day at most.
    turns,        ///< Interpreter a does not speak for too long.
    interpreters, ///< There are so many interpreters.
    order,        ///< Relation a: one session after another.
    apart,        ///< Relation a: two are not in one venue at a time.
    exclusion,    ///< Sessions of group a are not held at a time.
    interpreted,  ///< Session a needs its pair b interpreted.
    speakers,     ///< Nobody but so many interprets pair a.
    named,        ///< Interpreter a is named for session b, which says no languages.
};

struct Fact {
    FactKind kind = FactKind::held;
    Index a = none;
    Index b = none; ///< Of a way, and of who interprets what

    friend auto operator<=>(const Fact&, const Fact&) = default;
};

} // namespace dostyk::schedule
