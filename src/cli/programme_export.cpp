#include "cli/console.hpp"
#include "cli/export_project.hpp"
#include "cli/open_meeting.hpp"
#include "cli/options.hpp"
#include "cli/verbs.hpp"
#include "core/files.hpp"
#include "editor/timetable.hpp"
#include "io/export_layers.hpp"
#include "io/export_request.hpp"
#include "io/export_xlsx.hpp"
#include "io/timetable_frab.hpp"
#include "io/timetable_ics.hpp"
#include "io/timetable_table.hpp"
#include "schedule/instance_json.hpp"
#include "store/working_store.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

namespace dostyk::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 3> own_formats{"frab-xml", "frab-json", "instance"};
constexpr std::array<std::string_view, 3> shared_formats{"ics", "csv", "xlsx"};

template <typename Formats>
bool is_one_of(const std::string& format, const Formats& formats)
{
    return std::find(formats.begin(), formats.end(), format) != formats.end();
}

Error usage(const char* key, std::string value = {})
{
    return Error{ErrorCode::usage, {key, {{"value", std::move(value)}}}, {}};
}

/// What is exported, as it was asked for.
struct ProgrammeFile {
    std::vector<schedule::Programme> releases;
    schedule::Programme programme;
    model::Audience audience = model::Audience::everyone;
};

class Exporter {
public:
    explicit Exporter(const Arguments& arguments) : m_arguments(arguments) {}

    Status run()
    {
        const auto meeting = open_meeting(m_arguments, source_of(m_arguments));
        if (!meeting) {
            return meeting.error();
        }
        const model::Project& project = *meeting->project;
        const schedule::Compiled& compiled = meeting->compiled;
        if (m_arguments.format == "instance") {
            return write(m_arguments.out,
                         schedule::instance_text(compiled.problem, compiled.plan()),
                         model::Audience::protocol);
        }
        if (const Status status = find_programme(project, compiled); !status) {
            return status;
        }
        const bool is_folder = m_arguments.format == "ics" && m_arguments.of.empty() &&
                               fs::path(m_arguments.out).extension() != ".ics";
        return is_folder ? write_calendars(project)
                         : write_one(project, m_arguments.of, m_arguments.out);
    }

    [[nodiscard]] const io::ExportNotes& notes() const noexcept { return m_notes; }

private:
    Status find_programme(const model::Project& project, const schedule::Compiled& compiled)
    {
        const auto audience = read_audience_option(m_arguments);
        if (!audience) {
            return audience.error();
        }
        m_file.audience = audience->value_or(model::Audience::everyone);
        Diagnostics findings;
        m_file.releases = schedule::releases_of(project, compiled.problem.id, findings);
        complain_of(findings, m_arguments.language);
        // A calendar that people subscribe to follows releases alone.
        const std::string usual = m_arguments.format == "ics" ? "last" : "now";
        const auto programme = schedule::find_version(
            m_file.releases, schedule::programme_of(project, compiled.problem, compiled.plan()),
            m_arguments.release.empty() ? usual : m_arguments.release);
        if (!programme) {
            return programme.error();
        }
        m_file.programme = *programme;
        if (m_file.programme.zone.empty()) {
            m_file.programme.zone = compiled.problem.calendar.zone();
        }
        m_grain_min = compiled.problem.book.customs.grain_min;
        return ok();
    }

    /// A calendar for each venue, and for each who is in the programme or was in one before it.
    Status write_calendars(const model::Project& project)
    {
        std::set<std::string> ids;
        for (const schedule::Programme& release : m_file.releases) {
            if (release.number <= m_file.programme.number) {
                ids.merge(editor::concerned_by(release));
            }
        }
        for (const std::string& id : ids) {
            const Status status = write_one(project, id, fs::path(m_arguments.out) / (id + ".ics"));
            // Whom the audience does not know has no calendar for it.
            if (!status && status.error().message.key != "error.export_only") {
                return status;
            }
        }
        return ok();
    }

    Status write_one(const model::Project& project, const std::string& of, const fs::path& out)
    {
        auto timetable = editor::timetable_of(project, m_file.programme, m_file.releases,
                                              {m_arguments.language, m_file.audience, of});
        if (!timetable) {
            return timetable.error();
        }
        timetable->grain_min = m_grain_min;
        const auto content = content_of(*timetable);
        return content ? write(out, *content, m_file.audience) : content.error();
    }

    Result<std::string> content_of(const io::Timetable& timetable)
    {
        if (m_arguments.format == "ics") {
            return io::to_ics(timetable, m_notes);
        }
        if (m_arguments.format == "frab-xml") {
            return io::to_frab_xml(timetable, m_notes);
        }
        if (m_arguments.format == "frab-json") {
            return io::to_frab_json(timetable);
        }
        geo::Layer table = io::table_of(timetable);
        if (m_arguments.has_language) {
            table = io::with_headings(std::move(table), m_arguments.language);
        }
        if (m_arguments.format == "csv") {
            return io::to_csv(table, m_arguments.is_raw ? io::CsvSafety::raw : io::CsvSafety::safe,
                              m_notes);
        }
        return io::to_xlsx({&table, 1}, m_notes);
    }

    Status write(const fs::path& out, const std::string& content, model::Audience audience)
    {
        if (store::is_store(out)) {
            return Error{
                ErrorCode::write_failed, {"error.export_store", {{"file", out.string()}}}, {}};
        }
        const Status status = write_file_atomically(
            out, content,
            audience == model::Audience::everyone ? FileAccess::shared : FileAccess::owner);
        if (status) {
            say(tr(m_arguments.language, Message{"export.programme", {{"file", out.string()}}}));
        }
        return status;
    }

    const Arguments& m_arguments;
    ProgrammeFile m_file;
    int m_grain_min = 15;
    io::ExportNotes m_notes;
};

} // namespace

bool is_programme_export(const Arguments& arguments)
{
    return is_one_of(arguments.format, own_formats) || !arguments.meeting.empty() ||
           !arguments.release.empty() || !arguments.of.empty();
}

int run_programme_export(const Arguments& arguments)
{
    const Language language = arguments.language;
    if (!is_one_of(arguments.format, own_formats) && !is_one_of(arguments.format, shared_formats)) {
        return fail(usage("usage.export_programme", arguments.format), language);
    }
    if (arguments.out.empty()) {
        return fail(usage("usage.missing_out_export"), language);
    }
    Exporter exporter(arguments);
    if (const Status status = exporter.run(); !status) {
        return fail(status.error(), language);
    }
    tell_notes(exporter.notes(), language);
    return exit_clean;
}

} // namespace dostyk::cli
