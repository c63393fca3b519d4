/// \file
/// Who interprets at which session, as clauses: all placements stay.

#pragma once

#include "schedule/fact.hpp"
#include "schedule/interpreter_cover.hpp"
#include "schedule/interpreter_lists.hpp"
#include "schedule/sat/totalizer.hpp"

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace dostyk::schedule {

/// A literal for each interpreter at each session that they may be named for: those with a pair
/// that they speak, and those that they are named for and that need any pair. Who is named for
/// another session is there.
///
/// Encoded at once are that they are present, at one place at a time, with the way and the night's
/// rest between. What is counted by day (turns, load, meals) is forbidden when a model breaks it:
/// more sessions in a day never mend any of it, so that the sessions which break it are forbidden
/// together.
class InterpreterModel {
public:
    enum class Naming {
        nothing, ///< Rules are clauses.
        facts    ///< Each fact is a selector, and a pair is needed only where its is assumed.
    };
    using IsAssumed = std::function<bool(const Fact&)>;

    /// \param problem, plan  Outlive the model.
    InterpreterModel(const Problem& problem, const Plan& plan, Naming naming = Naming::nothing);

    [[nodiscard]] sat::Solver& solver() noexcept { return m_solver; }
    /// Of the sessions that are placed, by their beginning; who is there is left out.
    [[nodiscard]] const std::vector<SpeechNeed>& needs() const noexcept { return m_needs; }
    /// True where a need has at least so many interpreters. \pre Naming::nothing
    [[nodiscard]] sat::Literal has_speakers(std::size_t need, int count);
    [[nodiscard]] const std::map<Fact, sat::Literal>& facts() const noexcept { return m_facts; }
    /// Literals that are true where somebody is named who was not, or the other way round.
    [[nodiscard]] std::vector<sat::Literal> changes() const;

    /// Literals of which the fewer are true the more evenly sessions are shared out: one is there
    /// as often as it counts.
    [[nodiscard]] std::vector<sat::Literal> loads();

    /// Who is named in the solver's model.
    [[nodiscard]] InterpreterLists read() const;
    /// Forbid what a model breaks in a day.
    ///
    /// \param is_assumed  Facts that are not are passed over; not asked where none are named.
    /// \return            False where it breaks nothing.
    bool forbid(const InterpreterLists& named, const IsAssumed& is_assumed = {});

private:
    using Literals = std::vector<sat::Literal>;

    /// What an interpreter may be at, in order.
    struct Stop {
        Index session = none;
        sat::Literal named; ///< Truth for what stays
        bool is_fixed = false;
        bool was_named = false;
    };

    [[nodiscard]] bool is_hard(RuleId rule) const
    {
        return m_problem.book[rule].tier == Tier::hard;
    }
    [[nodiscard]] sat::Literal unless(Fact fact);
    void add_stops(Index interpreter);
    void add_needs();
    void add_presence(Index interpreter);
    void add_ways(Index interpreter);
    void add_parting(Index interpreter, std::size_t first, std::size_t second);
    [[nodiscard]] Literals between(Index interpreter, std::size_t first, std::size_t second) const;
    [[nodiscard]] Fact way_of(Index from, Index to) const;
    [[nodiscard]] std::vector<Fact> broken_by(Index interpreter, std::span<const Index> sessions);
    [[nodiscard]] std::vector<Index> fewest_breaking(Index interpreter, std::vector<Index> sessions,
                                                     const Fact& fact);
    bool forbid_day(Index interpreter, const std::vector<Index>& today,
                    const IsAssumed& is_assumed);

    const Problem& m_problem;
    const Plan& m_plan;
    Naming m_naming;
    sat::Solver m_solver;
    Problem m_alone;                        ///< With one attendee, for what is counted by day
    std::vector<std::vector<Stop>> m_stops; ///< (attendees)
    std::vector<SpeechNeed> m_needs;
    std::vector<std::optional<sat::Totalizer>> m_counts; ///< (needs) nothing: nobody may be named
    std::map<Fact, sat::Literal> m_facts;
};

} // namespace dostyk::schedule
