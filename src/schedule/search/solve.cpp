#include "schedule/search/solve.hpp"

#include "schedule/search/walk.hpp"

#include <algorithm>
#include <chrono>
#include <mutex>
#include <thread>

namespace dostyk::schedule {

namespace {

using Clock = std::chrono::steady_clock;

constexpr double seconds_between_reports = 0.1;

class Search {
public:
    Search(const Problem& problem, const std::vector<Placement>& start, const SolveRequest& request,
           std::stop_token stop, const std::function<void(const SolveProgress&)>& progress)
    : m_problem(problem),
      m_start(start),
      m_request(request),
      m_stop(std::move(stop)),
      m_progress(progress),
      m_slots(problem)
    {}

    Solved run()
    {
        const auto threads = static_cast<std::size_t>(std::max(1, m_request.threads));
        const std::size_t walks = (threads + 1) / 2;
        m_results.resize(walks);
        {
            std::vector<std::jthread> others;
            for (std::size_t i = 1; i < walks; ++i) {
                others.emplace_back([this, i, threads] { walk(i, 2 * i + 1 < threads); });
            }
            walk(0, threads > 1);
        }
        // The first of equals, so that which thread was faster makes no difference.
        const auto best =
            std::min_element(m_results.begin(), m_results.end(),
                             [](const Solved& a, const Solved& b) { return a.score < b.score; });
        Solved solved = *best;
        solved.moves = 0;
        for (const Solved& each : m_results) {
            solved.moves += each.moves;
        }
        solved.seconds = seconds();
        solved.first_feasible = m_first_feasible;
        solved.is_cancelled = m_stop.stop_requested();
        return solved;
    }

private:
    [[nodiscard]] double seconds() const
    {
        return std::chrono::duration<double>(Clock::now() - m_begin).count();
    }

    void walk(std::size_t index, bool has_scout)
    {
        // Seeds of neighbouring walks, and of neighbouring runs, have nothing in common.
        constexpr std::uint64_t spread = 0x9e3779b97f4a7c15;
        Walk walk(m_problem, m_slots, m_start,
                  m_request.seed * spread + static_cast<std::uint64_t>(index), has_scout);
        const Annealer& annealer = walk.annealer();
        const bool is_exact = m_request.moves > 0;
        Solved& result = m_results[index];
        while (annealer.can_move() && !m_stop.stop_requested()) {
            const double share =
                is_exact ? static_cast<double>(result.moves) / static_cast<double>(m_request.moves)
                         : seconds() / m_request.seconds;
            if (share >= 1) {
                break;
            }
            result.moves += walk.run(share, is_exact);
            report(annealer);
        }
        report(annealer);
        result.placements = annealer.best();
        result.score = annealer.best_score();
    }

    void report(const Annealer& annealer)
    {
        const std::scoped_lock lock(m_mutex);
        if (m_first_feasible < 0 && annealer.best_score().hard == 0) {
            m_first_feasible = seconds();
        }
        const bool is_better = !m_has_reported || annealer.best_score() < m_reported;
        if (!m_progress || !is_better ||
            (m_has_reported && seconds() - m_last_report < seconds_between_reports)) {
            return;
        }
        m_has_reported = true;
        m_reported = annealer.best_score();
        m_last_report = seconds();
        m_progress({m_reported, m_last_report, annealer.best()});
    }

    const Problem& m_problem;
    const std::vector<Placement>& m_start;
    SolveRequest m_request;
    std::stop_token m_stop;
    const std::function<void(const SolveProgress&)>& m_progress;
    Slots m_slots;
    Clock::time_point m_begin = Clock::now();
    std::vector<Solved> m_results; ///< (walks)
    std::mutex m_mutex;            ///< Of what follows
    double m_first_feasible = -1;
    bool m_has_reported = false;
    Score m_reported;
    double m_last_report = 0;
};

} // namespace

Solved solve(const Problem& problem, const std::vector<Placement>& start,
             const SolveRequest& request, std::stop_token stop,
             const std::function<void(const SolveProgress&)>& progress)
{
    return Search(problem, start, request, std::move(stop), progress).run();
}

} // namespace dostyk::schedule
