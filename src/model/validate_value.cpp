#include "model/validate_value.hpp"

#include "geo/proximity.hpp"
#include "model/date_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace dostyk::model {

/// The claim that is looked at.
struct ValueRules::At {
    const Claim& claim;
    const FieldRule& rule;
    const Entity& entity;
    const std::string& pointer;
    Diagnostics& diagnostics;

    void add(std::string code, const std::string& below, std::string value) const
    {
        diagnostics.add(make_finding(std::move(code), Severity::error, entity, pointer + below,
                                     std::string(rule.name), std::move(value)));
    }
};

namespace {

bool is_upper(char letter) noexcept
{
    return letter >= 'A' && letter <= 'Z';
}

/// "KZ": two capitals.
bool is_country_form(std::string_view code) noexcept
{
    return code.size() == 2 && is_upper(code[0]) && is_upper(code[1]);
}

/// "KZ-31", "KG-GB": ISO 3166-2.
bool is_unit_form(std::string_view code) noexcept
{
    const auto is_sign = [](char letter) {
        return is_upper(letter) || (letter >= '0' && letter <= '9');
    };
    return code.size() > 3 && code.size() <= 6 && is_country_form(code.substr(0, 2)) &&
           code[2] == '-' && std::all_of(code.begin() + 3, code.end(), is_sign);
}

bool has_nul(std::string_view text) noexcept
{
    return text.find('\0') != std::string_view::npos;
}

template <typename Report>
void check_text(std::string_view text, const std::string& below, const Report& report)
{
    if (has_nul(text)) {
        report("model.nul_in_text", below, "");
    }
}

template <typename Report>
void check_text4(const Text4& text, const std::string& below, const Report& report)
{
    for (const Language language : all_languages) {
        const std::string code(code_of(language));
        if (!text.has(language)) {
            report("model.missing_translation", below + "/" + code, code);
        }
        check_text(text[language], below + "/" + code, report);
    }
}

} // namespace

bool is_on_map(geo::LonLat at) noexcept
{
    return std::isfinite(at.lon) && std::isfinite(at.lat) && at.lon >= map_west &&
           at.lon <= map_east && at.lat >= map_south && at.lat <= map_north;
}

ValueRules::ValueRules(const Project& project, std::span<const std::string> known_units)
: m_project(&project), m_units(known_units.begin(), known_units.end())
{
    for (const Entity& entity : project.entities) {
        m_entities.emplace(entity.id, &entity);
    }
}

const Entity* ValueRules::find(std::string_view id) const noexcept
{
    const auto found = m_entities.find(id);
    return found != m_entities.end() ? found->second : nullptr;
}

bool ValueRules::is_party_code(const std::string& code) const
{
    // Countries beyond the map are parties too: Uzbekistan shares a dam.
    if (is_country_form(code)) {
        return true;
    }
    return is_unit_form(code) && (m_units.empty() || m_units.contains(code));
}

void ValueRules::check_unit(const At& at, const std::string& code, const std::string& below) const
{
    if (!is_party_code(code)) {
        at.add("model.unknown_unit", below, code);
    }
}

void ValueRules::check_refs(const At& at, const Refs& refs, bool is_list) const
{
    const bool can_be_code = at.rule.type == FieldType::party || at.rule.type == FieldType::parties;
    for (std::size_t i = 0; i < refs.ids.size(); ++i) {
        const std::string& id = refs.ids[i];
        const std::string below = is_list ? "/value/" + std::to_string(i) : "/value";
        if (can_be_code && (is_country_form(id) || is_unit_form(id))) {
            check_unit(at, id, below);
            continue;
        }
        const Entity* entity = find(id);
        const auto& kinds = at.rule.ref_kinds;
        if (entity == nullptr) {
            at.add("model.dangling_reference", below, id);
        } else if (!kinds.empty() &&
                   std::find(kinds.begin(), kinds.end(), entity->kind) == kinds.end()) {
            at.add("model.wrong_kind", below, id);
        } else if (at.claim.pack == Pack::strict && entity->pack == Pack::enriched) {
            at.add("model.outside_pack", below, id);
        }
    }
}

void ValueRules::check_shape(const At& at, const Place& place)
{
    if (place.vertices.size() < min_vertices(place.type)) {
        at.add("model.too_few_vertices", "/value/coordinates",
               std::to_string(place.vertices.size()));
        return;
    }
    const auto outside = std::find_if_not(place.vertices.begin(), place.vertices.end(), is_on_map);
    if (outside != place.vertices.end()) {
        const auto index = outside - place.vertices.begin();
        at.add("model.outside_map", "/value/coordinates/" + std::to_string(index),
               fmt::format("{}, {}", outside->lon, outside->lat));
    } else if (place.type == PlaceType::polygon && geo::is_crossing_itself(place.vertices)) {
        at.add("model.crossing_outline", "/value/coordinates", {});
    }
}

void ValueRules::check_place(const At& at, const Place& place) const
{
    if (place.type == PlaceType::point && !is_on_map(place.at)) {
        at.add("model.outside_map", "/value", fmt::format("{}, {}", place.at.lon, place.at.lat));
    }
    if (is_shape(place.type)) {
        check_shape(at, place);
    }
    if (place.type == PlaceType::corridor &&
        find_corridor(m_project->transport, place.corridor) == nullptr) {
        at.add("model.unknown_corridor", "/value/corridor", place.corridor);
    }
    const bool needs_units = place.type == PlaceType::area || place.type == PlaceType::link;
    const bool is_half_border = place.type == PlaceType::border && place.units.size() == 1;
    if ((needs_units && place.units.empty()) || is_half_border) {
        at.add("model.place_without_units", "/value", {});
    }
    for (std::size_t i = 0; i < place.units.size(); ++i) {
        check_unit(at, place.units[i], "/value/units/" + std::to_string(i));
    }
}

void ValueRules::check(const Claim& claim, const FieldRule& rule, const Entity& entity,
                       const std::string& pointer, Diagnostics& diagnostics) const
{
    const At at{claim, rule, entity, pointer, diagnostics};
    const auto report = [&](const char* code, const std::string& below, const std::string& value) {
        at.add(code, below, value);
    };
    if (const auto* text = std::get_if<Text4>(&claim.value)) {
        check_text4(*text, "/value", report);
    } else if (const auto* texts4 = std::get_if<std::vector<Text4>>(&claim.value)) {
        for (std::size_t i = 0; i < texts4->size(); ++i) {
            check_text4((*texts4)[i], "/value/" + std::to_string(i), report);
        }
    } else if (const auto* plain = std::get_if<std::string>(&claim.value)) {
        check_text(*plain, "/value", report);
    } else if (const auto* texts = std::get_if<std::vector<std::string>>(&claim.value)) {
        for (std::size_t i = 0; i < texts->size(); ++i) {
            check_text((*texts)[i], "/value/" + std::to_string(i), report);
        }
    } else if (const auto* date = std::get_if<DateText>(&claim.value)) {
        if (!is_date_text(date->iso)) {
            report("model.bad_date", "/value", date->iso);
        }
    } else if (const auto* refs = std::get_if<Refs>(&claim.value)) {
        check_refs(at, *refs, rule.type == FieldType::refs || rule.type == FieldType::parties);
    } else if (const auto* place = std::get_if<Place>(&claim.value)) {
        check_place(at, *place);
    }
    if (!claim.note.is_empty()) {
        check_text4(claim.note, "/note", report);
    }
}

} // namespace dostyk::model
