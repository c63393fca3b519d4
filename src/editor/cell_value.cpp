#include "editor/cell_value.hpp"

#include "core/fold.hpp"
#include "editor/typed_amount.hpp"
#include "model/date_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

namespace dostyk::editor {

namespace {

using model::FieldType;
using model::Value;

constexpr std::string_view blanks = " \t\r\n";

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(blanks);
    return first == std::string_view::npos
               ? std::string_view()
               : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string joined(const std::vector<std::string>& parts)
{
    return fmt::format("{}", fmt::join(parts, "; "));
}

/// Parts between semicolons, without blanks about them; empty ones are left out.
std::vector<std::string> split(std::string_view text)
{
    std::vector<std::string> parts;
    while (!text.empty()) {
        const auto end = std::min(text.find(';'), text.size());
        if (const auto part = trimmed(text.substr(0, end)); !part.empty()) {
            parts.emplace_back(part);
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

Error refused(const char* key, std::string_view text,
              std::vector<std::pair<std::string, std::string>> more = {})
{
    more.emplace_back("text", std::string(text));
    return Error{ErrorCode::invalid, {std::string("error.table.") + key, std::move(more)}, {}};
}

/// The word itself, or as any of the languages says it.
Result<Value> word_of(std::string_view text, const model::FieldRule& rule, Language language)
{
    const std::string wanted = fold(text);
    std::vector<std::string> known;
    for (const std::string_view word : rule.words) {
        const std::string key = fmt::format("word.{}.{}", rule.name, word);
        const bool is_said =
            std::any_of(all_languages.begin(), all_languages.end(),
                        [&](Language each) { return fold(tr(each, key)) == wanted; });
        if (word == text || is_said) {
            return Value(model::Word{std::string(word)});
        }
        known.emplace_back(tr(language, key));
    }
    return refused("not_word", text, {{"words", fmt::format("{}", fmt::join(known, ", "))}});
}

Result<Value> flag_of(std::string_view text, Language language)
{
    for (const bool is_set : {true, false}) {
        const std::string_view key = is_set ? "value.yes" : "value.no";
        const bool is_said =
            std::any_of(all_languages.begin(), all_languages.end(),
                        [&](Language each) { return fold(tr(each, key)) == fold(text); });
        if (is_said || text == (is_set ? "true" : "false")) {
            return Value(is_set);
        }
    }
    return refused(
        "not_word", text,
        {{"words", fmt::format("{}, {}", tr(language, "value.yes"), tr(language, "value.no"))}});
}

Result<Value> point_of(std::string_view text)
{
    const auto comma = text.find(", ");
    const auto end = comma == std::string_view::npos ? text.find(';') : comma;
    if (end == std::string_view::npos) {
        return refused("not_place", text);
    }
    const auto lat = parse_number(trimmed(text.substr(0, end)));
    const auto lon = parse_number(trimmed(text.substr(end + 1)));
    if (!lat || !lon) {
        return refused("not_place", text);
    }
    model::Place place;
    place.type = model::PlaceType::point;
    place.at = {*lon, *lat};
    place.precision = model::Precision::approximate;
    return Value(place);
}

Result<Value> refs_of(std::string_view text, bool is_one)
{
    model::Refs refs{split(text)};
    if (is_one && refs.ids.size() != 1) {
        return refused("not_id", text);
    }
    return Value(std::move(refs));
}

} // namespace

std::string cell_text(const Value& value, const model::FieldRule& rule, Language language)
{
    if (const auto* flag = std::get_if<bool>(&value)) {
        return std::string(tr(language, *flag ? "value.yes" : "value.no"));
    }
    if (const auto* number = std::get_if<double>(&value)) {
        return fmt::format("{}", *number);
    }
    if (const auto* text = std::get_if<std::string>(&value)) {
        return *text;
    }
    if (const auto* texts = std::get_if<std::vector<std::string>>(&value)) {
        return joined(*texts);
    }
    if (const auto* text = std::get_if<Text4>(&value)) {
        return (*text)[language];
    }
    if (const auto* word = std::get_if<model::Word>(&value)) {
        return std::string(tr(language, fmt::format("word.{}.{}", rule.name, word->word)));
    }
    if (const auto* date = std::get_if<model::DateText>(&value)) {
        return date->iso;
    }
    if (const auto* amount = std::get_if<model::Amount>(&value)) {
        return amount_text(*amount, language);
    }
    if (const auto* refs = std::get_if<model::Refs>(&value)) {
        return joined(refs->ids);
    }
    const auto* place = std::get_if<model::Place>(&value);
    return place != nullptr && place->type == model::PlaceType::point
               ? fmt::format("{}, {}", place->at.lat, place->at.lon)
               : std::string();
}

Result<Value> parse_cell(std::string_view text, const model::FieldRule& rule, Language language,
                         const Value& before)
{
    const std::string_view bare = trimmed(text);
    switch (rule.type) {
    case FieldType::text4: {
        const auto* old = std::get_if<Text4>(&before);
        Text4 made = old != nullptr ? *old : Text4{};
        made[language] = text;
        return Value(std::move(made));
    }
    case FieldType::text:
        return Value(std::string(text));
    case FieldType::texts:
        return Value(split(text));
    case FieldType::word:
        return word_of(bare, rule, language);
    case FieldType::number:
        if (const auto number = parse_number(bare)) {
            return Value(*number);
        }
        return refused("not_number", bare);
    case FieldType::amount:
        if (auto amount = parse_amount(bare)) {
            return Value(*std::move(amount));
        }
        return refused("not_amount", bare);
    case FieldType::date:
        return model::is_date_text(bare) ? Result<Value>(model::DateText{std::string(bare)})
                                         : refused("not_date", bare);
    case FieldType::ref:
    case FieldType::party:
        return refs_of(bare, true);
    case FieldType::refs:
    case FieldType::parties:
        return refs_of(bare, false);
    case FieldType::flag:
        return flag_of(bare, language);
    case FieldType::place:
        return point_of(bare);
    case FieldType::list:
        break;
    }
    return refused("fixed", bare);
}

} // namespace dostyk::editor
