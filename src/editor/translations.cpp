#include "editor/translations.hpp"

#include <algorithm>
#include <utility>

namespace dostyk::editor {

namespace {

void add_gaps(const ClaimPlace& place, const std::string& stem, const Text4& text,
              std::vector<TranslationGap>& gaps)
{
    for (const Language language : all_languages) {
        if (!text.has(language)) {
            gaps.push_back({place, stem + std::string(code_of(language))});
        }
    }
}

void add_gaps(const model::Entity& entity, const model::KindRule& kind,
              std::vector<TranslationGap>& gaps)
{
    for (const model::FieldRule& rule : kind.fields) {
        const auto claims = entity.fields.find(rule.name);
        const std::size_t count = claims != entity.fields.end() ? claims->second.size() : 0;
        for (std::size_t i = 0; i < count; ++i) {
            const ClaimPlace place{entity.kind, entity.id, std::string(rule.name), i};
            const model::Value& value = claims->second[i].value;
            if (const auto* text = std::get_if<Text4>(&value)) {
                add_gaps(place, "value/", *text, gaps);
            } else if (const auto* list = std::get_if<std::vector<Text4>>(&value)) {
                for (std::size_t line = 0; line < list->size(); ++line) {
                    add_gaps(place, "value/" + std::to_string(line) + "/", (*list)[line], gaps);
                }
            }
        }
    }
}

} // namespace

std::vector<TranslationGap> find_gaps(const model::Project& project)
{
    std::vector<TranslationGap> gaps;
    for (const model::Entity& entity : project.entities) {
        if (const model::KindRule* kind = model::find_kind(entity.kind)) {
            add_gaps(entity, *kind, gaps);
        }
    }
    return gaps;
}

void Translations::look(const model::Project& project, std::uint64_t version)
{
    if (std::exchange(m_version, version) != version) {
        m_gaps = find_gaps(project);
    }
}

std::size_t Translations::count(const model::Project& project, std::uint64_t version)
{
    look(project, version);
    return m_gaps.size();
}

const TranslationGap* Translations::next(const model::Project& project, std::uint64_t version,
                                         std::string_view selected)
{
    look(project, version);
    if (m_gaps.empty()) {
        return nullptr;
    }
    const auto is_last = [&](const TranslationGap& gap) { return gap == m_last; };
    const bool is_there = m_last && m_last->place.id == selected;
    if (const auto passed = std::find_if(m_gaps.begin(), m_gaps.end(), is_last);
        is_there && passed != m_gaps.end()) {
        return passed + 1 != m_gaps.end() ? &*(passed + 1) : &m_gaps.front();
    }
    // Which entities come behind the selected one is known by the project's order alone.
    const auto& entities = project.entities;
    const auto begin = std::find_if(entities.begin(), entities.end(),
                                    [&](const auto& entity) { return entity.id == selected; });
    auto gap = m_gaps.begin();
    for (auto entity = entities.begin(); entity != begin && gap != m_gaps.end(); ++entity) {
        while (gap != m_gaps.end() && gap->place.id == entity->id) {
            ++gap;
        }
    }
    return gap != m_gaps.end() ? &*gap : &m_gaps.front();
}

void Translations::answer(const TranslationGap* gap)
{
    m_is_asked = false;
    m_is_wanted = gap != nullptr;
    m_last = gap != nullptr ? std::optional(*gap) : std::nullopt;
}

bool Translations::takes_keys(const ClaimPlace& place, std::string_view member)
{
    const bool is_it = m_is_wanted && m_last && m_last->place == place && m_last->member == member;
    m_is_wanted = m_is_wanted && !is_it;
    return is_it;
}

} // namespace dostyk::editor
