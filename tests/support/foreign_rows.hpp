/// \file
/// A table and a small project, for tests of imports.

#pragma once

#include "intake/table.hpp"
#include "model/project.hpp"
#include "model/value_text.hpp"

#include <string>
#include <utility>
#include <vector>

namespace dostyk::test {

/// A table of text cells whose columns have names; "" is an empty cell. Rows are counted from 2.
inline intake::Table table_of(std::vector<std::string> columns,
                              std::vector<std::vector<std::string>> rows)
{
    intake::Table table;
    table.layer.name = "Sheet1";
    table.layer.fields = std::move(columns);
    std::int64_t number = 2;
    for (const auto& cells : rows) {
        geo::Feature row;
        for (const std::string& cell : cells) {
            row.attributes.push_back(cell.empty() ? geo::Value{} : geo::Value{cell});
        }
        row.attributes.resize(table.layer.fields.size());
        table.layer.features.push_back(std::move(row));
        table.row_numbers.push_back(number++);
    }
    return table;
}

inline model::Entity entity_of(std::string kind, std::string id, const std::string& name)
{
    Text4 text;
    for (const Language language : all_languages) {
        text[language] = name;
    }
    model::Claim claim;
    claim.value = text;
    claim.sources = {"paper"};
    model::Entity entity;
    entity.kind = std::move(kind);
    entity.id = std::move(id);
    entity.fields["name"] = {claim};
    return entity;
}

/// A hall with a time zone, a meeting, two persons of one name and one of another.
inline model::Project small_project()
{
    model::Project project;
    project.id = "test";
    model::Entity hall = entity_of("venue", "hall", "Большой зал");
    hall.fields["zone"] = {hall.fields["name"].front()};
    hall.fields["zone"].front().value = std::string("Asia/Bishkek");
    project.entities = {entity_of("meeting", "summit", "Саммит"),
                        entity_of("person", "anna-1", "Анна Ким"),
                        entity_of("person", "anna-2", "Анна Ким"),
                        entity_of("person", "ivan", "Иван Петров"), hall};
    return project;
}

inline model::UnitNames unit_names()
{
    const auto named = [](const char* kk, const char* ky, const char* ru, const char* en) {
        Text4 name;
        name.texts = {kk, ky, ru, en};
        return name;
    };
    return {
        {"KZ", named("Қазақстан", "Казакстан", "Казахстан", "Kazakhstan")},
        {"KG", named("Қырғызстан", "Кыргызстан", "Кыргызстан", "Kyrgyzstan")},
        {"KZ-31", named("Жамбыл облысы", "Жамбыл облусу", "Жамбылская область", "Zhambyl Region")}};
}

} // namespace dostyk::test
