#include "editor/user_layer_file.hpp"

#include "core/fold.hpp"
#include "intake/name_index.hpp"
#include "store/sha256.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <system_error>
#include <utility>

namespace dostyk::editor {

namespace fs = std::filesystem;

namespace {

/// Colours of new layers, in turn: apart from each other, and from the map by day and in the hall.
constexpr std::array<const char*, 8> first_colors{"#1b7f79", "#b3541e", "#6a4fa3", "#2f6fb5",
                                                  "#a8326e", "#5f7a1f", "#8a5a2b", "#3d4f7c"};

Error failure(ErrorCode code, const char* key, const fs::path& file,
              std::vector<std::pair<std::string, std::string>> values = {})
{
    values.emplace_back("file", file.filename().string());
    return Error{code, {key, std::move(values)}, {}};
}

bool has_places(const intake::Table& table)
{
    return std::any_of(table.layer.features.begin(), table.layer.features.end(),
                       [](const geo::Feature& feature) {
                           return !std::holds_alternative<std::monostate>(feature.geometry);
                       });
}

/// A GPX file gives the points of its tracks and routes as tables of their own, again.
bool is_repeated(const intake::Table& table)
{
    return table.layer.name == "track_points" || table.layer.name == "route_points";
}

/// Tables that can be drawn; a spreadsheet has places in columns only, which an import reads.
Result<std::vector<intake::Table>> read_tables(const fs::path& file,
                                               Result<std::vector<intake::Table>> tables)
{
    if (!tables) {
        Error error = tables.error();
        if (error.message.key == "error.raster_no_crs") {
            return failure(ErrorCode::unsupported, "layer.no_crs", file);
        }
        return error;
    }
    std::erase_if(*tables, [](const intake::Table& table) {
        return !has_places(table) || is_repeated(table);
    });
    if (tables->empty()) {
        return failure(ErrorCode::unsupported, "layer.no_places", file);
    }
    for (const intake::Table& table : *tables) {
        if (table.is_crs_missing) {
            return failure(ErrorCode::unsupported, "layer.no_crs", file);
        }
    }
    return tables;
}

struct FileContent {
    std::vector<intake::Table> tables;
    geo::Raster picture;
    bool is_confined = true;
};

Result<FileContent> read_content(const fs::path& file, const intake::ReadOptions& options)
{
    auto answer = intake::read_foreign_file(file, options);
    if (!answer) {
        return answer.error();
    }
    FileContent content;
    content.is_confined = answer->confinement.is_whole();
    content.picture = std::move(answer->picture);
    if (content.picture.width == 0) {
        auto tables = read_tables(file, std::move(answer->tables));
        if (!tables) {
            return tables.error();
        }
        content.tables = *std::move(tables);
    }
    return content;
}

/// The table of a name, or the only one.
Result<intake::Table> take_table(std::vector<intake::Table> tables, const std::string& name,
                                 const fs::path& file)
{
    std::string names;
    for (intake::Table& table : tables) {
        if (table.layer.name == name || (name.empty() && tables.size() == 1)) {
            return std::move(table);
        }
        names += (names.empty() ? "" : ", ") + table.layer.name;
    }
    return failure(ErrorCode::unsupported, "layer.no_table", file,
                   {{"table", name}, {"tables", names}});
}

/// A column that holds names, by what it is called.
std::string name_column(const geo::Layer& rows, Language language)
{
    const std::string code(code_of(language));
    const std::array<std::string, 9> words{"name_" + code, "name:" + code, "name",
                                           "title",        "название",     "наименование",
                                           "атауы",        "аталышы",      "label"};
    for (const std::string& word : words) {
        for (const std::string& field : rows.fields) {
            if (fold(field) == fold(word)) {
                return field;
            }
        }
    }
    return {};
}

/// "reserves", or "reserves-2" where that is taken.
std::string free_id(const std::string& name, std::set<std::string>& taken)
{
    std::string slug = intake::slug_of(name);
    if (slug.empty()) {
        slug = "layer";
    }
    std::string id = slug;
    for (int number = 2; !taken.insert(id).second; ++number) {
        id = slug + "-" + std::to_string(number);
    }
    return id;
}

} // namespace

fs::path layer_base(const fs::path& project)
{
    std::error_code error;
    const fs::path whole = fs::weakly_canonical(project, error);
    const fs::path& found = error ? project : whole;
    return fs::is_directory(found, error) ? found : found.parent_path();
}

fs::path file_of(const model::UserLayer& layer, const fs::path& base)
{
    return (base / fs::path(layer.path)).lexically_normal();
}

std::string layer_path(const fs::path& file, const fs::path& base)
{
    std::error_code error;
    const fs::path whole = fs::weakly_canonical(file, error);
    return (error ? file : whole).lexically_relative(base).generic_string();
}

Result<std::string> layer_sum(const fs::path& file, std::stop_token stop)
{
    const std::vector<fs::path> parts = intake::parts_of(file);
    if (parts.size() == 1) {
        return store::sha256_of_file(file, stop);
    }
    store::Sha256 sum;
    for (const fs::path& part : parts) {
        const auto of_part = store::sha256_of_file(part, stop);
        if (!of_part) {
            return of_part;
        }
        sum.add(fold(part.extension().string())).add(*of_part);
    }
    return sum.finish();
}

Result<LayerData> read_layer_data(const model::UserLayer& layer, const fs::path& base,
                                  const intake::ReadOptions& options)
{
    intake::ReadOptions reading = options;
    reading.crs = layer.crs;
    const fs::path file = file_of(layer, base);
    auto content = read_content(file, reading);
    if (!content) {
        return content.error();
    }
    LayerData data;
    data.is_confined = content->is_confined;
    data.picture = std::move(content->picture);
    if (data.picture.width == 0) {
        auto table = take_table(std::move(content->tables), layer.table, file);
        if (!table) {
            return table.error();
        }
        data.rows = std::move(table->layer);
    }
    return data;
}

namespace {

/// One layer after the other, so that ids, colours and places in the order differ.
class LayerMaker {
public:
    LayerMaker(const model::Project& project, const NewLayerOptions& options)
    : m_options(options), m_count(project.layers.size())
    {
        for (const model::UserLayer& layer : project.layers) {
            m_taken.insert(layer.id);
            m_top = std::max(m_top, layer.order);
        }
    }

    NewLayer make(const std::string& name, const std::string& path, const std::string& sum)
    {
        NewLayer made;
        made.layer.id = free_id(name, m_taken);
        made.layer.title[m_options.language] = name;
        made.layer.path = path;
        made.layer.sha256 = sum;
        made.layer.crs = m_options.reading.crs;
        made.layer.order = ++m_top;
        made.layer.color = first_colors[m_count++ % first_colors.size()];
        return made;
    }

private:
    const NewLayerOptions& m_options;
    std::set<std::string> m_taken;
    std::size_t m_count = 0;
    int m_top = 0;
};

void describe(NewLayer& made, const geo::Layer& rows, Language language)
{
    constexpr std::size_t most_named = 2'000; // more names than that are no help
    made.features = rows.features.size();
    made.vertices = count_vertices(rows);
    if (made.features <= most_named) {
        made.layer.label = name_column(rows, language);
    }
}

} // namespace

Result<std::vector<NewLayer>> make_layers(const model::Project& project, const fs::path& file,
                                          const fs::path& base, const NewLayerOptions& options)
{
    if (!options.reading.crs.empty() && !model::is_crs_code(options.reading.crs)) {
        return Error{ErrorCode::usage, {"error.crs_unknown", {{"crs", options.reading.crs}}}, {}};
    }
    auto content = read_content(file, options.reading);
    if (!content) {
        return content.error();
    }
    const auto sum = layer_sum(file);
    if (!sum) {
        return sum.error();
    }
    const std::string path = layer_path(file, base);
    const std::string title = options.title.empty() ? file.stem().string() : options.title;
    LayerMaker maker(project, options);
    std::vector<NewLayer> made;
    if (content->picture.width > 0) {
        made.push_back(maker.make(title, path, *sum));
        made.back().is_picture = true;
    } else {
        const bool has_many = content->tables.size() > 1;
        if (!options.table.empty()) {
            auto table = take_table(std::move(content->tables), options.table, file);
            if (!table) {
                return table.error();
            }
            content->tables = {*std::move(table)};
        }
        for (const intake::Table& table : content->tables) {
            const std::string& own = table.layer.name;
            const bool is_one_of_many = content->tables.size() > 1;
            made.push_back(maker.make(!is_one_of_many         ? title
                                      : options.title.empty() ? own
                                                              : title + " – " + own,
                                      path, *sum));
            made.back().layer.table = has_many ? own : std::string();
            describe(made.back(), table.layer, options.language);
        }
    }
    for (NewLayer& each : made) {
        each.is_confined = content->is_confined;
    }
    return made;
}

std::size_t count_vertices(const geo::Layer& rows) noexcept
{
    std::size_t count = 0;
    for (const geo::Feature& feature : rows.features) {
        if (std::holds_alternative<geo::LonLat>(feature.geometry)) {
            ++count;
        } else if (const auto* lines = std::get_if<geo::MultiLineString>(&feature.geometry)) {
            for (const geo::LineString& line : *lines) {
                count += line.size();
            }
        } else if (const auto* polygons = std::get_if<geo::MultiPolygon>(&feature.geometry)) {
            for (const geo::Polygon& polygon : *polygons) {
                count += polygon.outer.size();
                for (const geo::Ring& hole : polygon.holes) {
                    count += hole.size();
                }
            }
        }
    }
    return count;
}

} // namespace dostyk::editor
