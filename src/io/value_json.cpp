#include "io/value_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace dostyk::io {

namespace {

using Json = nlohmann::json;
using model::FieldType;
using model::Place;
using model::PlaceType;
using model::Precision;
using model::Value;

constexpr std::array<std::pair<std::string_view, PlaceType>, 7> place_types{{
    {"point", PlaceType::point},
    {"area", PlaceType::area},
    {"border", PlaceType::border},
    {"corridor", PlaceType::corridor},
    {"link", PlaceType::link},
    {"line", PlaceType::line},
    {"polygon", PlaceType::polygon},
}};

constexpr std::array<std::pair<std::string_view, Precision>, 3> precisions{{
    {"exact", Precision::exact},
    {"settlement", Precision::settlement},
    {"approximate", Precision::approximate},
}};

template <typename Table, typename Kind>
std::string_view name_in(const Table& table, Kind kind)
{
    const auto row = std::find_if(table.begin(), table.end(),
                                  [&](const auto& entry) { return entry.second == kind; });
    return row->first;
}

std::string joined(std::span<const std::string_view> words)
{
    std::string text;
    for (const std::string_view word : words) {
        text += (text.empty() ? "" : " ") + std::string(word);
    }
    return text;
}

bool is_among(std::string_view word, std::span<const std::string_view> words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// A string of a list, else a finding with the list.
std::optional<std::string> read_word(JsonReader& reader, Node node,
                                     std::span<const std::string_view> words)
{
    auto word = reader.string_of(node);
    if (word && !is_among(*word, words)) {
        reader.report("unknown_word", node, {{"word", *word}, {"words", joined(words)}});
        return std::nullopt;
    }
    return word;
}

/// A string of a table as its enumerator, else a finding with the table's words.
template <typename Table>
auto read_enumerator(JsonReader& reader, Node node, const Table& table)
{
    using Enumerator = typename Table::value_type::second_type;
    std::array<std::string_view, std::tuple_size_v<Table>> words{};
    std::transform(table.begin(), table.end(), words.begin(),
                   [](const auto& entry) { return entry.first; });
    const auto word = read_word(reader, node, words);
    std::optional<Enumerator> found;
    for (const auto& [name, enumerator] : table) {
        if (word && *word == name) {
            found = enumerator;
        }
    }
    return found;
}

std::optional<Value> read_amount(JsonReader& reader, Node node)
{
    if (!reader.is_object(node, "object {number, unit, qualifier}")) {
        return std::nullopt;
    }
    reader.check_keys(node, {"number", "unit", "qualifier"});
    const auto number_node = reader.need(node, "number");
    const auto unit_node = reader.need(node, "unit");
    if (!number_node || !unit_node) {
        return std::nullopt;
    }
    const auto number = reader.number_of(*number_node);
    const auto unit = read_word(reader, *unit_node, model::units());
    if (!number || !unit) {
        return std::nullopt;
    }
    model::Amount amount{*number, *unit, {}};
    if (const auto qualifier_node = reader.find(node, "qualifier")) {
        const auto qualifier = read_word(reader, *qualifier_node, model::qualifiers());
        if (!qualifier) {
            return std::nullopt;
        }
        amount.qualifier = *qualifier;
    }
    return amount;
}

std::optional<Value> read_point(JsonReader& reader, Node node, Place place)
{
    reader.check_keys(node, {"type", "lon", "lat", "precision"});
    const auto lon_node = reader.need(node, "lon");
    const auto lat_node = reader.need(node, "lat");
    const auto precision_node = reader.need(node, "precision");
    if (!lon_node || !lat_node || !precision_node) {
        return std::nullopt;
    }
    const auto lon = reader.number_of(*lon_node);
    const auto lat = reader.number_of(*lat_node);
    const auto precision = read_enumerator(reader, *precision_node, precisions);
    if (!lon || !lat || !precision) {
        return std::nullopt;
    }
    place.at = {*lon, *lat};
    place.precision = *precision;
    return place;
}

std::optional<geo::LonLat> read_vertex(JsonReader& reader, Node node)
{
    if (!reader.is_array(node, "[lon, lat]")) {
        return std::nullopt;
    }
    if (node.size() != 2) {
        reader.report("wrong_type", node,
                      {{"expected", "[lon, lat]"}, {"shape", ""}, {"found", "array"}});
        return std::nullopt;
    }
    const auto lon = reader.number_of(node.at(0));
    const auto lat = reader.number_of(node.at(1));
    return lon && lat ? std::optional(geo::LonLat{*lon, *lat}) : std::nullopt;
}

std::optional<Value> read_shape(JsonReader& reader, Node node, Place place)
{
    reader.check_keys(node, {"type", "coordinates", "precision"});
    const auto coordinates = reader.need(node, "coordinates");
    const auto precision_node = reader.need(node, "precision");
    if (!coordinates || !precision_node || !reader.is_array(*coordinates, "array_of_places")) {
        return std::nullopt;
    }
    const auto precision = read_enumerator(reader, *precision_node, precisions);
    if (!precision) {
        return std::nullopt;
    }
    place.precision = *precision;
    for (const Node each : coordinates->elements()) {
        const auto vertex = read_vertex(reader, each);
        if (!vertex) {
            return std::nullopt;
        }
        place.vertices.push_back(*vertex);
    }
    return place;
}

std::optional<Value> read_place(JsonReader& reader, Node node)
{
    if (!reader.is_object(node, "object {type, ...}")) {
        return std::nullopt;
    }
    const auto type_node = reader.need(node, "type");
    const auto type = type_node ? read_enumerator(reader, *type_node, place_types) : std::nullopt;
    if (!type) {
        return std::nullopt;
    }
    Place place;
    place.type = *type;
    if (place.type == PlaceType::point) {
        return read_point(reader, node, std::move(place));
    }
    if (model::is_shape(place.type)) {
        return read_shape(reader, node, std::move(place));
    }
    const bool is_corridor = place.type == PlaceType::corridor;
    const std::string_view key = is_corridor ? "corridor" : "units";
    reader.check_keys(node, {"type", key});
    // A border without units is the whole common border.
    const auto member =
        place.type == PlaceType::border ? reader.find(node, key) : reader.need(node, key);
    if (!member) {
        return place.type == PlaceType::border ? std::optional<Value>(place) : std::nullopt;
    }
    if (is_corridor) {
        const auto corridor = reader.string_of(*member);
        place.corridor = corridor.value_or("");
        return corridor ? std::optional<Value>(place) : std::nullopt;
    }
    auto units = reader.strings_of(*member);
    if (!units) {
        return std::nullopt;
    }
    place.units = std::move(*units);
    return place;
}

std::optional<Value> read_list(JsonReader& reader, Node node)
{
    if (!reader.is_array(node, "array {{kk, ky, ru, en}, ...}")) {
        return std::nullopt;
    }
    std::vector<Text4> texts;
    for (const Node each : node.elements()) {
        auto text = reader.text4_of(each);
        if (!text) {
            return std::nullopt;
        }
        texts.push_back(std::move(*text));
    }
    return texts;
}

template <typename Made, typename Read>
std::optional<Value> wrapped(std::optional<Read> read)
{
    if (!read) {
        return std::nullopt;
    }
    return Value(Made{std::move(*read)});
}

Json place_to_json(const Place& place)
{
    Json made = {{"type", name_in(place_types, place.type)}};
    if (place.type == PlaceType::point) {
        made["lon"] = place.at.lon;
        made["lat"] = place.at.lat;
        made["precision"] = name_in(precisions, place.precision);
    } else if (model::is_shape(place.type)) {
        made["coordinates"] = Json::array();
        for (const geo::LonLat& vertex : place.vertices) {
            made["coordinates"].push_back({vertex.lon, vertex.lat});
        }
        made["precision"] = name_in(precisions, place.precision);
    } else if (place.type == PlaceType::corridor) {
        made["corridor"] = place.corridor;
    } else {
        made["units"] = place.units;
    }
    return made;
}

Json amount_to_json(const model::Amount& amount)
{
    Json made = {{"number", amount.number}, {"unit", amount.unit}};
    if (!amount.qualifier.empty()) {
        made["qualifier"] = amount.qualifier;
    }
    return made;
}

Json list_to_json(const std::vector<Text4>& texts)
{
    Json made = Json::array();
    for (const Text4& text : texts) {
        made.push_back(to_json(text));
    }
    return made;
}

Json refs_to_json(const model::Refs& refs, FieldType type)
{
    const bool is_single = type == FieldType::ref || type == FieldType::party;
    return is_single ? Json(refs.ids.empty() ? "" : refs.ids.front()) : Json(refs.ids);
}

template <class... Visitors>
struct Overloaded : Visitors... {
    using Visitors::operator()...;
};
template <typename... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>; // clang 14 does not deduce it of an aggregate.

} // namespace

std::optional<Value> read_value(JsonReader& reader, Node node, const model::FieldRule& rule)
{
    if (node.is_null()) {
        return Value(std::monostate{});
    }
    switch (rule.type) {
    case FieldType::text4:
        return wrapped<Text4>(reader.text4_of(node));
    case FieldType::text:
        return wrapped<std::string>(reader.string_of(node));
    case FieldType::texts:
        return wrapped<std::vector<std::string>>(reader.strings_of(node));
    case FieldType::word:
        return wrapped<model::Word>(read_word(reader, node, rule.words));
    case FieldType::number:
        return wrapped<double>(reader.number_of(node));
    case FieldType::amount:
        return read_amount(reader, node);
    case FieldType::date:
        return wrapped<model::DateText>(reader.string_of(node));
    case FieldType::ref:
    case FieldType::party: {
        auto id = reader.string_of(node);
        return id ? std::optional<Value>(model::Refs{{std::move(*id)}}) : std::nullopt;
    }
    case FieldType::refs:
    case FieldType::parties:
        return wrapped<model::Refs>(reader.strings_of(node));
    case FieldType::place:
        return read_place(reader, node);
    case FieldType::list:
        return read_list(reader, node);
    case FieldType::flag:
        return wrapped<bool>(reader.flag_of(node));
    }
    return std::nullopt;
}

Json to_json(const Text4& text)
{
    Json made = Json::object();
    for (const Language language : all_languages) {
        made[std::string(code_of(language))] = text[language];
    }
    return made;
}

Json to_json(const Value& value, FieldType type)
{
    return std::visit(Overloaded{
                          [](std::monostate) { return Json(nullptr); },
                          [](bool is_set) { return Json(is_set); },
                          [](double number) { return Json(number); },
                          [](const std::string& text) { return Json(text); },
                          [](const std::vector<std::string>& texts) { return Json(texts); },
                          [](const Text4& text) { return to_json(text); },
                          [](const std::vector<Text4>& texts) { return list_to_json(texts); },
                          [](const model::Word& word) { return Json(word.word); },
                          [](const model::DateText& date) { return Json(date.iso); },
                          [](const model::Amount& amount) { return amount_to_json(amount); },
                          [&](const model::Refs& refs) { return refs_to_json(refs, type); },
                          [](const Place& place) { return place_to_json(place); },
                      },
                      value);
}

} // namespace dostyk::io
