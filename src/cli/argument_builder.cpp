#include "cli/argument_builder.hpp"

#include "cli/examples.hpp"
#include "core/message.hpp"
#include "core/version.hpp"

#include <memory>

namespace dostyk::cli {

Builder::Builder(Parsed& parsed) : m_parsed(parsed)
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
    add_replan();
    add_schedule();
    add_release();
    add_diff();
    add_solve();
    add_bench();
    add_replay();
}

std::string Builder::text(const std::string& key) const
{
    return std::string(tr(m_parsed.arguments.language, key));
}

CLI::App* Builder::add_verb(CLI::App& parent, const std::string& name, Verb verb)
{
    CLI::App* sub = parent.add_subcommand(name, text("cli.verb." + name));
    sub->group(text("cli.label.Subcommands"));
    sub->set_help_flag("-h,--help", text("cli.option.help"));
    sub->footer(text("cli.examples") + "\n" + examples_of(sub->get_name()));
    sub->callback([this, verb] { m_parsed.arguments.verb = verb; });
    add_option(*sub, "--lang", m_language, "lang");
    return sub;
}

CLI::App* Builder::add_parent(const std::string& name)
{
    CLI::App* parent = m_app.add_subcommand(name, text("cli.verb." + name));
    parent->group(text("cli.label.Subcommands"));
    parent->require_subcommand(1);
    parent->set_help_flag("-h,--help", text("cli.option.help"));
    parent->footer(text("cli.examples") + "\n" + examples_of(parent->get_name()));
    return parent;
}

void Builder::add_option(CLI::App& app, const std::string& names, std::string& value,
                         const std::string& key)
{
    app.add_option(names, value, text("cli.option." + key));
}

void Builder::add_flag(CLI::App& app, const std::string& names, bool& value, const std::string& key)
{
    app.add_flag(names, value, text("cli.option." + key))->disable_flag_override();
}

void Builder::add_project(CLI::App& app, const std::string& key)
{
    app.add_option("P", m_parsed.arguments.target, text("cli.option." + key));
    add_option(app, "--project", m_named_project, "project");
}

void Builder::add_view_options(CLI::App& app)
{
    Arguments& arguments = m_parsed.arguments;
    add_option(app, "--size", arguments.size, "size");
    add_option(app, "--view", arguments.view, "view");
    add_option(app, "--style", arguments.style, "style");
    add_option(app, "--mode", arguments.mode, "mode");
    add_option(app, "--date", arguments.date, "date");
    add_option(app, "--pack", arguments.pack, "pack");
}

void Builder::add_window_options()
{
    add_option(m_app, "--project", m_named_project, "project");
    add_option(m_app, "--lang", m_language, "lang");
    add_option(m_app, "--scale", m_parsed.arguments.scale, "scale");
    add_option(m_app, "--record", m_parsed.arguments.record, "record");
    add_view_options(m_app);
}

void Builder::add_validate()
{
    CLI::App* sub = add_verb(m_app, "validate", Verb::validate);
    add_project(*sub, "project_or_file");
    add_flag(*sub, "--json", m_parsed.arguments.is_json, "json");
    add_flag(*sub, "--files", m_parsed.arguments.is_files_only, "files");
}

void Builder::add_info()
{
    CLI::App* sub = add_verb(m_app, "info", Verb::info);
    add_project(*sub, "project_or_map");
    add_option(*sub, "--pack", m_parsed.arguments.pack, "pack");
    add_flag(*sub, "--json", m_parsed.arguments.is_json, "json");
    add_flag(*sub, "--files", m_parsed.arguments.is_files_only, "files");
}

void Builder::add_describe()
{
    CLI::App* sub = add_verb(m_app, "describe", Verb::describe);
    add_project(*sub, "project");
    add_option(*sub, "--pack", m_parsed.arguments.pack, "pack");
    add_option(*sub, "--audience", m_parsed.arguments.audience, "audience");
    add_flag(*sub, "--files", m_parsed.arguments.is_files_only, "files");
}

void Builder::add_boundaries()
{
    CLI::App* parent = add_parent("boundaries");
    CLI::App* sub = add_verb(*parent, "use", Verb::boundaries);
    add_option(*sub, "FILE", m_parsed.arguments.file, "boundary_file");
    add_option(*sub, "--project", m_named_project, "project");
    add_flag(*sub, "--revert", m_parsed.arguments.is_revert, "revert");
}

void Builder::add_render()
{
    CLI::App* sub = add_verb(m_app, "render", Verb::render);
    add_project(*sub, "project");
    add_option(*sub, "--out", m_parsed.arguments.out, "out");
    add_option(*sub, "--fit", m_parsed.arguments.fit, "fit");
    add_view_options(*sub);
    add_option(*sub, "--diff", m_parsed.arguments.diff, "diff");
    add_option(*sub, "--meeting", m_parsed.arguments.meeting, "meeting");
    add_flag(*sub, "--legend", m_parsed.arguments.has_legend, "legend");
    add_flag(*sub, "--files", m_parsed.arguments.is_files_only, "files");
}

void Builder::add_edit()
{
    CLI::App* sub = add_verb(m_app, "edit", Verb::edit);
    add_project(*sub, "project_or_store");
}

void Builder::add_history()
{
    CLI::App* history = add_verb(m_app, "history", Verb::history);
    add_project(*history, "project_or_store");
    add_flag(*history, "--json", m_parsed.arguments.is_json, "json");

    CLI::App* parent = add_parent("audit");
    CLI::App* verify = add_verb(*parent, "verify", Verb::audit);
    add_project(*verify, "project_or_store");
}

void Builder::add_interchange()
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
    add_option(*out, "--meeting", arguments.meeting, "meeting");
    add_option(*out, "--release", arguments.release, "release");
    add_option(*out, "--of", arguments.of, "of");
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
    add_option(*in, "--meeting", arguments.meeting, "meeting_import");
    add_flag(*in, "--dry-run", arguments.is_dry_run, "dry_run");
    add_flag(*in, "--json", arguments.is_json, "json");
}

void Builder::add_merge()
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

void Builder::add_template()
{
    CLI::App* sub = add_verb(m_app, "template", Verb::template_);
    add_option(*sub, "KIND", m_parsed.arguments.as, "template_kind");
    add_option(*sub, "--out", m_parsed.arguments.out, "out_folder");
}

void Builder::add_layer()
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

void Builder::add_generate()
{
    Arguments& arguments = m_parsed.arguments;
    CLI::App* parent = add_parent("generate");
    CLI::App* sub = add_verb(*parent, "store", Verb::generate);
    add_option(*sub, "--entities", arguments.entities, "entities");
    add_option(*sub, "--seed", arguments.seed, "seed");
    add_option(*sub, "--out", arguments.out, "out_store");
    add_forum(*parent);
}

void Builder::add_bench()
{
    CLI::App* sub = add_verb(m_app, "bench", Verb::bench);
    add_project(*sub, "project");
    add_flag(*sub, "--json", m_parsed.arguments.is_json, "json");
}

void Builder::add_replay()
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

} // namespace dostyk::cli
