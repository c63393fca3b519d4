/// \file
/// The command line as values.

#pragma once

#include "core/language.hpp"

#include <optional>
#include <string>

namespace dostyk::cli {

enum class Verb {
    none,
    validate,
    info,
    describe,
    boundaries,
    render,
    edit,
    history,
    audit,
    export_,
    merge,
    import_,
    generate,
    generate_forum,
    template_,
    layer_add,
    layer_list,
    layer_remove,
    conflicts,
    replan,
    schedule,
    release,
    diff,
    solve,
    bench,
    replay,
};

/// What was written; texts are not looked into yet, an empty one was not given.
struct Arguments {
    Verb verb = Verb::none;
    Language language = Language::en;
    bool has_language = false; ///< --lang was given; else it is the system's.
    std::string target;        ///< Project folder, or the file of validate and info.
    std::string file;          ///< The boundary file.
    std::string out;
    std::string size;
    std::string view;
    std::string fit;
    std::string style;
    std::string mode;
    std::string date;
    std::string pack;
    std::string scale;
    std::string format; ///< Of export, import and solve
    std::string into;
    std::string as; ///< Of import: a kind, or "layer"; of template: what it is for
    std::string table;
    std::string name;  ///< Of layer add
    std::string layer; ///< Id, of layer remove
    std::string crs;
    std::string dates;
    std::string base; ///< Of merge
    std::string mine;
    std::string theirs;
    std::string audience; ///< Of export
    std::string only;
    std::string kinds;
    std::string record;   ///< Of the window: the log to write
    std::string entities; ///< Of generate
    std::string seed;
    std::string meeting; ///< Of the scheduler's verbs: an id
    std::string from;    ///< Of diff: a version
    std::string to;
    std::string diff;     ///< Of render: two versions
    std::string release;  ///< Of export: a version
    std::string of;       ///< Of export: whose calendar, an id
    std::string instance; ///< Of solve
    std::string fairness;
    std::string time;
    std::string change;     ///< Of replan: a file
    std::string iterations; ///< Of schedule
    std::string threads;
    std::string sessions; ///< Of generate forum: how many
    std::string delegations;
    std::string venues;
    std::string cities;
    std::string days;
    bool is_json = false;
    bool is_files_only = false;
    bool is_dry_run = false;
    bool is_revert = false;
    bool is_raw = false;
    bool has_legend = false;
    bool has_wishes = false;   ///< Of conflicts
    bool has_why = false;      ///< The same
    bool is_apply = false;     ///< Of replan
    bool is_planted = false;   ///< Of generate forum
    bool has_no_mouse = false; ///< Of replay
};

struct Parsed {
    Arguments arguments;
    std::optional<int>
        exit_code; ///< Help, version or wrong use was printed: nothing is left to do.
};

/// Parse, and print help, version or what is wrong.
[[nodiscard]] Parsed parse_arguments(int argc, const char* const* argv);

} // namespace dostyk::cli
