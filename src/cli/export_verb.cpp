#include "cli/console.hpp"
#include "cli/export_project.hpp"
#include "cli/open_project.hpp"
#include "cli/options.hpp"
#include "cli/verbs.hpp"
#include "store/folder_sync.hpp"
#include "store/working_store.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace dostyk::cli {

namespace {

namespace fs = std::filesystem;

Error usage(const char* key, std::string value = {})
{
    return Error{ErrorCode::usage, {key, {{"value", std::move(value)}}}, {}};
}

std::vector<std::string> words_of(const std::string& list)
{
    std::vector<std::string> words;
    for (std::size_t at = 0; at <= list.size() && !list.empty();) {
        const std::size_t end = std::min(list.find(',', at), list.size());
        words.push_back(list.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

Result<ExportRequest> read_request(const Arguments& arguments)
{
    const auto format = parse_export_format(arguments.format);
    if (!format) {
        return usage("usage.export_format", arguments.format);
    }
    const auto audience = read_audience_option(arguments);
    if (!audience) {
        return audience.error();
    }
    if (arguments.is_raw && *format != ExportFormat::csv) {
        return usage("usage.raw", arguments.format);
    }
    const auto pack = read_pack_option(arguments);
    if (!pack) {
        return pack.error();
    }
    ExportRequest request{*format, arguments.out,      audience->value_or(usual_audience(*format)),
                          {},      arguments.language, {}};
    request.csv = arguments.is_raw ? io::CsvSafety::raw : io::CsvSafety::safe;
    request.scope.pack = pack->value_or(model::Pack::enriched);
    request.scope.only = words_of(arguments.only);
    request.scope.kinds = words_of(arguments.kinds);
    if (arguments.has_language) {
        request.scope.language = arguments.language;
    }
    return request;
}

/// True for the form that is complete: all documents, in the project's own folder or another one.
bool is_interchange(const ExportRequest& request)
{
    return request.format == ExportFormat::json && request.audience == model::Audience::protocol &&
           request.scope.only.empty() && request.scope.kinds.empty();
}

int write_interchange(const Arguments& arguments)
{
    const Language language = arguments.language;
    Diagnostics diagnostics;
    const auto project = store::open_to_edit(arguments.target, diagnostics);
    complain_of(diagnostics, language);
    if (!project) {
        return fail(project.error(), language);
    }
    const fs::path out = arguments.out.empty() ? project->folder : fs::path(arguments.out);
    if (out.empty()) {
        return fail(usage("usage.missing_out_export"), language);
    }
    std::error_code error;
    const bool is_own =
        !project->folder.empty() && fs::equivalent(out, project->folder, error) && !error;
    const Status status = is_own ? store::write_folder(*project->store, project->folder)
                                 : store::export_folder(*project->store, out);
    return status ? exit_clean : fail(status.error(), language);
}

int write_copy(const Arguments& arguments, const ExportRequest& request)
{
    const Language language = arguments.language;
    if (request.out.empty()) {
        return fail(usage("usage.missing_out_export"), language);
    }
    Diagnostics diagnostics;
    auto read = read_project(arguments.target, source_of(arguments), language, diagnostics);
    if (!read) {
        complain_of(diagnostics, language);
        return fail(read.error(), language);
    }
    model::UnitNames unit_names;
    if (request.scope.language || request.format == ExportFormat::ics) {
        // Without the map the units are said by their codes, and that is told.
        const auto map = open_base_map();
        unit_names = map ? unit_names_of(*map) : model::UnitNames{};
        if (!map) {
            complain(text_of(map.error(), language));
        }
    }
    const auto report = export_project(read->project, unit_names, request, diagnostics);
    complain_of(diagnostics, language);
    if (!report) {
        return fail(report.error(), language);
    }
    tell_notes(report->notes, language);
    say(tr(language, Message{"export.done",
                             {{"count", std::to_string(report->entities)},
                              {"audience", std::string(model::name_of(request.audience))},
                              {"out", request.out.string()}}}));
    return diagnostics.has_errors() ? exit_failure : exit_clean;
}

} // namespace

int run_export(const Arguments& arguments)
{
    if (const Status status = need_target(arguments); !status) {
        return fail(status.error(), arguments.language);
    }
    if (is_programme_export(arguments)) {
        return run_programme_export(arguments);
    }
    const auto request = read_request(arguments);
    if (!request) {
        return fail(request.error(), arguments.language);
    }
    return is_interchange(*request) ? write_interchange(arguments)
                                    : write_copy(arguments, *request);
}

} // namespace dostyk::cli
