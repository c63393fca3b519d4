#include "editor/field_edit.hpp"

#include "editor/tools/coordinates_text.hpp"
#include "editor/typed_amount.hpp"
#include "io/value_json.hpp"
#include "model/date_text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace dostyk::editor {

namespace {

using Json = nlohmann::json;
using model::FieldType;

Command set(const ClaimPlace& claim, std::string_view member, const Json& value)
{
    return SetField{claim.kind, claim.id, pointer_of(claim, member), value.dump()};
}

std::string trimmed(std::string_view text)
{
    constexpr const char* blank = " \t\r\n\xC2\xA0";
    const auto first = text.find_first_not_of(blank);
    const auto last = text.find_last_not_of(blank);
    return first == std::string_view::npos ? std::string()
                                           : std::string(text.substr(first, last - first + 1));
}

std::vector<std::string> lines_of(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        if (std::string line = trimmed(text.substr(0, end)); !line.empty()) {
            lines.push_back(std::move(line));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

Error unreadable(const char* what, std::string_view text)
{
    return Error{ErrorCode::invalid,
                 {std::string("error.typed.") + what, {{"text", std::string(text)}}},
                 {}};
}

/// What stands in a field of text; nothing for what is picked.
struct TypedText {
    Language language;

    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(double number) const { return fmt::format("{}", number); }
    std::string operator()(const model::DateText& date) const { return date.iso; }
    std::string operator()(const std::vector<std::string>& texts) const
    {
        std::string joined;
        for (const std::string& text : texts) {
            joined += (joined.empty() ? "" : "\n") + text;
        }
        return joined;
    }
    std::string operator()(const model::Amount& amount) const
    {
        return amount_text(amount, language);
    }
    std::string operator()(const model::Place& place) const
    {
        return place.type == model::PlaceType::point
                   ? fmt::format("{}, {}", place.at.lat, place.at.lon)
                   : std::string();
    }
    std::string operator()(const auto& /*other*/) const { return {}; }
};

} // namespace

std::string pointer_of(const ClaimPlace& claim, std::string_view member)
{
    return fmt::format("/fields/{}/{}/{}", claim.field, claim.index, member);
}

Command set_value(const ClaimPlace& claim, const model::Value& value, FieldType type)
{
    return set(claim, "value", io::to_json(value, type));
}

Command set_translation(const ClaimPlace& claim, Language language, const std::string& text)
{
    return set(claim, "value/" + std::string(code_of(language)), text);
}

Command set_sources(const ClaimPlace& claim, const std::vector<std::string>& sources)
{
    return set(claim, "sources", sources);
}

Command set_flags(const ClaimPlace& claim, std::uint16_t flags)
{
    Json names = Json::array();
    for (const model::FlagRule& rule : model::flags()) {
        if ((flags & rule.bit) != 0) {
            names.push_back(rule.name);
        }
    }
    return set(claim, "flags", names);
}

Command set_restricted(const ClaimPlace& claim, bool is_restricted)
{
    return is_restricted
               ? set(claim, "restricted", true)
               : Command(RemoveField{claim.kind, claim.id, pointer_of(claim, "restricted")});
}

Command set_note(const ClaimPlace& claim, const Text4& note)
{
    return note.is_empty() ? Command(RemoveField{claim.kind, claim.id, pointer_of(claim, "note")})
                           : set(claim, "note", io::to_json(note));
}

Command set_at(const ClaimPlace& claim, const std::string& at)
{
    return at.empty() ? Command(RemoveField{claim.kind, claim.id, pointer_of(claim, "at")})
                      : set(claim, "at", at);
}

Command add_claim(const model::Entity& entity, const model::FieldRule& rule,
                  const model::Value& value, const std::vector<std::string>& sources,
                  model::Pack pack)
{
    Json claim{{"value", io::to_json(value, rule.type)}};
    if (!sources.empty()) {
        claim["sources"] = sources;
    }
    if (pack != entity.pack) {
        claim["pack"] = model::name_of(pack);
    }
    const std::string field = "/fields/" + std::string(rule.name);
    return entity.fields.contains(rule.name)
               ? SetField{entity.kind, entity.id, field + "/-", claim.dump()}
               : SetField{entity.kind, entity.id, field, Json::array({claim}).dump()};
}

Command remove_claim(const model::Entity& entity, const ClaimPlace& claim)
{
    const auto claims = entity.fields.find(claim.field);
    const bool is_last = claims != entity.fields.end() && claims->second.size() == 1;
    return RemoveField{claim.kind, claim.id,
                       is_last ? "/fields/" + claim.field
                               : fmt::format("/fields/{}/{}", claim.field, claim.index)};
}

Command choose_claim(const model::Entity& entity, const ClaimPlace& claim)
{
    Group group;
    const auto claims = entity.fields.find(claim.field);
    if (claims != entity.fields.end() && claim.index < claims->second.size()) {
        const model::Claim& wanted = claims->second[claim.index];
        for (std::size_t i = 0; i < claims->second.size(); ++i) {
            const model::Claim& each = claims->second[i];
            if (i != claim.index && each.chosen && each.pack == wanted.pack &&
                each.at == wanted.at) {
                group.parts.push_back(
                    RemoveField{claim.kind, claim.id,
                                pointer_of({claim.kind, claim.id, claim.field, i}, "chosen")});
            }
        }
    }
    group.parts.push_back(set(claim, "chosen", true));
    return group;
}

model::Value empty_value(const model::FieldRule& rule)
{
    switch (rule.type) {
    case FieldType::text4:
        return Text4{};
    case FieldType::text:
        return std::string();
    case FieldType::texts:
        return std::vector<std::string>();
    case FieldType::word:
        return model::Word{rule.words.empty() ? std::string() : std::string(rule.words.front())};
    case FieldType::list:
        return std::vector<Text4>();
    case FieldType::refs:
    case FieldType::parties:
        return model::Refs{};
    case FieldType::flag:
        return true;
    default: // not known yet: what is typed replaces it
        return std::monostate{};
    }
}

Result<model::Value> parse_value(std::string_view typed, const model::FieldRule& rule)
{
    const std::string text = trimmed(typed);
    if (text.empty()) {
        return model::Value(std::monostate{});
    }
    switch (rule.type) {
    case FieldType::text:
        return model::Value(text);
    case FieldType::texts:
        return model::Value(lines_of(typed));
    case FieldType::number: {
        const auto number = parse_number(text);
        return number ? Result<model::Value>(model::Value(*number)) : unreadable("number", text);
    }
    case FieldType::amount:
        if (auto amount = parse_amount(text)) {
            return model::Value(*std::move(amount));
        }
        return unreadable("amount", text);
    case FieldType::date:
        return model::is_date_text(text) ? Result<model::Value>(model::Value(model::DateText{text}))
                                         : unreadable("date", text);
    case FieldType::place: {
        const auto at = parse_coordinates(text);
        if (!at) {
            return unreadable("place", text);
        }
        return model::Value(model::Place{.type = model::PlaceType::point, .at = *at});
    }
    default:
        return unreadable("type", text);
    }
}

std::string typed_text(const model::Value& value, Language language)
{
    return std::visit(TypedText{language}, value);
}

int missing_translations(const model::Entity& entity, Language language)
{
    int missing = 0;
    for (const auto& [field, claims] : entity.fields) {
        for (const model::Claim& claim : claims) {
            if (const auto* text = std::get_if<Text4>(&claim.value)) {
                missing += text->has(language) ? 0 : 1;
            } else if (const auto* list = std::get_if<std::vector<Text4>>(&claim.value)) {
                missing += static_cast<int>(
                    std::count_if(list->begin(), list->end(),
                                  [&](const Text4& each) { return !each.has(language); }));
            }
        }
    }
    return missing;
}

} // namespace dostyk::editor
