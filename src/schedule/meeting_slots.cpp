#include "schedule/meeting_slots.hpp"

#include "schedule/sat/order_integer.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace dostyk::schedule {

using sat::Answer;
using sat::Literal;
using sat::OrderInteger;

namespace {

/// Two meetings that share an agent, and how many slots have to lie between their starts.
struct Pair {
    int first = 0;
    int second = 0;
    int apart = 1; ///< [slots]
};

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

int apart(const MeetingInstance& instance, int first, int second)
{
    return 1 + instance.distance[at(first)][at(second)];
}

/// Each pair once, however many agents share it.
std::vector<Pair> pairs_of(const MeetingInstance& instance)
{
    std::vector<std::pair<int, int>> shared;
    for (const std::vector<int>& own : instance.meetings_of) {
        for (std::size_t i = 0; i < own.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                shared.push_back(std::minmax({own[i], own[j]}));
            }
        }
    }
    std::sort(shared.begin(), shared.end());
    shared.erase(std::unique(shared.begin(), shared.end()), shared.end());
    std::vector<Pair> pairs;
    for (const auto& [first, second] : shared) {
        pairs.push_back({first, second, apart(instance, first, second)});
    }
    return pairs;
}

/// Slots that one agent's tour takes at least: the shortest way through all of their meetings
/// (Held and Karp 1962), or for many meetings as often the shortest step.
int shortest_tour(const MeetingInstance& instance, const std::vector<int>& own)
{
    constexpr std::size_t most_exact = 12;
    const std::size_t count = own.size();
    const auto step = [&](std::size_t i, std::size_t j) { return apart(instance, own[i], own[j]); };
    if (count > most_exact) {
        int least = std::numeric_limits<int>::max();
        for (std::size_t i = 0; i < count; ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                least = std::min(least, step(i, j));
            }
        }
        return 1 + least * static_cast<int>(count - 1);
    }
    constexpr int never = std::numeric_limits<int>::max() / 2;
    const std::size_t sets = std::size_t{1} << count;
    std::vector<std::vector<int>> way(sets, std::vector<int>(count, never)); // (visited, last)
    int best = count == 0 ? 0 : never;
    for (std::size_t set = 1; set < sets; ++set) {
        for (std::size_t last = 0; last < count; ++last) {
            const std::size_t before = set & ~(std::size_t{1} << last);
            if (before == set) {
                continue;
            }
            int& least = way[set][last];
            least = before == 0 ? 1 : never;
            for (std::size_t i = 0; i < count && before != 0; ++i) {
                least = std::min(least, way[before][i] + step(i, last));
            }
            best = set + 1 == sets ? std::min(best, least) : best;
        }
    }
    return best;
}

/// A first plan: those with the most to keep apart from come first, each as early as it can be.
std::vector<int> place_greedily(const MeetingInstance& instance, const std::vector<Pair>& pairs)
{
    std::vector<std::vector<Pair>> of(instance.distance.size());
    for (const Pair& pair : pairs) {
        of[at(pair.first)].push_back(pair);
        of[at(pair.second)].push_back({pair.second, pair.first, pair.apart});
    }
    std::vector<int> order(instance.distance.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int left, int right) {
        return of[at(left)].size() > of[at(right)].size();
    });
    std::vector<int> slots(instance.distance.size(), -1);
    for (const int meeting : order) {
        const auto is_free = [&](int slot) {
            return std::none_of(of[at(meeting)].begin(), of[at(meeting)].end(), [&](Pair pair) {
                const int other = slots[at(pair.first == meeting ? pair.second : pair.first)];
                return other >= 0 && std::abs(other - slot) < pair.apart;
            });
        };
        int slot = 0;
        while (!is_free(slot)) {
            ++slot;
        }
        slots[at(meeting)] = slot;
    }
    return slots;
}

/// The instance as clauses, with its last slot as a number of its own.
class Model {
public:
    Model(const MeetingInstance& instance, const std::vector<Pair>& pairs, int least, int most)
    : m_end(m_solver, least, most)
    {
        for (int meeting = 0; meeting < instance.meetings(); ++meeting) {
            m_slots.emplace_back(m_solver, 0, most - 1);
            for (int slot = least; slot < most; ++slot) {
                m_solver.add_clause({-m_slots.back().at_least(slot), m_end.at_least(slot + 1)});
            }
        }
        for (const Pair& pair : pairs) {
            const Literal is_before = m_solver.make_literal();
            const OrderInteger& first = m_slots[at(pair.first)];
            const OrderInteger& second = m_slots[at(pair.second)];
            add_distance(m_solver, first, second, pair.apart, -is_before);
            add_distance(m_solver, second, first, pair.apart, is_before);
        }
    }

    Answer solve(int slots, const sat::Limits& limits)
    {
        const std::vector<Literal> horizon = {m_end.at_most(slots)};
        return m_solver.solve(horizon, limits);
    }

    [[nodiscard]] std::vector<int> plan() const
    {
        std::vector<int> slots;
        for (const OrderInteger& slot : m_slots) {
            slots.push_back(slot.value());
        }
        return slots;
    }

private:
    sat::Solver m_solver;
    OrderInteger m_end; ///< Number of slots that are used.
    std::vector<OrderInteger> m_slots;
};

} // namespace

MeetingSolution solve_meeting_slots(const MeetingInstance& instance, const sat::Limits& limits,
                                    const std::function<void(const MeetingSolution&)>& on_better)
{
    MeetingSolution solution;
    const auto take = [&](std::vector<int> slots) {
        solution.slots = std::move(slots);
        solution.search.upper = 1 + *std::max_element(solution.slots.begin(), solution.slots.end());
        on_better(solution);
    };
    const std::vector<Pair> pairs = pairs_of(instance);
    int least = 1;
    for (const std::vector<int>& own : instance.meetings_of) {
        least = std::max(least, shortest_tour(instance, own));
    }
    take(place_greedily(instance, pairs));
    const int most = static_cast<int>(*solution.search.upper);
    Model model(instance, pairs, least, most);
    while (least < static_cast<int>(*solution.search.upper)) {
        const Answer answer = model.solve(least, limits);
        if (answer == Answer::unknown) {
            break;
        }
        if (answer == Answer::satisfiable) {
            take(model.plan());
        } else {
            ++least;
        }
    }
    solution.search.lower = least;
    solution.search.end =
        solution.search.upper == least ? sat::SearchEnd::proved : sat::SearchEnd::stopped;
    if (solution.search.upper <= instance.slots || least > instance.slots) {
        solution.fits_given_slots = solution.search.upper <= instance.slots;
    }
    return solution;
}

} // namespace dostyk::schedule
