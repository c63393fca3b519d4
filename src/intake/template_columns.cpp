#include "core/files.hpp"
#include "intake/template_file.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace dostyk::intake {

namespace {

using model::FieldType;

struct NamedTemplate {
    std::string_view name;
    std::string_view singular;
    std::string_view kind;
    std::string_view fields; ///< In this order, parted by blanks; the rest is for an editor.
};

constexpr std::array named_templates{
    NamedTemplate{
        "delegations", "delegation", "delegation",
        "name country meeting head head_post members rank credentials note_verbale member_list "
        "portraits badges"},
    NamedTemplate{"posts", "post", "post", "name country precedence"},
    NamedTemplate{"sessions", "session", "session",
                  "name meeting format date duration venue size participants"},
    NamedTemplate{"requests", "request", "b2b_request",
                  "meeting asker asked match_score mutual windows status"},
    NamedTemplate{"venues", "venue", "venue", "name city country capacity zone place"},
    NamedTemplate{"sites", "site", "project",
                  "name country sector status parties capacity cost due place description"},
};

const NamedTemplate* find_named(std::string_view kind)
{
    const auto found = std::find_if(named_templates.begin(), named_templates.end(),
                                    [&](const NamedTemplate& each) { return each.kind == kind; });
    return found != named_templates.end() ? &*found : nullptr;
}

std::vector<std::string> words_of(const model::FieldRule& rule)
{
    if (rule.type == FieldType::word) {
        return {rule.words.begin(), rule.words.end()};
    }
    return rule.type == FieldType::party ? std::vector<std::string>{"KZ", "KG"}
                                         : std::vector<std::string>{};
}

using Parts = std::vector<std::pair<std::string, std::string>>; ///< heading, part

/// The columns that one field takes.
Parts parts_of(const model::FieldRule& rule, std::string_view kind)
{
    const std::string name(rule.name);
    switch (rule.type) {
    case FieldType::text4: {
        Parts parts;
        for (const Language language : all_languages) {
            const std::string code(code_of(language));
            parts.emplace_back(name + "_" + code, code);
        }
        return parts;
    }
    case FieldType::place:
        return {{"lat", "lat"}, {"lon", "lon"}, {"precision", "precision"}};
    case FieldType::amount:
        return {{name, ""}, {name + "_unit", "unit"}};
    case FieldType::date:
        if (kind == "session" || kind == "meeting") {
            return {{name, ""}, {"time", "time"}, {"end", "end"}, {"zone", "zone"}};
        }
        if (kind == "arrival") {
            return {{name, ""}, {"time", "time"}, {"zone", "zone"}};
        }
        if (kind == "accommodation") {
            return {{name, ""}, {"end", "end"}};
        }
        return {{name, ""}};
    case FieldType::list: // texts one after the other: no column holds them
        return {};
    default:
        return {{name, ""}};
    }
}

std::vector<std::string> words_of_part(const model::FieldRule& rule, const std::string& part)
{
    if (part == "precision") {
        return {"exact", "settlement", "approximate"};
    }
    if (part == "unit") {
        return {model::units().begin(), model::units().end()};
    }
    return words_of(rule);
}

void add_field(const model::FieldRule& rule, std::string_view kind,
               std::vector<TemplateColumn>& columns)
{
    for (auto& [heading, part] : parts_of(rule, kind)) {
        columns.push_back({heading, {std::string(rule.name), part}, words_of_part(rule, part)});
    }
}

} // namespace

std::optional<std::string> template_kind(std::string_view word)
{
    for (const NamedTemplate& each : named_templates) {
        if (word == each.name || word == each.singular) {
            return std::string(each.kind);
        }
    }
    const bool is_kind = model::find_kind(word) != nullptr;
    return is_kind ? std::optional(std::string(word)) : std::nullopt;
}

std::string template_name(std::string_view kind)
{
    const NamedTemplate* named = find_named(kind);
    return std::string(named != nullptr ? named->name : kind);
}

std::vector<TemplateColumn> template_columns(std::string_view kind)
{
    std::vector<TemplateColumn> columns{{"id", {"id", ""}, {}}};
    const model::KindRule& rule = *model::find_kind(kind);
    const NamedTemplate* named = find_named(kind);
    if (named == nullptr) {
        for (const model::FieldRule& field : rule.fields) {
            add_field(field, kind, columns);
        }
        return columns;
    }
    std::string_view left = named->fields;
    while (!left.empty()) {
        const std::size_t end = std::min(left.find(' '), left.size());
        add_field(*model::find_field(rule, left.substr(0, end)), kind, columns);
        left.remove_prefix(std::min(end + 1, left.size()));
    }
    return columns;
}

Status write_csv_template(std::string_view kind, const std::filesystem::path& file)
{
    // A byte order mark: without it spreadsheet programs take UTF-8 for something else.
    std::string text = "\xEF\xBB\xBF";
    for (const TemplateColumn& column : template_columns(kind)) {
        text += (text.size() > 3 ? ";" : "") + column.heading;
    }
    return write_file_atomically(file, text + "\n");
}

} // namespace dostyk::intake
