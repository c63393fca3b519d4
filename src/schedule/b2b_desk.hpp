/// \file
/// The B2B desk of a meeting: who asks to meet whom, at which times and tables, as an instance.

#pragma once

#include "core/diagnostics.hpp"
#include "model/project.hpp"
#include "schedule/b2b_instance.hpp"
#include "schedule/calendar.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::schedule {

/// Two or more who are to sit at one table once: all requests of the same people.
struct B2bWish {
    std::vector<std::string> requests; ///< Ids
    std::vector<int> people;           ///< Participants, who asks first
    int score = 1;                     ///< Of all who ask; of who agrees, as if they had asked
    bool is_mutual = false;            ///< Both ask, or who is asked agrees.
    std::string session;               ///< That is planned for it now; empty = none
    int slot = -1;                     ///< Of that session; -1 = at none of the desk's
    int table = -1;                    ///< Of that session, from 0; -1 = not stated

    friend bool operator==(const B2bWish&, const B2bWish&) = default;
};

struct B2bDesk {
    std::string meeting;
    std::string venue;
    Calendar calendar;
    std::string zone;                      ///< The clock of the hall
    std::vector<Interval> slots;           ///< In the order of time
    std::vector<std::string> participants; ///< Ids of organisations, persons and delegations
    std::vector<B2bWish> wishes;           ///< The instance's meetings, in its order
    std::vector<std::string> declined;     ///< Requests that nobody plans
    B2bInstance instance;
    std::optional<int> fairness; ///< Most that the breaks of two may differ by; nothing: any.
    std::int64_t score_cost = 1; ///< [breaks] What a point of score costs that is not met.
    Diagnostics findings;        ///< What was passed over.
};

/// True where what is good for one desk is for the other: the same people at the same times.
[[nodiscard]] bool is_same_desk(const B2bDesk& a, const B2bDesk& b);

/// Ids of the meetings that have requests, sorted.
[[nodiscard]] std::vector<std::string> meetings_with_requests(const model::Project& project);

/// Read a meeting's requests, with its hall, its hours and everybody's other engagements.
///
/// A participant is away while a session needs them, or the delegation that they belong to, and on
/// the way to and from it; what was planned of requests before is planned anew unless it is pinned.
/// No number of breaks is worth a meeting.
///
/// \param meeting  Empty = the only one that has requests.
/// \return Error not_found for no such meeting; invalid where it has no hall or no hours for B2B;
///         and what compile() refuses.
[[nodiscard]] Result<B2bDesk> make_b2b_desk(const model::Project& project,
                                            std::string_view meeting = {});

} // namespace dostyk::schedule
