#include "intake/column_mapping.hpp"

#include "core/files.hpp"
#include "core/fold.hpp"
#include "core/message.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace dostyk::intake {

namespace {

constexpr std::size_t most_remembered = 200;
constexpr std::size_t rows_to_read = 50;

using model::FieldType;

/// Letters that only one of the languages has.
constexpr std::array kazakh_letters{"ә", "ғ", "қ", "ұ", "һ", "і", "Ә", "Ғ", "Қ", "Ұ", "Һ", "І"};
constexpr std::array kyrgyz_letters{"ң", "ө", "ү", "Ң", "Ө", "Ү"}; // Kazakh has them too

struct Letters {
    bool has_kazakh = false;
    bool has_common = false;
    bool has_cyrillic = false;
    bool has_latin = false;
};

void look_at(const std::string& text, Letters& letters)
{
    const auto has = [&](const auto& list) {
        return std::any_of(list.begin(), list.end(), [&](const char* letter) {
            return text.find(letter) != std::string::npos;
        });
    };
    letters.has_kazakh = letters.has_kazakh || has(kazakh_letters);
    letters.has_common = letters.has_common || has(kyrgyz_letters);
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        letters.has_cyrillic = letters.has_cyrillic || byte == 0xD0 || byte == 0xD1;
        letters.has_latin = letters.has_latin || (letter >= 'a' && letter <= 'z');
    }
}

/// The language that a column's letters speak of.
Language language_of(const Table& table, std::size_t column)
{
    Letters letters;
    const auto& rows = table.layer.features;
    for (std::size_t i = 0; i < std::min(rows.size(), rows_to_read); ++i) {
        if (const auto* text = std::get_if<std::string>(&rows[i].attributes[column])) {
            look_at(*text, letters);
        }
    }
    if (letters.has_kazakh) {
        return Language::kk;
    }
    if (letters.has_common) {
        return Language::ky;
    }
    return letters.has_cyrillic || !letters.has_latin ? Language::ru : Language::en;
}

Target target_of(const HeaderMeaning& meaning, const model::KindRule& kind, const Table& table,
                 std::size_t column)
{
    Target target{meaning.field, meaning.part};
    const model::FieldRule* rule = model::find_field(kind, meaning.field);
    if (rule != nullptr && rule->type == FieldType::text4) {
        target.part = code_of(meaning.language ? *meaning.language : language_of(table, column));
    }
    return target;
}

bool is_common(std::string_view field)
{
    constexpr std::array<std::string_view, 6> common{"id",    "name",    "description",
                                                     "place", "aliases", "tags"};
    return std::find(common.begin(), common.end(), field) != common.end();
}

/// Fields of the kind's own count twice.
int score_of(const ColumnMapping& mapping)
{
    int score = 0;
    for (const Target& target : mapping.targets) {
        if (!target.field.empty()) {
            score += is_common(target.field) ? 1 : 3;
        }
    }
    return score;
}

bool has_own_field(const ColumnMapping& mapping)
{
    return std::any_of(mapping.targets.begin(), mapping.targets.end(), [](const Target& target) {
        return !target.field.empty() && !is_common(target.field);
    });
}

/// "delegations-kz", "Делегации 2026", "sites": the kind's word in the name.
bool is_named(const model::KindRule& kind, std::string_view name)
{
    const std::string folded = " " + fold_heading(name);
    std::vector<std::string> words{std::string(kind.name)};
    if (kind.name == "project") {
        words.insert(words.end(), {"sites", "объекты", "нысандар", "объекттер"});
    }
    for (const Language language : all_languages) {
        words.emplace_back(tr(language, "kind." + std::string(kind.name)));
        words.emplace_back(tr(language, "kind." + std::string(kind.name) + ".plural"));
    }
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        const std::string head = fold_heading(word);
        return head.size() > 2 && folded.find(" " + head) != std::string::npos;
    });
}

/// Headings and kind as one line's head: no tab, no bar, no line end.
std::string signature_of(const Table& table, std::string_view kind)
{
    std::string text(kind);
    text += '\t';
    for (const std::string& field : table.layer.fields) {
        text += fold_heading(field) + '|';
    }
    return text + '\t';
}

} // namespace

std::string to_text(const Target& target)
{
    return target.part.empty() ? target.field : target.field + '.' + target.part;
}

Target parse_target(std::string_view text)
{
    const std::size_t point = text.find('.');
    if (point == std::string_view::npos) {
        return {std::string(text), {}};
    }
    return {std::string(text.substr(0, point)), std::string(text.substr(point + 1))};
}

bool fits(const Target& target, const model::KindRule& kind)
{
    if (target.field.empty() || target.field == "id") {
        return target.part.empty();
    }
    const model::FieldRule* rule = model::find_field(kind, target.field);
    if (rule == nullptr) {
        return false;
    }
    const auto is_one_of = [&](std::initializer_list<std::string_view> parts) {
        return std::find(parts.begin(), parts.end(), target.part) != parts.end();
    };
    switch (rule->type) {
    case FieldType::text4:
        return parse_language(target.part).has_value() && target.part.size() == 2;
    case FieldType::place:
        return is_one_of({"", "lat", "lon", "precision"});
    case FieldType::date:
        return is_one_of({"", "time", "end", "zone"});
    case FieldType::amount:
        return is_one_of({"", "unit", "qualifier"});
    default:
        return target.part.empty();
    }
}

ColumnMapping guess_mapping(const Table& table, const model::KindRule& kind)
{
    ColumnMapping mapping{std::string(kind.name), std::vector<Target>(table.layer.fields.size())};
    std::set<Target> taken;
    // What a heading says for sure goes before what it may say.
    for (const int sureness : {3, 2, 1}) {
        for (std::size_t i = 0; i < table.layer.fields.size(); ++i) {
            if (!mapping.targets[i].field.empty()) {
                continue;
            }
            for (const HeaderMeaning& meaning : meanings_of(table.layer.fields[i], kind)) {
                Target target = target_of(meaning, kind, table, i);
                if (meaning.sureness == sureness && fits(target, kind) &&
                    taken.insert(target).second) {
                    mapping.targets[i] = std::move(target);
                    break;
                }
            }
        }
    }
    return mapping;
}

std::optional<std::string> guess_kind(const Table& table, std::string_view file_stem)
{
    std::optional<std::string> best;
    int best_score = 0;
    bool is_tie = false;
    for (const model::KindRule& kind : model::kinds()) {
        const ColumnMapping mapping = guess_mapping(table, kind);
        const bool is_called = is_named(kind, file_stem) || is_named(kind, table.layer.name);
        const int score = score_of(mapping) + (is_called ? 6 : 0);
        if (score == 0 || (!has_own_field(mapping) && !is_called)) {
            continue;
        }
        is_tie = is_tie ? score <= best_score : score == best_score;
        if (score > best_score) {
            best = std::string(kind.name);
            best_score = score;
        }
    }
    return is_tie ? std::nullopt : best;
}

MappingMemory::MappingMemory(std::filesystem::path file) : m_file(std::move(file))
{
    const auto text = read_file(m_file);
    std::string_view left = text ? std::string_view(*text) : std::string_view();
    while (!left.empty()) {
        const std::size_t end = std::min(left.find('\n'), left.size());
        m_lines.emplace_back(left.substr(0, end));
        left.remove_prefix(std::min(end + 1, left.size()));
    }
}

std::optional<ColumnMapping> MappingMemory::find(const Table& table, std::string_view kind) const
{
    const model::KindRule* rule = model::find_kind(kind);
    const std::string signature = signature_of(table, kind);
    const auto line = std::find_if(m_lines.rbegin(), m_lines.rend(),
                                   [&](const auto& each) { return each.starts_with(signature); });
    if (rule == nullptr || line == m_lines.rend()) {
        return std::nullopt;
    }
    ColumnMapping mapping{std::string(kind), {}};
    std::string_view left = std::string_view(*line).substr(signature.size());
    while (!left.empty()) {
        const std::size_t end = std::min(left.find('|'), left.size());
        mapping.targets.push_back(parse_target(left.substr(0, end)));
        left.remove_prefix(std::min(end + 1, left.size()));
    }
    const bool is_sound = mapping.targets.size() == table.layer.fields.size() &&
                          std::all_of(mapping.targets.begin(), mapping.targets.end(),
                                      [&](const Target& target) { return fits(target, *rule); });
    return is_sound ? std::optional(std::move(mapping)) : std::nullopt;
}

Status MappingMemory::keep(const Table& table, const ColumnMapping& mapping)
{
    const std::string signature = signature_of(table, mapping.kind);
    std::erase_if(m_lines, [&](const auto& line) { return line.starts_with(signature); });
    std::string line = signature;
    for (const Target& target : mapping.targets) {
        line += to_text(target) + '|';
    }
    m_lines.push_back(std::move(line));
    if (m_lines.size() > most_remembered) {
        m_lines.erase(m_lines.begin());
    }
    std::string text;
    for (const std::string& each : m_lines) {
        text += each + '\n';
    }
    return write_file_atomically(m_file, text);
}

} // namespace dostyk::intake
