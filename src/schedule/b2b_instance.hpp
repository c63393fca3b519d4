/// \file
/// Meetings of pairs at a trade forum: the instances of Bofill et al. (JAIR 2022).

#pragma once

#include "core/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::schedule {

enum class PartOfDay { morning, afternoon, any };

/// Two participants who meet once, or more than two.
struct B2bMeeting {
    int first = 0; ///< Participants count from 0.
    int second = 0;
    PartOfDay part = PartOfDay::any;
    std::vector<int> others = {};   ///< Of three and more at one table: who comes as well.
    std::vector<int> closed = {};   ///< Slots in which this meeting is not held
    std::int64_t left_out_cost = 0; ///< [breaks] 0 = it is held in any case.

    /// All who are at the table.
    [[nodiscard]] std::vector<int> people() const;

    friend bool operator==(const B2bMeeting&, const B2bMeeting&) = default;
};

/// What has to be planned; all numbers count from 0.
struct B2bInstance {
    int participants = 0;
    int slots = 0;
    int morning_slots = 0; ///< The first ones; lunch breaks no sequence.
    int tables = 0;        ///< Meetings that a slot can hold
    std::vector<B2bMeeting> meetings;
    std::vector<std::vector<int>> forbidden;   ///< (participants) slots without a meeting
    std::vector<int> fixed;                    ///< (meetings) a slot, or -1
    std::vector<std::vector<int>> earlier;     ///< (meetings) those that come before it
    std::vector<std::vector<int>> meetings_of; ///< (participants)
    std::vector<int> most;                     ///< (participants) meetings of each; empty = any

    /// Free of what forbids it to a meeting by itself: its part of the day, those who are away, and
    /// where it is fixed.
    [[nodiscard]] bool is_open(int meeting, int slot) const;

    friend bool operator==(const B2bInstance&, const B2bInstance&) = default;
};

/// Read a MiniZinc data file.
///
/// \param name  Of the file, for the places in errors.
/// \returns     Error parse | invalid, "name:line" as its place.
[[nodiscard]] Result<B2bInstance> read_b2b(std::string_view text, const std::string& name);

} // namespace dostyk::schedule
