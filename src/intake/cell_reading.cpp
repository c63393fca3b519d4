#include "intake/cell_reading.hpp"

#include "core/fold.hpp"
#include "intake/number_reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace dostyk::intake {

namespace {

using model::FieldType;

constexpr std::size_t longest_shown = 60; // [bytes] of a value in a message

/// A value as a message shows it: short, cut between letters.
std::string shown(std::string_view text)
{
    if (text.size() <= longest_shown) {
        return std::string(text);
    }
    std::size_t end = longest_shown;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) {
        --end;
    }
    return std::string(text.substr(0, end)) + "…";
}

CellReading refused(const char* key, std::string_view text,
                    std::vector<std::pair<std::string, std::string>> values = {})
{
    values.emplace_back("value", shown(text));
    return {{}, {{Severity::error, {key, std::move(values)}}}, {}};
}

CellReading good(model::Value value)
{
    return {std::move(value), {}, {}};
}

CellReading read_number_cell(std::string_view text)
{
    const std::vector<double> numbers = read_number(text);
    if (numbers.empty()) {
        return refused("import.cell.no_number", text);
    }
    if (numbers.size() > 1) {
        return refused(
            "import.cell.two_numbers", text,
            {{"first", fmt::format("{}", numbers[0])}, {"second", fmt::format("{}", numbers[1])}});
    }
    return good(numbers.front());
}

CellReading read_word_cell(std::string_view text, const model::FieldRule& rule)
{
    if (auto word = find_word(text, rule.name, rule.words)) {
        return good(model::Word{*std::move(word)});
    }
    std::string words;
    for (const std::string_view word : rule.words) {
        words += (words.empty() ? "" : ", ") + std::string(word);
    }
    return refused("import.cell.unknown_word", text, {{"words", words}});
}

CellReading read_flag_cell(std::string_view text)
{
    const std::string folded = fold(text);
    for (const char* word : {"1", "true", "yes", "да", "иә", "ооба", "x", "+"}) {
        if (folded == fold(word) && !folded.empty()) {
            return good(true);
        }
    }
    for (const char* word : {"0", "false", "no", "нет", "жоқ", "-"}) {
        if (folded == fold(word) && !folded.empty()) {
            return good(false);
        }
    }
    return refused("import.cell.no_flag", text);
}

bool is_only_persons(const model::FieldRule& rule)
{
    return rule.ref_kinds.size() == 1 && rule.ref_kinds.front() == "person";
}

bool is_party(FieldType type)
{
    return type == FieldType::party || type == FieldType::parties;
}

/// Ids of one name, or the note why there is none.
void take_reference(const std::string& name, const model::FieldRule& rule,
                    const ReadingContext& context, model::Refs& refs, CellReading& made)
{
    std::vector<std::string> found;
    if (is_party(rule.type)) {
        found = context.names->find_party(name);
    }
    if (found.empty()) {
        found = context.names->find(name, rule.ref_kinds);
    }
    if (found.size() == 1) {
        refs.ids.push_back(found.front());
        return;
    }
    const std::string slug = slug_of(name);
    if (found.empty() && context.adds_persons && is_only_persons(rule) && !slug.empty() &&
        !context.names->is_taken(slug)) {
        refs.ids.push_back(slug);
        made.new_persons.push_back(name);
        made.notes.push_back({Severity::info, {"import.cell.new_person", {{"value", name}}}});
        return;
    }
    const char* key = found.size() > 1      ? "import.cell.many_of_name"
                      : is_party(rule.type) ? "import.cell.unknown_party"
                                            : "import.cell.unknown_ref";
    made.notes.push_back({Severity::error, {key, {{"value", shown(name)}}}});
}

CellReading read_reference_cell(std::string_view text, const model::FieldRule& rule,
                                const ReadingContext& context)
{
    const bool is_list = rule.type == FieldType::refs || rule.type == FieldType::parties;
    CellReading made;
    model::Refs refs;
    const auto names = is_list ? split_list(text) : std::vector<std::string>{std::string(text)};
    for (const std::string& name : names) {
        take_reference(name, rule, context, refs, made);
    }
    const bool has_error = std::any_of(made.notes.begin(), made.notes.end(), [](const auto& note) {
        return note.severity == Severity::error;
    });
    if (!has_error) {
        made.value = std::move(refs);
    }
    return made;
}

} // namespace

CellReading read_cell(std::string_view text, const model::FieldRule& rule,
                      const ReadingContext& context)
{
    switch (rule.type) {
    case FieldType::number:
        return read_number_cell(text);
    case FieldType::word:
        return read_word_cell(text, rule);
    case FieldType::flag:
        return read_flag_cell(text);
    case FieldType::ref:
    case FieldType::refs:
    case FieldType::party:
    case FieldType::parties:
        return read_reference_cell(text, rule, context);
    case FieldType::texts:
        return good(split_list(text));
    case FieldType::date:
    case FieldType::text:
    case FieldType::text4:
    case FieldType::list:
    case FieldType::place:
    case FieldType::amount:
        break;
    }
    return good(std::string(text));
}

std::optional<CellNote> fault_of(const DateReading& reading, std::string_view text)
{
    const std::string value = shown(text);
    if (reading.has_short_year) {
        return CellNote{Severity::error, {"import.cell.short_year", {{"value", value}}}};
    }
    if (reading.readings.empty()) {
        return CellNote{Severity::error, {"import.cell.no_date", {{"value", value}}}};
    }
    if (reading.readings.size() > 1) {
        return CellNote{
            Severity::error,
            {"import.cell.two_dates",
             {{"value", value}, {"first", reading.readings[0]}, {"second", reading.readings[1]}}}};
    }
    return std::nullopt;
}

std::optional<std::string> find_word(std::string_view text, std::string_view field,
                                     std::span<const std::string_view> words)
{
    const std::string folded = fold(text);
    for (const std::string_view word : words) {
        const std::string key = "word." + std::string(field) + "." + std::string(word);
        std::string spaced(word);
        std::replace(spaced.begin(), spaced.end(), '_', ' ');
        bool is_it = folded == fold(word) || folded == fold(spaced);
        for (const Language language : all_languages) {
            is_it = is_it || folded == fold(tr(language, key));
        }
        if (is_it && !folded.empty()) {
            return std::string(word);
        }
    }
    return std::nullopt;
}

std::vector<std::string> split_list(std::string_view text)
{
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(";\n"), text.size());
        if (const std::string_view part = trim(text.substr(0, end)); !part.empty()) {
            parts.emplace_back(part);
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

std::string_view trim(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blanks);
    return first == std::string_view::npos
               ? std::string_view()
               : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

} // namespace dostyk::intake
