#include "io/entity_json.hpp"

#include "io/project_folder.hpp"
#include "io/value_json.hpp"
#include "model/schema.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace dostyk::io {

namespace {

using Json = nlohmann::json;
using model::Claim;
using model::Entity;

std::optional<std::uint16_t> read_flags(JsonReader& reader, Node node)
{
    const auto names = reader.strings_of(node);
    if (!names) {
        return std::nullopt;
    }
    unsigned bits = 0;
    std::string known;
    for (const model::FlagRule& rule : model::flags()) {
        known += (known.empty() ? "" : " ") + std::string(rule.name);
    }
    for (std::size_t i = 0; i < names->size(); ++i) {
        const auto rule =
            std::find_if(model::flags().begin(), model::flags().end(),
                         [&](const model::FlagRule& each) { return each.name == (*names)[i]; });
        if (rule == model::flags().end()) {
            reader.report("unknown_word", node.at(i), {{"word", (*names)[i]}, {"words", known}});
            return std::nullopt;
        }
        bits |= rule->bit;
    }
    return static_cast<std::uint16_t>(bits);
}

/// Put what a member of a claim says into its place; false, and a finding, when it is refused. A
/// member that is not there leaves the default.
template <typename Read, typename Member>
bool take(std::optional<Node> node, Member& member, const Read& read)
{
    if (!node) {
        return true;
    }
    auto value = read(*node);
    if (value) {
        member = std::move(*value);
    }
    return value.has_value();
}

std::optional<Claim> read_claim(JsonReader& reader, Node node, const model::FieldRule& rule,
                                model::Pack entity_pack)
{
    if (!reader.is_object(node, "object {value, sources, ...}")) {
        return std::nullopt;
    }
    reader.check_keys(node,
                      {"value", "sources", "pack", "chosen", "at", "flags", "note", "restricted"});
    Claim claim;
    claim.pack = entity_pack;
    const auto text = [&](Node each) { return reader.string_of(each); };
    bool is_good = true;
    const auto value = reader.need(node, "value");
    is_good &= value.has_value();
    is_good &= take(value, claim.value, [&](Node each) { return read_value(reader, each, rule); });
    is_good &= take(reader.find(node, "sources"), claim.sources,
                    [&](Node each) { return reader.strings_of(each); });
    is_good &= take(reader.find(node, "pack"), claim.pack,
                    [&](Node each) { return read_pack(reader, each); });
    is_good &= take(reader.find(node, "chosen"), claim.chosen,
                    [&](Node each) { return reader.flag_of(each); });
    is_good &= take(reader.find(node, "at"), claim.at, text);
    is_good &= take(reader.find(node, "flags"), claim.flags,
                    [&](Node each) { return read_flags(reader, each); });
    is_good &= take(reader.find(node, "note"), claim.note,
                    [&](Node each) { return reader.text4_of(each); });
    is_good &= take(reader.find(node, "restricted"), claim.restricted,
                    [&](Node each) { return reader.flag_of(each); });
    return is_good ? std::optional<Claim>(std::move(claim)) : std::nullopt;
}

std::vector<Claim> read_claims(JsonReader& reader, Node node, const model::FieldRule& rule,
                               model::Pack entity_pack)
{
    std::vector<Claim> claims;
    if (!reader.is_array(node, "array_of_claims")) {
        return claims;
    }
    if (node.size() == 0) {
        reader.report("empty_field", node, {{"field", std::string(rule.name)}});
    }
    for (const Node each : node.elements()) {
        if (auto claim = read_claim(reader, each, rule, entity_pack)) {
            claims.push_back(std::move(*claim));
        }
    }
    return claims;
}

void read_fields(JsonReader& reader, Node node, const model::KindRule& kind, Entity& entity)
{
    if (!reader.is_object(node, "object_of_fields")) {
        return;
    }
    for (const auto& [name, field] : node.members()) {
        const model::FieldRule* rule = model::find_field(kind, name);
        if (rule == nullptr) {
            reader.report("unknown_field", field,
                          {{"field", std::string(name)}, {"kind", std::string(kind.name)}});
            continue;
        }
        auto claims = read_claims(reader, field, *rule, entity.pack);
        if (!claims.empty()) {
            entity.fields.emplace(name, std::move(claims));
        }
    }
}

Json claim_to_json(const Claim& claim, model::FieldType type, model::Pack entity_pack)
{
    Json made = {{"value", to_json(claim.value, type)}};
    if (!claim.sources.empty()) {
        made["sources"] = claim.sources;
    }
    if (claim.pack != entity_pack) {
        made["pack"] = name_of(claim.pack);
    }
    if (claim.chosen) {
        made["chosen"] = true;
    }
    if (!claim.at.empty()) {
        made["at"] = claim.at;
    }
    for (const model::FlagRule& rule : model::flags()) {
        if ((claim.flags & rule.bit) != 0) {
            made["flags"].push_back(rule.name);
        }
    }
    if (!claim.note.is_empty()) {
        made["note"] = to_json(claim.note);
    }
    if (claim.restricted) {
        made["restricted"] = true;
    }
    return made;
}

Json claims_to_json(const Entity& entity,
                    const std::pair<const std::string, std::vector<Claim>>& field)
{
    const model::KindRule* kind = model::find_kind(entity.kind);
    const model::FieldRule* rule =
        kind != nullptr ? model::find_field(*kind, field.first) : nullptr;
    Json made = Json::array();
    for (const Claim& claim : field.second) {
        const auto type = rule != nullptr ? rule->type : model::FieldType::refs;
        made.push_back(claim_to_json(claim, type, entity.pack));
    }
    return made;
}

} // namespace

bool is_id(std::string_view text) noexcept
{
    const auto is_sign = [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
    };
    constexpr std::size_t longest = 120; // with ".json" a name that every file system takes
    if (text.empty() || text.size() > longest || !is_sign(text.front()) || !is_sign(text.back())) {
        return false;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_single_hyphen = text[i] == '-' && text[i - 1] != '-';
        if (!is_sign(text[i]) && !is_single_hyphen) {
            return false;
        }
    }
    return true;
}

bool has_format(JsonReader& reader, Node root, std::string_view format)
{
    const auto found = reader.find(root, "format");
    if (!found || !found->is_string() || found->text() != format) {
        reader.report("wrong_format", found.value_or(root), {{"format", std::string(format)}});
        return false;
    }
    const auto version = reader.find(root, "version");
    if (!version || !version->is_whole() || version->number() != format_version) {
        reader.report("wrong_version", version.value_or(root),
                      {{"version", std::to_string(format_version)}});
        return false;
    }
    return true;
}

std::optional<model::Pack> read_pack(JsonReader& reader, Node node)
{
    const auto name = reader.string_of(node);
    const auto pack = name ? model::parse_pack(*name) : std::nullopt;
    if (name && !pack) {
        reader.report("unknown_word", node, {{"word", *name}, {"words", "strict enriched"}});
    }
    return pack;
}

std::optional<Entity> read_entity(JsonReader& reader)
{
    const Node root = reader.root();
    if (!reader.is_object(root) || !has_format(reader, root, entity_format)) {
        return std::nullopt;
    }
    reader.check_keys(root, {"fields", "format", "id", "kind", "pack", "version"});
    const auto id_node = reader.need(root, "id");
    const auto kind_node = reader.need(root, "kind");
    const auto pack_node = reader.need(root, "pack");
    const auto id = id_node ? reader.string_of(*id_node) : std::nullopt;
    const auto kind_name = kind_node ? reader.string_of(*kind_node) : std::nullopt;
    const auto pack = pack_node ? read_pack(reader, *pack_node) : std::nullopt;
    if (!id || !kind_name || !pack) {
        return std::nullopt;
    }
    const model::KindRule* kind = model::find_kind(*kind_name);
    if (kind == nullptr) {
        reader.report("unknown_kind", *kind_node, {{"kind", *kind_name}});
        return std::nullopt;
    }
    if (!is_id(*id)) {
        reader.report("bad_id", *id_node, {{"id", *id}});
        return std::nullopt;
    }
    Entity entity;
    entity.id = *id;
    entity.kind = *kind_name;
    entity.pack = *pack;
    if (const auto fields = reader.need(root, "fields")) {
        read_fields(reader, *fields, *kind, entity);
    }
    return entity;
}

std::string field_to_text(const Entity& entity, std::string_view field)
{
    const auto found = entity.fields.find(field);
    return found == entity.fields.end() ? "[]" : claims_to_json(entity, *found).dump();
}

std::string to_text(const Entity& entity)
{
    Json fields = Json::object();
    for (const auto& field : entity.fields) {
        fields[field.first] = claims_to_json(entity, field);
    }
    return json::to_canonical_text(Json{{"fields", std::move(fields)},
                                        {"format", entity_format},
                                        {"id", entity.id},
                                        {"kind", entity.kind},
                                        {"pack", name_of(entity.pack)},
                                        {"version", format_version}});
}

} // namespace dostyk::io
