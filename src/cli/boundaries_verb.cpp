#include "cli/console.hpp"
#include "cli/open_project.hpp"
#include "cli/options.hpp"
#include "cli/verbs.hpp"
#include "core/system_reason.hpp"
#include "gis/map_file.hpp"
#include "intake/worker_client.hpp"

#include <filesystem>
#include <system_error>

namespace dostyk::cli {

namespace {

namespace fs = std::filesystem;

int revert(const fs::path& file, Language language)
{
    std::error_code error;
    const bool was_there = fs::remove(file, error);
    if (error) {
        return fail(Error{ErrorCode::write_failed,
                          {"error.write_failed",
                           {{"file", file.string()}, {"reason", system_reason(error.value())}}},
                          {}},
                    language);
    }
    say(tr(language, was_there ? "boundaries.reverted" : "boundaries.nothing_to_revert"));
    return exit_clean;
}

/// Units and features that found no partner, each on its line.
void list(const std::vector<std::string>& names, const char* heading, Language language)
{
    if (names.empty()) {
        return;
    }
    complain(tr(language, heading));
    for (const std::string& name : names) {
        complain("  " + name);
    }
}

/// The layers of a foreign file, read by the import worker.
Result<geo::MapData> read_boundaries(const fs::path& source, Language language)
{
    auto answer = intake::read_foreign_file(source, {});
    if (!answer) {
        return answer.error();
    }
    if (!answer->confinement.is_whole()) {
        complain(tr(language, "import.weak_sandbox"));
    }
    if (!answer->tables) {
        return answer->tables.error();
    }
    geo::MapData map;
    for (intake::Table& table : *answer->tables) {
        if (table.is_crs_missing) {
            return Error{ErrorCode::unsupported,
                         {"error.map_no_crs", {{"layer", table.layer.name}}},
                         source.string()};
        }
        map.layers.push_back(std::move(table.layer));
    }
    if (map.layers.empty()) {
        return Error{
            ErrorCode::unsupported, {"error.map_no_layers", {{"file", source.string()}}}, {}};
    }
    return map;
}

int use(const fs::path& source, const fs::path& file, Language language)
{
    const auto map = open_base_map();
    if (!map) {
        return fail(map.error(), language);
    }
    const geo::Layer* regions = map->find_layer("regions");
    if (regions == nullptr) {
        return fail(Error{ErrorCode::unsupported, {"error.boundaries_no_regions", {}}, {}},
                    language);
    }
    const auto foreign = read_boundaries(source, language);
    if (!foreign) {
        return fail(foreign.error(), language);
    }
    gis::BoundaryMismatch mismatch;
    const auto joined = gis::join_boundaries(*regions, *foreign, source, mismatch);
    const model::UnitNames names = unit_names_of(*map);
    std::vector<std::string> units;
    for (const std::string& code : mismatch.units_without_feature) {
        const auto name = names.find(code);
        units.push_back(name == names.end() ? code
                                            : code + " " + std::string(name->second.in(language)));
    }
    list(units, "boundaries.units_without_feature", language);
    list(mismatch.features_without_unit, "boundaries.features_without_unit", language);
    if (!joined) {
        return fail(joined.error(), language);
    }
    if (const Status status = gis::write_layer(*joined, file); !status) {
        return fail(status.error(), language);
    }
    say(tr(language, Message{"boundaries.used", {{"file", file.string()}}}));
    return exit_clean;
}

} // namespace

int run_boundaries(const Arguments& arguments)
{
    const Language language = arguments.language;
    if (const Status status = need_target(arguments); !status) {
        return fail(status.error(), language);
    }
    if (arguments.file.empty() != arguments.is_revert) {
        return fail(Error{ErrorCode::usage, {"usage.boundaries", {}}, {}}, language);
    }
    const fs::path folder(arguments.target);
    if (const auto project = open_project(folder, Source::files, language); !project) {
        return fail(project.error(), language);
    }
    const fs::path file = folder / boundaries_file;
    return arguments.is_revert ? revert(file, language) : use(arguments.file, file, language);
}

} // namespace dostyk::cli
