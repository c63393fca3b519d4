#include "intake/row_reading.hpp"

#include "intake/date_cells.hpp"
#include "intake/number_reading.hpp"
#include "io/entity_json.hpp"
#include "model/validate_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace dostyk::intake {

namespace {

using model::FieldType;

class Reader {
public:
    Reader(const Table& table, const ColumnMapping& mapping, const ReadingContext& context)
    : m_table(table), m_kind(model::find_kind(mapping.kind)), m_mapping(mapping), m_context(context)
    {}

    ReadRow read(std::size_t row)
    {
        const geo::Feature& source = m_table.layer.features[row];
        std::map<std::string, FieldCells> fields;
        for (std::size_t i = 0; i < m_mapping.targets.size(); ++i) {
            const Target& target = m_mapping.targets[i];
            std::string text(trim(cell_text(source.attributes[i])));
            if (target.field.empty() || text.empty()) {
                continue;
            }
            if (target.field == "id") {
                take_id(text, m_table.layer.fields[i]);
                continue;
            }
            fields[target.field].columns[target.part] = m_table.layer.fields[i];
            fields[target.field].parts[target.part] = std::move(text);
        }
        // A time of day is one of the venue's clock: dates come last.
        for (const bool is_last : {false, true}) {
            for (const auto& [name, cells] : fields) {
                const model::FieldRule* rule = model::find_field(*m_kind, name);
                if (rule != nullptr && (rule->type == FieldType::date) == is_last) {
                    take_field(*rule, cells);
                }
            }
        }
        take_geometry(source.geometry);
        return std::move(m_row);
    }

private:
    void take_id(const std::string& text, const std::string& column)
    {
        m_row.id = io::is_id(text) ? text : slug_of(text);
        if (m_row.id.empty()) {
            tell(column, "id", {"import.cell.no_id", {{"value", text}}});
        }
    }

    void take_field(const model::FieldRule& rule, const FieldCells& cells)
    {
        switch (rule.type) {
        case FieldType::text4:
            take_texts(rule, cells);
            return;
        case FieldType::place:
            take_place(cells);
            return;
        case FieldType::amount:
            take_amount(rule, cells);
            return;
        case FieldType::date:
            take_date(rule, cells);
            return;
        case FieldType::list: // texts in four languages, one after the other: no column holds them
            return;
        default:
            break;
        }
        for (const auto& [part, text] : cells.parts) {
            CellReading reading = read_cell(text, rule, m_context);
            for (CellNote& note : reading.notes) {
                m_row.notes.push_back(
                    {std::move(note), cells.columns.at(part), std::string(rule.name)});
            }
            if (reading.value) {
                m_row.values.insert_or_assign(std::string(rule.name), *std::move(reading.value));
            }
            m_row.new_persons.insert(m_row.new_persons.end(), reading.new_persons.begin(),
                                     reading.new_persons.end());
        }
    }

    void take_texts(const model::FieldRule& rule, const FieldCells& cells)
    {
        Text4 text;
        for (const auto& [part, content] : cells.parts) {
            if (const auto language = parse_language(part)) {
                text[*language] = content;
            }
        }
        m_row.values.insert_or_assign(std::string(rule.name), std::move(text));
    }

    void take_date(const model::FieldRule& rule, const FieldCells& cells)
    {
        const std::string field(rule.name);
        DateField read = read_date_cells(cells, m_context.order_of(field), venue_zone());
        for (auto& [part, note] : read.notes) {
            m_row.notes.push_back({std::move(note), cells.columns.at(part), field});
        }
        if (read.iso) {
            m_row.values.insert_or_assign(field, model::DateText{*std::move(read.iso)});
        }
    }

    [[nodiscard]] std::string venue_zone() const
    {
        // What arrives does so by the clock of its airport, station or post.
        const auto venue = m_row.values.find(m_kind->name == "arrival" ? "point" : "venue");
        const auto* refs =
            venue != m_row.values.end() ? std::get_if<model::Refs>(&venue->second) : nullptr;
        const model::Entity* entity = refs != nullptr && !refs->ids.empty()
                                          ? m_context.names->entity(refs->ids.front())
                                          : nullptr;
        const auto* zone = entity != nullptr ? model::find_value<std::string>(*entity, "zone",
                                                                              model::Pack::enriched)
                                             : nullptr;
        return zone != nullptr ? *zone : std::string();
    }

    /// A number of one part; a note and nothing where it is none.
    std::optional<double> number_of(const FieldCells& cells, const std::string& part,
                                    const std::string& field)
    {
        const std::string& text = cells.parts.at(part);
        const std::vector<double> numbers = read_number(text);
        if (numbers.size() != 1) {
            const bool is_none = numbers.empty();
            Message message{is_none ? "import.cell.no_number" : "import.cell.two_numbers",
                            {{"value", text}}};
            if (!is_none) {
                message.values.emplace_back("first", fmt::format("{}", numbers[0]));
                message.values.emplace_back("second", fmt::format("{}", numbers[1]));
            }
            tell(cells.columns.at(part), field, std::move(message));
            return std::nullopt;
        }
        return numbers.front();
    }

    /// Degrees have a decimal comma more often than they have thousands.
    std::optional<double> degrees_of(const FieldCells& cells, const std::string& part)
    {
        const std::vector<double> numbers = read_number(cells.parts.at(part));
        if (numbers.empty()) {
            return number_of(cells, part, "place");
        }
        return numbers.back();
    }

    void take_place(const FieldCells& cells)
    {
        const bool has_lat = cells.parts.contains("lat");
        const bool has_lon = cells.parts.contains("lon");
        if (has_lat != has_lon) {
            tell(cells.columns.begin()->second, "place", {"import.cell.half_place", {}});
            return;
        }
        if (!has_lat) {
            if (cells.parts.contains("")) {
                take_units(cells.parts.at(""), cells.columns.at(""));
            }
            return;
        }
        const auto lat = degrees_of(cells, "lat");
        const auto lon = degrees_of(cells, "lon");
        if (lat && lon) {
            take_point({*lon, *lat}, precision_of(cells), cells.columns.at("lat"));
        }
    }

    model::Precision precision_of(const FieldCells& cells)
    {
        static constexpr std::array<std::string_view, 3> words{"exact", "settlement",
                                                               "approximate"};
        const auto text = cells.parts.find("precision");
        if (text == cells.parts.end()) {
            return model::Precision::approximate; // nobody said that it is exact
        }
        const auto word = find_word(text->second, "precision", words);
        if (!word) {
            tell(cells.columns.at("precision"), "place",
                 {"import.cell.unknown_word",
                  {{"value", text->second}, {"words", "exact, settlement, approximate"}}});
            return model::Precision::approximate;
        }
        return *word == "exact"        ? model::Precision::exact
               : *word == "settlement" ? model::Precision::settlement
                                       : model::Precision::approximate;
    }

    void take_point(geo::LonLat at, model::Precision precision, const std::string& column)
    {
        if (!model::is_on_map(at)) {
            // Exchanged columns are the usual reason: told, not mended.
            const bool is_exchanged = model::is_on_map({at.lat, at.lon});
            tell(column, "place",
                 {is_exchanged ? "import.cell.place_exchanged" : "import.cell.outside_map",
                  {{"lat", fmt::format("{}", at.lat)}, {"lon", fmt::format("{}", at.lon)}}});
            return;
        }
        model::Place place;
        place.type = model::PlaceType::point;
        place.at = at;
        place.precision = precision;
        m_row.values.insert_or_assign("place", place);
    }

    void take_units(const std::string& text, const std::string& column)
    {
        model::Place place;
        place.type = model::PlaceType::area;
        for (const std::string& name : split_list(text)) {
            const auto codes = m_context.names->find_party(name);
            if (codes.size() != 1) {
                tell(column, "place",
                     {codes.empty() ? "import.cell.unknown_unit" : "import.cell.many_of_name",
                      {{"value", name}}});
                return;
            }
            place.units.push_back(codes.front());
        }
        m_row.values.insert_or_assign("place", place);
    }

    void take_amount(const model::FieldRule& rule, const FieldCells& cells)
    {
        const std::string field(rule.name);
        const auto whole = cells.parts.find("");
        if (whole == cells.parts.end()) {
            return;
        }
        FieldCells split = cells;
        if (!cells.parts.contains("unit")) {
            // "1,5 USD": the unit behind the number.
            const std::size_t blank = whole->second.find_last_of(' ');
            if (blank != std::string::npos &&
                read_number(whole->second.substr(blank + 1)).empty()) {
                split.parts["unit"] = whole->second.substr(blank + 1);
                split.columns["unit"] = cells.columns.at("");
                split.parts[""] = std::string(trim(whole->second.substr(0, blank)));
            }
        }
        const auto number = number_of(split, "", field);
        const auto unit_text = split.parts.find("unit");
        const auto unit =
            unit_text == split.parts.end() ? std::nullopt : find_unit(unit_text->second);
        if (!unit) {
            tell(cells.columns.at(""), field,
                 {"import.cell.unknown_measure",
                  {{"value", unit_text == split.parts.end() ? whole->second : unit_text->second}}});
        }
        const auto qualifier = qualifier_of(split, field);
        if (number && unit && qualifier) {
            m_row.values.insert_or_assign(field, model::Amount{*number, *unit, *qualifier});
        }
    }

    /// "about"; empty where none is given, nothing and a note where it is unknown.
    std::optional<std::string> qualifier_of(const FieldCells& cells, const std::string& field)
    {
        const auto text = cells.parts.find("qualifier");
        if (text == cells.parts.end()) {
            return std::string();
        }
        std::string words;
        for (const std::string_view word : model::qualifiers()) {
            if (word == text->second) {
                return text->second;
            }
            words += (words.empty() ? "" : ", ") + std::string(word);
        }
        tell(cells.columns.at("qualifier"), field,
             {"import.cell.unknown_word", {{"value", text->second}, {"words", words}}});
        return std::nullopt;
    }

    static std::optional<std::string> find_unit(const std::string& text)
    {
        for (const std::string_view unit : model::units()) {
            if (unit == text) {
                return std::string(unit);
            }
        }
        return text == "$" ? std::optional<std::string>("USD") : std::nullopt;
    }

    void take_geometry(const geo::Geometry& geometry)
    {
        if (std::holds_alternative<std::monostate>(geometry) || m_row.values.contains("place") ||
            model::find_field(*m_kind, "place") == nullptr) {
            return;
        }
        if (const auto* at = std::get_if<geo::LonLat>(&geometry)) {
            take_point(*at, model::Precision::exact, {});
            return;
        }
        m_row.notes.push_back(
            {{Severity::warning, {"import.row.outline_dropped", {}}}, {}, "place"});
    }

    void tell(std::string column, std::string field, Message message)
    {
        m_row.notes.push_back(
            {{Severity::error, std::move(message)}, std::move(column), std::move(field)});
    }

    const Table& m_table;
    const model::KindRule* m_kind;
    const ColumnMapping& m_mapping;
    const ReadingContext& m_context;
    ReadRow m_row;
};

} // namespace

bool ReadRow::has_errors() const
{
    return std::any_of(notes.begin(), notes.end(),
                       [](const RowNote& note) { return note.note.severity == Severity::error; });
}

ReadRow read_row(const Table& table, std::size_t row, const ColumnMapping& mapping,
                 const ReadingContext& context)
{
    return Reader(table, mapping, context).read(row);
}

std::string cell_text(const geo::Value& value)
{
    if (const auto* text = std::get_if<std::string>(&value)) {
        return *text;
    }
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return std::to_string(*whole);
    }
    if (const auto* number = std::get_if<double>(&value)) {
        return fmt::format("{}", *number);
    }
    return {};
}

} // namespace dostyk::intake
