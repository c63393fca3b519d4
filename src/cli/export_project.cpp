#include "cli/export_project.hpp"

#include "cli/console.hpp"
#include "core/files.hpp"
#include "core/paths.hpp"
#include "core/time.hpp"
#include "gis/write_layers.hpp"
#include "io/documents.hpp"
#include "io/export_ics.hpp"
#include "io/export_layers.hpp"
#include "io/export_xlsx.hpp"
#include "io/project_folder.hpp"
#include "io/project_json.hpp"
#include "io/qgis_style.hpp"
#include "scene/style.hpp"
#include "store/folder_sync.hpp"
#include "store/working_store.hpp"

#include <algorithm>
#include <set>
#include <system_error>
#include <utility>

namespace dostyk::cli {

namespace {

namespace fs = std::filesystem;

/// Writes one request; the project has only what the audience may see.
class Exporter {
public:
    Exporter(const model::Project& project, const model::UnitNames& unit_names,
             const ExportRequest& request)
    : m_project(project),
      m_unit_names(unit_names),
      m_request(request),
      m_access(request.audience == model::Audience::everyone ? FileAccess::shared
                                                             : FileAccess::owner)
    {
        m_report.entities = io::entities_in(project, request.scope).size();
    }

    Result<ExportReport> run()
    {
        const Status status = write();
        if (!status) {
            return status.error();
        }
        return std::move(m_report);
    }

private:
    Status write()
    {
        switch (m_request.format) {
        case ExportFormat::json:
            return write_documents();
        case ExportFormat::gpkg:
            return write_geopackage();
        case ExportFormat::csv:
            return write_tables();
        case ExportFormat::geojson:
            return write_file(m_request.out, io::to_geojson(layers()));
        case ExportFormat::kml:
            return write_kml();
        case ExportFormat::ics:
            return write_calendar();
        case ExportFormat::xlsx:
            break;
        }
        const auto book = io::to_xlsx(tables(), m_report.notes);
        return book ? write_file(m_request.out, *book) : Status(book.error());
    }

    [[nodiscard]] std::vector<geo::Layer> layers() const
    {
        return io::layers_of(m_project, m_request.scope, m_unit_names);
    }

    Status write_file(const fs::path& file, std::string_view content)
    {
        Status status = write_file_atomically(file, content, m_access);
        if (status) {
            m_report.files.push_back(file);
        }
        return status;
    }

    [[nodiscard]] geo::Layer with_headings(geo::Layer layer) const
    {
        return m_request.scope.language
                   ? io::with_headings(std::move(layer), *m_request.scope.language)
                   : layer;
    }

    /// Layers as a spreadsheet shows them.
    [[nodiscard]] std::vector<geo::Layer> tables() const
    {
        std::vector<geo::Layer> made = layers();
        for (geo::Layer& layer : made) {
            layer = with_headings(std::move(layer));
        }
        return made;
    }

    Status write_calendar()
    {
        const auto entities = io::entities_in(m_project, m_request.scope);
        const std::string text = io::to_ics(m_project, m_request.scope, m_unit_names,
                                            m_request.language, now(), m_report.notes);
        const auto events = std::count_if(entities.begin(), entities.end(), [](const auto* each) {
            return each->kind == "meeting" || each->kind == "session";
        });
        m_report.entities = static_cast<std::size_t>(events) - m_report.notes.undated;
        return write_file(m_request.out, text);
    }

    Status write_kml()
    {
        io::ExportScope as_data = m_request.scope;
        as_data.language.reset();
        return write_file(m_request.out,
                          io::to_kml(layers(), io::layers_of(m_project, as_data, m_unit_names),
                                     m_project.name.in(m_request.language), m_request.language,
                                     m_report.notes));
    }

    /// One file, or a folder with a file for each kind.
    Status write_tables()
    {
        if (m_request.out.extension() == ".csv") {
            const std::vector<geo::Layer> kinds = layers();
            const geo::Layer all =
                with_headings(kinds.size() == 1 ? kinds.front() : io::joined(kinds));
            return write_file(m_request.out, io::to_csv(all, m_request.csv, m_report.notes));
        }
        for (const geo::Layer& table : tables()) {
            Status status = write_file(m_request.out / (table.name + ".csv"),
                                       io::to_csv(table, m_request.csv, m_report.notes));
            if (!status) {
                return status;
            }
        }
        return ok();
    }

    Status write_geopackage()
    {
        const std::vector<geo::Layer> all = layers();
        std::vector<gis::LayerStyle> styles;
        const auto paths = find_paths();
        // Without its styles a map file is whole all the same.
        const auto style = paths ? scene::load_style(paths->assets / "styles", "day")
                                 : Result<scene::Style>(paths.error());
        for (const geo::Layer& layer : all) {
            if (!style) {
                break;
            }
            const scene::SymbolStyle symbol = scene::symbol_of(*style, layer.name);
            std::string label = "name_" + std::string(code_of(m_request.language));
            label = m_request.scope.language ? "name" : label;
            styles.push_back(
                {layer.name, layer.name,
                 io::qgis_style(scene::to_hex(symbol.fill), scene::to_hex(symbol.outline),
                                layer.find_field(label) >= 0 ? label : "")});
        }
        Status status = gis::write_layers(all, styles, m_request.out, m_access);
        if (status) {
            m_report.files.push_back(m_request.out);
        }
        return status;
    }

    /// A project of its own: the settings, the entities of the scope and the sources that they
    /// name.
    Status write_documents()
    {
        std::set<std::string> ids;
        for (const model::Entity* entity : io::entities_in(m_project, m_request.scope)) {
            ids.insert(entity->id);
            for (const auto& [name, claims] : entity->fields) {
                for (const model::Claim& claim : claims) {
                    ids.insert(claim.sources.begin(), claim.sources.end());
                }
            }
        }
        std::vector<store::Row> rows{{std::string(io::settings_kind), std::string(io::settings_id),
                                      io::settings_to_text(m_project), 0}};
        for (const model::Entity& entity : m_project.entities) {
            if (ids.contains(entity.id)) {
                rows.push_back({entity.kind, entity.id, io::to_text(entity), 0});
            }
        }
        m_report.files.push_back(m_request.out);
        return store::write_rows(rows, m_request.out);
    }

    const model::Project& m_project;
    const model::UnitNames& m_unit_names;
    const ExportRequest& m_request;
    FileAccess m_access;
    ExportReport m_report;
};

/// A store holds a history that no export has: none takes its place. Nor do a few documents take
/// the place of a folder that is there.
Status check_out(const ExportRequest& request)
{
    std::error_code error;
    const bool is_folder = request.format == ExportFormat::json;
    const bool is_used =
        is_folder && fs::exists(request.out, error) &&
        !(fs::is_directory(request.out, error) && fs::is_empty(request.out, error));
    if (is_used || (!is_folder && store::is_store(request.out))) {
        return Error{ErrorCode::write_failed,
                     {is_used ? "error.export_folder" : "error.export_store",
                      {{"file", request.out.string()}}},
                     {}};
    }
    return ok();
}

} // namespace

Result<ExportReport> export_project(const model::Project& project,
                                    const model::UnitNames& unit_names,
                                    const ExportRequest& request, Diagnostics& diagnostics)
{
    const model::Project seen = model::for_audience(project, request.audience);
    // What the audience may not see is not there for it: its id is told as any unknown one.
    if (const Status status = io::check_scope(seen, request.scope); !status) {
        return status.error();
    }
    if (const Status status = check_out(request); !status) {
        return status.error();
    }
    if (request.format != ExportFormat::json) {
        Diagnostics undecided;
        io::check_decided(seen, request.scope, undecided);
        const std::string count = std::to_string(undecided.findings.size());
        for (Finding& finding : undecided.findings) {
            diagnostics.add(std::move(finding));
        }
        if (!undecided.findings.empty()) {
            return Error{ErrorCode::invalid, {"error.export_undecided", {{"count", count}}}, {}};
        }
    }
    return Exporter(seen, unit_names, request).run();
}

void tell_notes(const io::ExportNotes& notes, Language language)
{
    const std::pair<const char*, std::size_t> counts[] = {{"export.escaped", notes.escaped},
                                                          {"export.replaced", notes.replaced},
                                                          {"export.cut", notes.cut},
                                                          {"export.undated", notes.undated}};
    for (const auto& [key, count] : counts) {
        if (count > 0) {
            complain(tr(language, Message{key, {{"count", std::to_string(count)}}}));
        }
    }
}

} // namespace dostyk::cli
