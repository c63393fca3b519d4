#pragma once

#include "model/project.hpp"

#include <string>
#include <utility>

namespace dostyk::test {

/// The same text in all four languages.
inline Text4 text4(const std::string& text)
{
    return Text4{{text, text, text, text}};
}

/// A claim of the strict pack with one source.
inline model::Claim claim(model::Value value)
{
    model::Claim made;
    made.value = std::move(value);
    made.sources = {"paper"};
    return made;
}

inline model::Claim enriched(model::Value value, bool is_chosen = false)
{
    model::Claim made = claim(std::move(value));
    made.pack = model::Pack::enriched;
    made.chosen = is_chosen;
    return made;
}

inline model::Claim dated(model::Value value, std::string at)
{
    model::Claim made = claim(std::move(value));
    made.at = std::move(at);
    return made;
}

/// A strict entity with a name.
inline model::Entity entity(std::string kind, std::string id)
{
    model::Entity made;
    made.fields["name"] = {claim(text4("Name of " + id))};
    made.kind = std::move(kind);
    made.id = std::move(id);
    return made;
}

inline model::Entity source(std::string id)
{
    model::Entity made;
    made.kind = "source";
    made.id = std::move(id);
    made.fields["title"] = {claim(std::string("A paper"))};
    made.fields["url"] = {claim(std::string("https://example.org"))};
    made.fields["title"][0].sources.clear();
    made.fields["url"][0].sources.clear();
    return made;
}

inline model::Refs refs(std::vector<std::string> ids)
{
    return model::Refs{std::move(ids)};
}

/// The source "paper" and the given entities.
inline model::Project project(std::vector<model::Entity> entities)
{
    model::Project made;
    made.id = "test";
    made.name = text4("Test");
    made.entities = std::move(entities);
    made.entities.push_back(source("paper"));
    return made;
}

} // namespace dostyk::test
