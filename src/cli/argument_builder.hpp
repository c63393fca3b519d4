/// \file
/// The parser of the command line; every text comes from the messages.

#pragma once

#include "cli/arguments.hpp"

#include <CLI/CLI.hpp>

#include <string>

namespace dostyk::cli {

class Builder {
public:
    /// The result must outlive the builder: parsing fills it.
    explicit Builder(Parsed& parsed);

    CLI::App& app() noexcept { return m_app; }

    std::string m_language; ///< As it was written; empty = not given.
    std::string m_named_project;

private:
    [[nodiscard]] std::string text(const std::string& key) const;
    CLI::App* add_verb(CLI::App& parent, const std::string& name, Verb verb);
    /// A verb that has verbs of its own.
    CLI::App* add_parent(const std::string& name);
    void add_option(CLI::App& app, const std::string& names, std::string& value,
                    const std::string& key);
    void add_flag(CLI::App& app, const std::string& names, bool& value, const std::string& key);
    /// The project is the first word or --project; that both were given is told after parsing,
    /// because CLI11 would say it in the help in English.
    void add_project(CLI::App& app, const std::string& key);
    void add_view_options(CLI::App& app);
    void add_window_options();
    void add_validate();
    void add_info();
    void add_describe();
    void add_boundaries();
    void add_render();
    void add_edit();
    void add_history();
    void add_interchange();
    void add_merge();
    void add_template();
    void add_layer();
    void add_generate();
    void add_conflicts();
    void add_replan();
    void add_schedule();
    void add_release();
    void add_diff();
    void add_solve();
    void add_forum(CLI::App& parent);
    void add_bench();
    void add_replay();

    Parsed& m_parsed;
    CLI::App m_app{"", "dostyk"};
};

} // namespace dostyk::cli
