#include "model/value_text.hpp"

#include "core/format.hpp"
#include "core/message.hpp"
#include "geo/geodesic.hpp"

#include <cmath>
#include <utility>

namespace dostyk::model {

namespace {

/// Degrees with three decimals tell a village, with four a building.
constexpr int coordinate_decimals = 4;
constexpr double large_number = 1e6;

template <class... Visitors>
struct Overloaded : Visitors... {
    using Visitors::operator()...;
};
template <typename... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>; // clang 14 does not deduce it of an aggregate.

std::string joined(const std::vector<std::string>& parts, std::string_view separator)
{
    std::string text;
    for (const std::string& part : parts) {
        text += text.empty() ? "" : separator;
        text += part;
    }
    return text;
}

std::vector<std::string> names_of(const std::vector<std::string>& ids,
                                  const NameResolver& name_of_id)
{
    std::vector<std::string> names;
    for (const std::string& id : ids) {
        names.push_back(name_of_id(id));
    }
    return names;
}

std::string number_text(double number, Language language)
{
    return std::abs(number) >= large_number ? format_large_number(number, language)
                                            : format_number(number, language);
}

std::string texts_of(const std::vector<Text4>& texts, Language language)
{
    std::vector<std::string> parts;
    for (const Text4& text : texts) {
        parts.emplace_back(text.in(language));
    }
    return joined(parts, "; ");
}

std::string_view precision_key(Precision precision) noexcept
{
    switch (precision) {
    case Precision::exact:
        return "precision.exact";
    case Precision::settlement:
        return "precision.settlement";
    case Precision::approximate:
        break;
    }
    return "precision.approximate";
}

std::string point_text(const Place& place, Language language)
{
    return tr(language,
              Message{"place.point",
                      {{"lat", format_number(place.at.lat, language, coordinate_decimals)},
                       {"lon", format_number(place.at.lon, language, coordinate_decimals)},
                       {"precision", std::string(tr(language, precision_key(place.precision)))}}});
}

std::string shape_text(const Place& place, Language language)
{
    const bool is_line = place.type == PlaceType::line;
    const double size = is_line ? geo::length_km(place.vertices) : geo::area_km2(place.vertices);
    const int decimals = size < 10 ? 2 : size < 100 ? 1 : 0;
    return tr(language,
              Message{is_line ? "place.line" : "place.polygon",
                      {{"size", format_number(size, language, decimals)},
                       {"precision", std::string(tr(language, precision_key(place.precision)))}}});
}

} // namespace

NameResolver make_resolver(const Project& project, const UnitNames& unit_names, Pack pack,
                           Language language)
{
    return [&project, &unit_names, pack, language](std::string_view id) -> std::string {
        if (const Entity* entity = project.find(id)) {
            return name_of(*entity, pack, language);
        }
        if (const auto unit = unit_names.find(id); unit != unit_names.end()) {
            return std::string(unit->second.in(language));
        }
        if (const std::string key = "country." + std::string(id); has_message(key)) {
            return std::string(tr(language, key));
        }
        const TransportCorridor* corridor = find_corridor(project.transport, id);
        return corridor != nullptr ? std::string(corridor->name.in(language)) : std::string(id);
    };
}

std::string text_of(const Amount& amount, Language language)
{
    // The plural form follows the number itself; what is printed may be "1.5 billion".
    std::string text = number_text(amount.number, language);
    if (!amount.unit.empty()) {
        text = tr(language, Message{"unit." + amount.unit,
                                    {{"number", text}, {"count", std::to_string(amount.number)}}});
    }
    if (!amount.qualifier.empty()) {
        text = tr(language, Message{"qualifier." + amount.qualifier, {{"amount", text}}});
    }
    return text;
}

std::string text_of(const Place& place, Language language, const NameResolver& name_of_id)
{
    const std::string units = joined(names_of(place.units, name_of_id), " – ");
    switch (place.type) {
    case PlaceType::point:
        return point_text(place, language);
    case PlaceType::area:
        return tr(language, Message{"place.area",
                                    {{"units", joined(names_of(place.units, name_of_id), ", ")}}});
    case PlaceType::border:
        return place.units.empty() ? std::string(tr(language, "place.border_whole"))
                                   : tr(language, Message{"place.border", {{"units", units}}});
    case PlaceType::corridor:
        return tr(language, Message{"place.corridor", {{"corridor", name_of_id(place.corridor)}}});
    case PlaceType::link:
        return tr(language, Message{"place.link", {{"units", units}}});
    case PlaceType::line:
    case PlaceType::polygon:
        return shape_text(place, language);
    }
    return {};
}

std::string text_of(const Value& value, const FieldRule& rule, Language language,
                    const NameResolver& name_of_id)
{
    return std::visit(
        Overloaded{
            [&](std::monostate) { return std::string(tr(language, "value.not_known")); },
            [&](bool is_set) {
                return std::string(tr(language, is_set ? "value.yes" : "value.no"));
            },
            [&](double number) { return number_text(number, language); },
            [&](const std::string& text) { return text; },
            [&](const std::vector<std::string>& texts) { return joined(texts, ", "); },
            [&](const Text4& text) { return std::string(text.in(language)); },
            [&](const std::vector<Text4>& texts) { return texts_of(texts, language); },
            [&](const Word& word) {
                return std::string(
                    tr(language, "word." + std::string(rule.name) + "." + word.word));
            },
            [&](const DateText& date) { return format_date(date.iso, language); },
            [&](const Amount& amount) { return text_of(amount, language); },
            [&](const Refs& refs) { return joined(names_of(refs.ids, name_of_id), ", "); },
            [&](const Place& place) { return text_of(place, language, name_of_id); },
        },
        value);
}

bool is_unpublished(const Place& place) noexcept
{
    return place.type == PlaceType::area || place.type == PlaceType::border;
}

std::string flags_text(std::uint16_t flag_bits, Language language)
{
    std::vector<std::string> words;
    for (const FlagRule& rule : flags()) {
        if ((flag_bits & rule.bit) != 0) {
            words.emplace_back(tr(language, "flag." + std::string(rule.name)));
        }
    }
    return joined(words, ", ");
}

} // namespace dostyk::model
