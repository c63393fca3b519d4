#include "cli/arguments.hpp"

#include "cli/console.hpp"
#include "cli/examples.hpp"
#include "core/message.hpp"
#include "core/version.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace dostyk::cli {

namespace {

/// Help is printed while arguments are parsed, so the language is looked up before.
Language find_language(int argc, const char* const* argv)
{
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument(argv[i]);
        std::string_view code;
        if (argument == "--lang" && i + 1 < argc) {
            code = argv[i + 1];
        } else if (argument.starts_with("--lang=")) {
            code = argument.substr(7);
        }
        if (const auto language = parse_language(code)) {
            return *language;
        }
    }
    return system_language();
}

/// Builds the parser; every text comes from the messages.
class Builder {
public:
    explicit Builder(Parsed& parsed) : m_parsed(parsed)
    {
        auto formatter = std::make_shared<CLI::Formatter>();
        for (const char* label : {"Usage", "Options", "Subcommands", "Positionals"}) {
            formatter->label(label, text(std::string("cli.label.") + label));
        }
        formatter->label("OPTIONS", "...");
        formatter->label("SUBCOMMAND", text("cli.label.verb"));
        formatter->label("TEXT", "");
        formatter->label("REQUIRED", "");
        formatter->column_width(30);
        m_app.formatter(formatter);
        m_app.description(text("cli.about"));
        m_app.footer(text("cli.examples") + "\n" + examples_of(m_app.get_name()));
        m_app.require_subcommand(0, 1);
        m_app.option_defaults()->group(text("cli.label.Options")); // The verbs inherit it.
        m_app.set_help_flag("-h,--help", text("cli.option.help"));
        m_app.set_version_flag("--version", "dostyk " + std::string(version()),
                               text("cli.option.version"));
        add_window_options();
        add_validate();
        add_info();
        add_describe();
        add_boundaries();
        add_render();
        add_edit();
        add_history();
        add_interchange();
        add_merge();
        add_template();
        add_layer();
        add_generate();
        add_conflicts();
        add_solve();
        add_bench();
        add_replay();
    }

    CLI::App& app() noexcept { return m_app; }

private:
    [[nodiscard]] std::string text(const std::string& key) const
    {
        return std::string(tr(m_parsed.arguments.language, key));
    }

    CLI::App* add_verb(CLI::App& parent, const std::string& name, Verb verb)
    {
        CLI::App* sub = parent.add_subcommand(name, text("cli.verb." + name));
        sub->group(text("cli.label.Subcommands"));
        sub->set_help_flag("-h,--help", text("cli.option.help"));
        sub->footer(text("cli.examples") + "\n" + examples_of(sub->get_name()));
        sub->callback([this, verb] { m_parsed.arguments.verb = verb; });
        add_option(*sub, "--lang", m_language, "lang");
        return sub;
    }

    /// A verb that has verbs of its own.
    CLI::App* add_parent(const std::string& name)
    {
        CLI::App* parent = m_app.add_subcommand(name, text("cli.verb." + name));
        parent->group(text("cli.label.Subcommands"));
        parent->require_subcommand(1);
        parent->set_help_flag("-h,--help", text("cli.option.help"));
        parent->footer(text("cli.examples") + "\n" + examples_of(parent->get_name()));
        return parent;
    }

    void add_option(CLI::App& app, const std::string& names, std::string& value,
                    const std::string& key)
    {
        app.add_option(names, value, text("cli.option." + key));
    }

    void add_flag(CLI::App& app, const std::string& names, bool& value, const std::string& key)
    {
        app.add_flag(names, value, text("cli.option." + key))->disable_flag_override();
    }

    /// The project is the first word or --project; that both were given is told after parsing,
    /// because CLI11 would say it in the help in English.
    void add_project(CLI::App& app, const std::string& key)
    {
        app.add_option("P", m_parsed.arguments.target, text("cli.option." + key));
        add_option(app, "--project", m_named_project, "project");
    }

    void add_view_options(CLI::App& app)
    {
        Arguments& arguments = m_parsed.arguments;
        add_option(app, "--size", arguments.size, "size");
        add_option(app, "--view", arguments.view, "view");
        add_option(app, "--style", arguments.style, "style");
        add_option(app, "--mode", arguments.mode, "mode");
        add_option(app, "--date", arguments.date, "date");
        add_option(app, "--pack", arguments.pack, "pack");
    }

    void add_window_options()
    {
        add_option(m_app, "--project", m_named_project, "project");
        add_option(m_app, "--lang", m_language, "lang");
        add_option(m_app, "--scale", m_parsed.arguments.scale, "scale");
        add_option(m_app, "--record", m_parsed.arguments.record, "record");
        add_view_options(m_app);
    }

    void add_validate()
    {
        CLI::App* sub = add_verb(m_app, "validate", Verb::validate);
        add_project(*sub, "project_or_file");
        add_flag(*sub, "--json", m_parsed.arguments.is_json, "json");
        add_flag(*sub, "--files", m_parsed.arguments.is_files_only, "files");
    }

    void add_info()
    {
        CLI::App* sub = add_verb(m_app, "info", Verb::info);
        add_project(*sub, "project_or_map");
        add_option(*sub, "--pack", m_parsed.arguments.pack, "pack");
        add_flag(*sub, "--json", m_parsed.arguments.is_json, "json");
        add_flag(*sub, "--files", m_parsed.arguments.is_files_only, "files");
    }

    void add_describe()
    {
        CLI::App* sub = add_verb(m_app, "describe", Verb::describe);
        add_project(*sub, "project");
        add_option(*sub, "--pack", m_parsed.arguments.pack, "pack");
        add_option(*sub, "--audience", m_parsed.arguments.audience, "audience");
        add_flag(*sub, "--files", m_parsed.arguments.is_files_only, "files");
    }

    void add_boundaries()
    {
        CLI::App* parent = add_parent("boundaries");
        CLI::App* sub = add_verb(*parent, "use", Verb::boundaries);
        add_option(*sub, "FILE", m_parsed.arguments.file, "boundary_file");
        add_option(*sub, "--project", m_named_project, "project");
        add_flag(*sub, "--revert", m_parsed.arguments.is_revert, "revert");
    }

    void add_render()
    {
        CLI::App* sub = add_verb(m_app, "render", Verb::render);
        add_project(*sub, "project");
        add_option(*sub, "--out", m_parsed.arguments.out, "out");
        add_option(*sub, "--fit", m_parsed.arguments.fit, "fit");
        add_view_options(*sub);
        add_flag(*sub, "--legend", m_parsed.arguments.has_legend, "legend");
        add_flag(*sub, "--files", m_parsed.arguments.is_files_only, "files");
    }

    void add_edit()
    {
        CLI::App* sub = add_verb(m_app, "edit", Verb::edit);
        add_project(*sub, "project_or_store");
    }

    void add_history()
    {
        CLI::App* history = add_verb(m_app, "history", Verb::history);
        add_project(*history, "project_or_store");
        add_flag(*history, "--json", m_parsed.arguments.is_json, "json");

        CLI::App* parent = add_parent("audit");
        CLI::App* verify = add_verb(*parent, "verify", Verb::audit);
        add_project(*verify, "project_or_store");
    }

    void add_interchange()
    {
        Arguments& arguments = m_parsed.arguments;
        CLI::App* out = add_verb(m_app, "export", Verb::export_);
        add_project(*out, "project_or_store");
        add_option(*out, "--format", arguments.format, "format_export");
        add_option(*out, "--out", arguments.out, "out_export");
        add_option(*out, "--audience", arguments.audience, "audience");
        add_option(*out, "--only", arguments.only, "only");
        add_option(*out, "--kind", arguments.kinds, "kinds");
        add_option(*out, "--pack", arguments.pack, "pack");
        add_flag(*out, "--raw", arguments.is_raw, "raw");
        add_flag(*out, "--files", arguments.is_files_only, "files");

        CLI::App* in = add_verb(m_app, "import", Verb::import_);
        add_option(*in, "FILE", arguments.file, "import_file");
        add_option(*in, "--format", arguments.format, "format");
        add_option(*in, "--into", arguments.into, "into");
        add_option(*in, "--as", arguments.as, "as");
        add_option(*in, "--table", arguments.table, "table");
        add_option(*in, "--crs", arguments.crs, "crs");
        add_option(*in, "--dates", arguments.dates, "dates");
        add_flag(*in, "--dry-run", arguments.is_dry_run, "dry_run");
        add_flag(*in, "--json", arguments.is_json, "json");
    }

    void add_merge()
    {
        Arguments& arguments = m_parsed.arguments;
        CLI::App* sub = add_verb(m_app, "merge", Verb::merge);
        add_option(*sub, "BASE", arguments.base, "merge_base");
        add_option(*sub, "MINE", arguments.mine, "merge_mine");
        add_option(*sub, "THEIRS", arguments.theirs, "merge_theirs");
        add_option(*sub, "--out", arguments.out, "merge_out");
        add_flag(*sub, "--json", arguments.is_json, "json");
        add_flag(*sub, "--files", arguments.is_files_only, "files");
    }

    void add_template()
    {
        CLI::App* sub = add_verb(m_app, "template", Verb::template_);
        add_option(*sub, "KIND", m_parsed.arguments.as, "template_kind");
        add_option(*sub, "--out", m_parsed.arguments.out, "out_folder");
    }

    void add_layer()
    {
        Arguments& arguments = m_parsed.arguments;
        CLI::App* parent = add_parent("layer");
        CLI::App* add = add_verb(*parent, "add", Verb::layer_add);
        add_project(*add, "project_or_store");
        add_option(*add, "FILE", arguments.file, "layer_file");
        add_option(*add, "--crs", arguments.crs, "crs");
        add_option(*add, "--name", arguments.name, "layer_name");
        add_option(*add, "--table", arguments.table, "table");
        add_flag(*add, "--dry-run", arguments.is_dry_run, "dry_run");
        add_flag(*add, "--json", arguments.is_json, "json");
        CLI::App* list = add_verb(*parent, "list", Verb::layer_list);
        add_project(*list, "project_or_store");
        add_flag(*list, "--json", arguments.is_json, "json");
        add_flag(*list, "--files", arguments.is_files_only, "files");
        CLI::App* remove = add_verb(*parent, "remove", Verb::layer_remove);
        add_project(*remove, "project_or_store");
        add_option(*remove, "ID", arguments.layer, "layer_id");
    }

    void add_generate()
    {
        Arguments& arguments = m_parsed.arguments;
        CLI::App* parent = add_parent("generate");
        CLI::App* sub = add_verb(*parent, "store", Verb::generate);
        add_option(*sub, "--entities", arguments.entities, "entities");
        add_option(*sub, "--seed", arguments.seed, "seed");
        add_option(*sub, "--out", arguments.out, "out_store");
    }

    void add_conflicts()
    {
        Arguments& arguments = m_parsed.arguments;
        CLI::App* sub = add_verb(m_app, "conflicts", Verb::conflicts);
        add_project(*sub, "project_or_store");
        add_option(*sub, "--meeting", arguments.meeting, "meeting");
        add_flag(*sub, "--wishes", arguments.has_wishes, "wishes");
        add_flag(*sub, "--json", arguments.is_json, "json");
        add_flag(*sub, "--files", arguments.is_files_only, "files");
    }

    void add_solve()
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

    void add_bench()
    {
        CLI::App* sub = add_verb(m_app, "bench", Verb::bench);
        add_project(*sub, "project");
        add_flag(*sub, "--json", m_parsed.arguments.is_json, "json");
    }

    void add_replay()
    {
        Arguments& arguments = m_parsed.arguments;
        CLI::App* sub = add_verb(m_app, "replay", Verb::replay);
        add_option(*sub, "LOG", arguments.file, "log");
        add_option(*sub, "--project", m_named_project, "project_or_store");
        add_option(*sub, "--size", arguments.size, "size");
        add_option(*sub, "--out", arguments.out, "out_replay");
        add_flag(*sub, "--no-mouse", arguments.has_no_mouse, "no_mouse");
        add_flag(*sub, "--json", arguments.is_json, "json");
    }

    Parsed& m_parsed;
    CLI::App m_app{"", "dostyk"};

public:
    std::string m_language; ///< As it was written; empty = not given.
    std::string m_named_project;
};

/// CLI11's errors in our words: it speaks English alone.
Message message_of(const CLI::ParseError& error, const CLI::App& app)
{
    // Some errors carry the program's name instead of their own: the exit code tells them apart.
    const std::string what = error.what();
    switch (static_cast<CLI::ExitCodes>(error.get_exit_code())) {
    case CLI::ExitCodes::ExtrasError: {
        const std::vector<std::string> extras = app.remaining(true);
        return {"usage.unknown_argument", {{"argument", extras.empty() ? what : extras.front()}}};
    }
    case CLI::ExitCodes::ArgumentMismatch: {
        const std::string option = what.substr(0, what.find_first_of(": "));
        if (what.ends_with("flag override")) {
            return {"usage.takes_no_value", {{"option", option}}};
        }
        const bool is_repeated = what.find(": At Most 1 ") != std::string::npos;
        return {is_repeated ? "usage.option_twice" : "usage.missing_value", {{"option", option}}};
    }
    case CLI::ExitCodes::RequiredError:
        return {"usage.missing_verb", {}};
    default:
        return {"usage.not_understood", {{"what", what}}};
    }
}

} // namespace

Parsed parse_arguments(int argc, const char* const* argv)
{
    Parsed parsed;
    Arguments& arguments = parsed.arguments;
    arguments.language = find_language(argc, argv);
    Builder builder(parsed);
    try {
        builder.app().parse(argc, argv);
    } catch (const CLI::Success& success) {
        parsed.exit_code = builder.app().exit(success); // help and version
        return parsed;
    } catch (const CLI::ParseError& error) {
        parsed.exit_code =
            fail(Error{ErrorCode::usage, message_of(error, builder.app()), {}}, arguments.language);
        return parsed;
    }
    if (!builder.m_named_project.empty()) {
        if (!arguments.target.empty()) {
            parsed.exit_code =
                fail(Error{ErrorCode::usage, {"usage.project_twice", {}}, {}}, arguments.language);
            return parsed;
        }
        arguments.target = builder.m_named_project;
    }
    if (!builder.m_language.empty()) {
        arguments.has_language = true;
        if (!parse_language(builder.m_language)) {
            parsed.exit_code = fail(
                Error{ErrorCode::usage, {"usage.language", {{"value", builder.m_language}}}, {}},
                arguments.language);
        }
    }
    return parsed;
}

} // namespace dostyk::cli
