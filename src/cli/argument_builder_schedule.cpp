#include "cli/argument_builder.hpp"

namespace dostyk::cli {

void Builder::add_conflicts()
{
    Arguments& arguments = m_parsed.arguments;
    CLI::App* sub = add_verb(m_app, "conflicts", Verb::conflicts);
    add_project(*sub, "project_or_instance");
    add_option(*sub, "--meeting", arguments.meeting, "meeting");
    add_flag(*sub, "--wishes", arguments.has_wishes, "wishes");
    add_flag(*sub, "--why", arguments.has_why, "why");
    add_flag(*sub, "--json", arguments.is_json, "json");
    add_flag(*sub, "--files", arguments.is_files_only, "files");
}

void Builder::add_replan()
{
    Arguments& arguments = m_parsed.arguments;
    CLI::App* sub = add_verb(m_app, "replan", Verb::replan);
    add_project(*sub, "project_or_store");
    add_option(*sub, "--change", arguments.change, "change");
    add_option(*sub, "--meeting", arguments.meeting, "meeting");
    add_option(*sub, "--time", arguments.time, "time_replan");
    add_flag(*sub, "--apply", arguments.is_apply, "apply_replan");
    add_flag(*sub, "--json", arguments.is_json, "json");
}

void Builder::add_schedule()
{
    Arguments& arguments = m_parsed.arguments;
    CLI::App* sub = add_verb(m_app, "schedule", Verb::schedule);
    add_project(*sub, "project_or_store");
    add_option(*sub, "--meeting", arguments.meeting, "meeting");
    add_option(*sub, "--seed", arguments.seed, "seed_schedule");
    add_option(*sub, "--iterations", arguments.iterations, "iterations");
    add_option(*sub, "--time", arguments.time, "time_schedule");
    add_option(*sub, "--threads", arguments.threads, "threads");
    add_flag(*sub, "--dry-run", arguments.is_dry_run, "dry_run_schedule");
    add_flag(*sub, "--json", arguments.is_json, "json");
}

void Builder::add_forum(CLI::App& parent)
{
    Arguments& arguments = m_parsed.arguments;
    CLI::App* sub = add_verb(parent, "forum", Verb::generate_forum);
    add_option(*sub, "--sessions", arguments.sessions, "sessions");
    add_option(*sub, "--delegations", arguments.delegations, "delegations");
    add_option(*sub, "--venues", arguments.venues, "venues");
    add_option(*sub, "--cities", arguments.cities, "cities");
    add_option(*sub, "--days", arguments.days, "days");
    add_option(*sub, "--seed", arguments.seed, "seed");
    add_option(*sub, "--out", arguments.out, "out_store");
    add_flag(*sub, "--planted", arguments.is_planted, "planted");
    add_flag(*sub, "--json", arguments.is_json, "json");
}

void Builder::add_release()
{
    Arguments& arguments = m_parsed.arguments;
    CLI::App* sub = add_verb(m_app, "release", Verb::release);
    add_project(*sub, "project_or_store");
    add_option(*sub, "--meeting", arguments.meeting, "meeting");
    add_flag(*sub, "--json", arguments.is_json, "json");
}

void Builder::add_diff()
{
    Arguments& arguments = m_parsed.arguments;
    CLI::App* sub = add_verb(m_app, "diff", Verb::diff);
    add_project(*sub, "project_or_store");
    add_option(*sub, "FROM", arguments.from, "from_version");
    add_option(*sub, "TO", arguments.to, "to_version");
    add_option(*sub, "--meeting", arguments.meeting, "meeting");
    add_flag(*sub, "--json", arguments.is_json, "json");
    add_flag(*sub, "--files", arguments.is_files_only, "files");
}

void Builder::add_solve()
{
    Arguments& arguments = m_parsed.arguments;
    CLI::App* sub = add_verb(m_app, "solve", Verb::solve);
    add_option(*sub, "FILE", arguments.file, "solve_file");
    add_option(*sub, "--format", arguments.format, "format_solve");
    add_option(*sub, "--instance", arguments.instance, "instance");
    add_option(*sub, "--fairness", arguments.fairness, "fairness");
    add_option(*sub, "--time", arguments.time, "time");
    add_flag(*sub, "--json", arguments.is_json, "json");
}

} // namespace dostyk::cli
