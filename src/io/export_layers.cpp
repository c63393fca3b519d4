#include "io/export_layers.hpp"

#include "model/schema.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace dostyk::io {

namespace {

using model::Claim;
using model::Entity;
using model::FieldRule;
using model::FieldType;

template <class... Visitors>
struct Overloaded : Visitors... {
    using Visitors::operator()...;
};
template <typename... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>; // clang 14 does not deduce it of an aggregate.

std::string_view word_of(model::Precision precision) noexcept
{
    switch (precision) {
    case model::Precision::exact:
        return "exact";
    case model::Precision::settlement:
        return "settlement";
    case model::Precision::approximate:
        break;
    }
    return "approximate";
}

std::string_view word_of(model::PlaceType type) noexcept
{
    switch (type) {
    case model::PlaceType::point:
        return "point";
    case model::PlaceType::area:
        return "area";
    case model::PlaceType::border:
        return "border";
    case model::PlaceType::corridor:
        return "corridor";
    case model::PlaceType::line:
        return "line";
    case model::PlaceType::polygon:
        return "polygon";
    case model::PlaceType::link:
        break;
    }
    return "link";
}

/// Cells of one row by their column; empty ones are not there.
using Cells = std::map<std::string, geo::Value, std::less<>>;

void put(Cells& cells, std::string column, std::string text)
{
    if (!text.empty()) {
        cells.insert_or_assign(std::move(column), std::move(text));
    }
}

/// One field of an entity as data: a cell, or several where the value has parts.
void put_data(Cells& cells, const FieldRule& rule, const model::Value& value)
{
    const std::string name(rule.name);
    std::visit(
        Overloaded{
            [](std::monostate) {},
            [&](bool is_set) { put(cells, name, is_set ? "true" : "false"); },
            [&](double number) { cells[name] = number; },
            [&](const std::string& text) { put(cells, name, text); },
            [&](const std::vector<std::string>& texts) { put(cells, name, list_text(texts)); },
            [&](const Text4& text) {
                for (const Language language : all_languages) {
                    put(cells, name + "_" + std::string(code_of(language)), text[language]);
                }
            },
            [&](const std::vector<Text4>& texts) {
                for (const Language language : all_languages) {
                    std::vector<std::string> parts;
                    for (const Text4& text : texts) {
                        parts.push_back(text[language]);
                    }
                    put(cells, name + "_" + std::string(code_of(language)), list_text(parts));
                }
            },
            [&](const model::Word& word) { put(cells, name, word.word); },
            [&](const model::DateText& date) { put(cells, name, date.iso); },
            [&](const model::Amount& amount) {
                cells[name] = amount.number;
                put(cells, name + "_unit", amount.unit);
                put(cells, name + "_qualifier", amount.qualifier);
            },
            [&](const model::Refs& refs) { put(cells, name, list_text(refs.ids)); },
            [&](const model::Place& place) {
                put(cells, name + "_type", std::string(word_of(place.type)));
                if (place.type == model::PlaceType::point) {
                    cells["lon"] = place.at.lon;
                    cells["lat"] = place.at.lat;
                }
                if (model::is_located(place.type)) {
                    put(cells, name + "_precision", std::string(word_of(place.precision)));
                }
                put(cells, name + "_units", list_text(place.units));
                put(cells, name + "_corridor", place.corridor);
            },
        },
        value);
}

/// Columns that a field may fill, in their order.
std::vector<std::string> columns_of(const FieldRule& rule, bool is_data)
{
    const std::string name(rule.name);
    if (!is_data) {
        return {name};
    }
    switch (rule.type) {
    case FieldType::text4:
    case FieldType::list: {
        std::vector<std::string> columns;
        for (const Language language : all_languages) {
            columns.push_back(name + "_" + std::string(code_of(language)));
        }
        return columns;
    }
    case FieldType::amount:
        return {name, name + "_unit", name + "_qualifier"};
    case FieldType::place:
        return {
            "lon", "lat", name + "_type", name + "_precision", name + "_units", name + "_corridor"};
    default:
        return {name};
    }
}

geo::Geometry geometry_of(const Entity& entity, model::Pack pack)
{
    const auto* place = model::find_value<model::Place>(entity, "place", pack);
    if (place == nullptr || !model::is_located(place->type)) {
        return std::monostate{};
    }
    if (place->type == model::PlaceType::point) {
        return place->at;
    }
    if (place->vertices.size() < model::min_vertices(place->type)) {
        return std::monostate{};
    }
    if (place->type == model::PlaceType::line) {
        return geo::MultiLineString{place->vertices};
    }
    geo::Ring ring = place->vertices;
    ring.push_back(ring.front());
    return geo::MultiPolygon{{std::move(ring), {}}};
}

/// Ids of the sources of all that is exported of an entity, each once.
std::string sources_of(const Entity& entity, model::Pack pack)
{
    std::set<std::string> ids;
    for (const auto& [name, claims] : entity.fields) {
        if (const Claim* claim = model::find_claim(entity, name, pack)) {
            ids.insert(claim->sources.begin(), claim->sources.end());
        }
    }
    return list_text({ids.begin(), ids.end()});
}

/// Makes the rows of one kind.
class KindTable {
public:
    KindTable(const model::KindRule& kind, const ExportScope& scope,
              const model::NameResolver* names)
    : m_kind(kind), m_scope(scope), m_names(names)
    {}

    void add(const Entity& entity)
    {
        Cells cells;
        put(cells, "kind",
            m_scope.language ? std::string(tr(*m_scope.language, "kind." + entity.kind))
                             : entity.kind);
        put(cells, "id", entity.id);
        for (const FieldRule& rule : m_kind.fields) {
            const Claim* claim = model::find_claim(entity, rule.name, m_scope.pack);
            if (claim == nullptr) {
                continue;
            }
            if (m_scope.language && m_names != nullptr) {
                put_text(cells, rule, claim->value);
            } else {
                put_data(cells, rule, claim->value);
            }
        }
        put(cells, "sources", sources_of(entity, m_scope.pack));
        m_rows.push_back({geometry_of(entity, m_scope.pack), std::move(cells)});
    }

    [[nodiscard]] geo::Layer layer() const
    {
        geo::Layer layer;
        layer.name = m_kind.name;
        layer.fields = {"kind", "id"};
        for (const FieldRule& rule : m_kind.fields) {
            for (std::string& column : columns_of(rule, !m_scope.language)) {
                const bool is_used = std::any_of(m_rows.begin(), m_rows.end(), [&](const Row& row) {
                    return row.cells.contains(column);
                });
                if (is_used) {
                    layer.fields.push_back(std::move(column));
                }
            }
        }
        layer.fields.emplace_back("sources");
        for (const Row& row : m_rows) {
            geo::Feature feature{row.geometry, {}};
            for (const std::string& field : layer.fields) {
                const auto cell = row.cells.find(field);
                feature.attributes.push_back(cell != row.cells.end() ? cell->second : geo::Value{});
            }
            layer.features.push_back(std::move(feature));
        }
        return layer;
    }

private:
    struct Row {
        geo::Geometry geometry;
        Cells cells;
    };

    /// A value as people read it; a number stays one, so that a table can add it up.
    void put_text(Cells& cells, const FieldRule& rule, const model::Value& value) const
    {
        if (std::holds_alternative<std::monostate>(value)) {
            return;
        }
        if (const auto* number = std::get_if<double>(&value)) {
            cells[std::string(rule.name)] = *number;
            return;
        }
        put(cells, std::string(rule.name),
            model::text_of(value, rule, *m_scope.language, *m_names));
    }

    const model::KindRule& m_kind;
    const ExportScope& m_scope;
    const model::NameResolver* m_names;
    std::vector<Row> m_rows;
};

} // namespace

std::vector<geo::Layer> layers_of(const model::Project& project, const ExportScope& scope,
                                  const model::UnitNames& unit_names)
{
    model::NameResolver names;
    if (scope.language) {
        names = model::make_resolver(project, unit_names, scope.pack, *scope.language);
    }
    const auto entities = entities_in(project, scope);
    std::vector<geo::Layer> layers;
    for (const model::KindRule& kind : model::kinds()) {
        KindTable table(kind, scope, scope.language ? &names : nullptr);
        bool has_rows = false;
        for (const Entity* entity : entities) {
            if (entity->kind == kind.name) {
                table.add(*entity);
                has_rows = true;
            }
        }
        if (has_rows) {
            layers.push_back(table.layer());
        }
    }
    return layers;
}

geo::Layer joined(const std::vector<geo::Layer>& layers)
{
    geo::Layer all;
    all.name = "entities";
    for (const geo::Layer& layer : layers) {
        for (const std::string& field : layer.fields) {
            if (all.find_field(field) < 0 && field != "sources") {
                all.fields.push_back(field);
            }
        }
    }
    all.fields.emplace_back("sources");
    for (const geo::Layer& layer : layers) {
        for (const geo::Feature& feature : layer.features) {
            geo::Feature row{feature.geometry, std::vector<geo::Value>(all.fields.size())};
            for (std::size_t i = 0; i < layer.fields.size(); ++i) {
                const auto column = static_cast<std::size_t>(all.find_field(layer.fields[i]));
                row.attributes[column] = feature.attributes[i];
            }
            all.features.push_back(std::move(row));
        }
    }
    return all;
}

geo::Layer with_headings(geo::Layer layer, Language language)
{
    for (std::string& field : layer.fields) {
        for (const char* group : {"field.", "column."}) {
            if (const std::string key = group + field; has_message(key)) {
                field = tr(language, key);
                break;
            }
        }
    }
    return layer;
}

std::string list_text(const std::vector<std::string>& parts)
{
    const auto is_plain = [](const std::string& part) {
        return !part.empty() && part.find_first_of(";\n\r") == std::string::npos &&
               part.front() != ' ' && part.back() != ' ';
    };
    const bool is_mistakable = !parts.empty() && parts.front().starts_with('[');
    if (is_mistakable || !std::all_of(parts.begin(), parts.end(), is_plain)) {
        return nlohmann::json(parts).dump();
    }
    std::string text;
    for (const std::string& part : parts) {
        text += (text.empty() ? "" : "; ") + part;
    }
    return text;
}

std::vector<std::string> parts_of_list(std::string_view cell)
{
    const auto array =
        cell.starts_with('[') ? nlohmann::json::parse(cell, nullptr, false) : nlohmann::json();
    std::vector<std::string> parts;
    if (array.is_array() && std::all_of(array.begin(), array.end(),
                                        [](const auto& each) { return each.is_string(); })) {
        for (const auto& part : array) {
            parts.push_back(part.template get<std::string>());
        }
        return parts;
    }
    while (!cell.empty()) {
        const std::size_t end = std::min(cell.find(';'), cell.size());
        std::string_view part = cell.substr(0, end);
        cell.remove_prefix(std::min(end + 1, cell.size()));
        part.remove_prefix(std::min(part.find_first_not_of(' '), part.size()));
        part.remove_suffix(part.size() - std::min(part.find_last_not_of(' ') + 1, part.size()));
        if (!part.empty()) {
            parts.emplace_back(part);
        }
    }
    return parts;
}

} // namespace dostyk::io
