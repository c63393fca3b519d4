#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/verbs.hpp"
#include "core/files.hpp"
#include "core/number_text.hpp"
#include "core/process_usage.hpp"
#include "schedule/b2b_check.hpp"
#include "schedule/b2b_solver.hpp"
#include "schedule/meeting_slots.hpp"
#include "schedule/meeting_slots_check.hpp"

#include <nlohmann/json.hpp>

#include <chrono>
#include <cmath>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace dostyk::cli {

namespace {

using Json = nlohmann::ordered_json;

constexpr int usual_fairness = 2; ///< Of the paper's experiments
constexpr double most_seconds = 1e6;

/// What --instance, --fairness and --time ask for.
struct SolveOptions {
    std::optional<int> instance;
    int fairness = usual_fairness;
    std::optional<double> seconds; ///< On the wall, for each instance
};

Error usage(const char* key, std::string value = {}, std::string allowed = {})
{
    return {ErrorCode::usage,
            {key, {{"value", std::move(value)}, {"allowed", std::move(allowed)}}},
            {}};
}

Result<SolveOptions> read_options(const Arguments& arguments)
{
    const bool is_csplib = arguments.format == "csplib046";
    if (arguments.file.empty() || (!is_csplib && arguments.format != "b2b")) {
        return usage("usage.solve", arguments.format);
    }
    if ((is_csplib && !arguments.fairness.empty()) || (!is_csplib && !arguments.instance.empty())) {
        return usage("usage.solve_option", is_csplib ? "--fairness" : "--instance",
                     is_csplib ? "b2b" : "csplib046");
    }
    SolveOptions options;
    if (!arguments.instance.empty()) {
        options.instance = to_number<int>(arguments.instance);
        if (!options.instance || *options.instance < 0) {
            return usage("usage.solve_number", "--instance " + arguments.instance);
        }
    }
    if (!arguments.fairness.empty()) {
        const auto fairness = to_number<int>(arguments.fairness);
        if (!fairness || *fairness < 0) {
            return usage("usage.solve_number", "--fairness " + arguments.fairness);
        }
        options.fairness = *fairness;
    }
    if (!arguments.time.empty()) {
        const auto seconds = read_seconds(arguments.time, most_seconds, most_seconds);
        if (!seconds) {
            return seconds.error();
        }
        options.seconds = *seconds;
    }
    return options;
}

/// Solves the instances of one file and prints a verdict for each.
class Solving {
public:
    Solving(const Arguments& arguments, const SolveOptions& options)
    : m_arguments(arguments), m_options(options)
    {}

    /// \returns Error parse | invalid for what the file says; usage for an instance it lacks.
    Status solve(const std::string& text)
    {
        return m_arguments.format == "b2b" ? solve_meetings_of_pairs(text)
                                           : solve_travelling_agents(text);
    }

private:
    [[nodiscard]] schedule::sat::Limits limits() const
    {
        using Clock = std::chrono::steady_clock;
        schedule::sat::Limits limits;
        if (m_options.seconds) {
            limits.deadline = Clock::now() + std::chrono::duration_cast<Clock::duration>(
                                                 std::chrono::duration<double>(*m_options.seconds));
        }
        return limits;
    }

    Status solve_meetings_of_pairs(const std::string& text)
    {
        const auto instance = schedule::read_b2b(text, m_arguments.file);
        if (!instance) {
            return instance.error();
        }
        const schedule::B2bSolution solution =
            schedule::solve_b2b(*instance, m_options.fairness, limits(),
                                [&](const schedule::B2bSolution&) { note_feasible(); });
        if (!solution.slots.empty()) {
            const schedule::B2bCheck check =
                schedule::check_b2b(*instance, solution.slots, m_options.fairness);
            if (check.fault != schedule::B2bFault::sound || check.breaks != solution.search.upper) {
                return unsound();
            }
        }
        say_verdict(std::filesystem::path(m_arguments.file).stem().string(), solution.search,
                    solution.slots, {});
        return ok();
    }

    Status solve_travelling_agents(const std::string& text)
    {
        const auto instances = schedule::read_csplib046(text, m_arguments.file);
        if (!instances) {
            return instances.error();
        }
        std::string numbers;
        bool is_found = false;
        for (const schedule::MeetingInstance& instance : *instances) {
            numbers += (numbers.empty() ? "" : ", ") + std::to_string(instance.number);
            if (m_options.instance && m_options.instance != instance.number) {
                continue;
            }
            is_found = true;
            if (const Status status = solve_travelling_agents(instance); !status) {
                return status;
            }
        }
        return is_found ? ok()
                        : Status(usage("usage.solve_instance", m_arguments.instance, numbers));
    }

    Status solve_travelling_agents(const schedule::MeetingInstance& instance)
    {
        const schedule::MeetingSolution solution = schedule::solve_meeting_slots(
            instance, limits(), [&](const schedule::MeetingSolution&) { note_feasible(); });
        const schedule::MeetingSlotsCheck check =
            schedule::check_meeting_slots(instance, solution.slots);
        if (!check.is_sound || check.slots != solution.search.upper) {
            return unsound();
        }
        Json more;
        more["satisfiable_at_domain_size"] =
            solution.fits_given_slots ? Json(*solution.fits_given_slots) : Json();
        say_verdict(instance.number, solution.search, solution.slots, more);
        return ok();
    }

    [[nodiscard]] Error unsound() const
    {
        return {ErrorCode::invalid, {"error.solve.unsound", {}}, m_arguments.file};
    }

    /// CPU time since the program began, or since the verdict before this one. [s]
    [[nodiscard]] double seconds() const { return process_cpu_ms() / 1000 - m_told_until_s; }

    void note_feasible() { m_first_s = m_first_s.value_or(seconds()); }

    void say_verdict(const Json& name, const schedule::sat::SearchResult& search,
                     const std::vector<int>& slots, const Json& more)
    {
        const bool has_plan = search.upper.has_value();
        const bool is_impossible = search.end == schedule::sat::SearchEnd::impossible;
        const char* const status = is_impossible                                    ? "infeasible"
                                   : search.end == schedule::sat::SearchEnd::proved ? "optimal"
                                   : has_plan                                       ? "feasible"
                                                                                    : "unknown";
        Json verdict;
        verdict["instance"] = name;
        verdict["status"] = status;
        verdict["objective"] = has_plan ? Json(*search.upper) : Json();
        verdict["bound"] = is_impossible ? Json() : Json(search.lower);
        verdict.update(more.is_null() ? Json::object() : more);
        verdict["seconds_cpu"] = rounded(seconds());
        verdict["first_feasible_cpu"] = m_first_s ? Json(rounded(*m_first_s)) : Json();
        Json assignment = Json::array();
        for (const int slot : slots) {
            assignment.push_back(slot + 1);
        }
        verdict["assignment"] = has_plan ? assignment : Json();
        if (m_arguments.is_json) {
            say_raw(verdict.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
        } else {
            say_line(verdict);
        }
        m_told_until_s += seconds();
        m_first_s.reset();
    }

    void say_line(const Json& verdict) const
    {
        const auto text = [&](const char* name) {
            const Json& value = verdict[name];
            return value.is_string() ? value.get<std::string>() : value.dump();
        };
        say(tr(m_arguments.language, Message{"solve." + text("status"),
                                             {{"instance", text("instance")},
                                              {"unit", m_arguments.format},
                                              {"objective", text("objective")},
                                              {"bound", text("bound")},
                                              {"seconds", text("seconds_cpu")}}}));
    }

    /// To milliseconds: more digits say nothing.
    static double rounded(double seconds) { return std::round(seconds * 1000) / 1000; }

    const Arguments& m_arguments;
    const SolveOptions& m_options;
    double m_told_until_s = 0;
    std::optional<double> m_first_s; ///< When this instance had its first plan.
};

} // namespace

int run_solve(const Arguments& arguments)
{
    const auto options = read_options(arguments);
    if (!options) {
        return fail(options.error(), arguments.language);
    }
    const auto text = read_file(arguments.file);
    const Status status = text ? Solving(arguments, *options).solve(*text) : text.error();
    if (status) {
        return exit_clean;
    }
    const int code = fail(status.error(), arguments.language);
    const bool is_refused =
        code != exit_usage && status.error().message.key != "error.solve.unsound";
    return is_refused ? exit_refused : code;
}

} // namespace dostyk::cli
