#include "schedule/b2b_solver.hpp"

#include "schedule/b2b_model.hpp"

namespace dostyk::schedule {

B2bSolution solve_b2b(const B2bInstance& instance, std::optional<int> fairness,
                      const sat::Limits& limits,
                      const std::function<void(const B2bSolution&)>& on_better)
{
    sat::Solver solver;
    const B2bModel model(solver, instance, fairness);
    B2bSolution solution;
    solution.search = find_least_cost(solver, model.costs(), limits, [&](sat::Cost breaks) {
        solution.slots = model.plan();
        solution.search.upper = breaks;
        on_better(solution);
    });
    return solution;
}

} // namespace dostyk::schedule
