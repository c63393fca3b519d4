#include "cli/describe.hpp"

#include "core/format.hpp"
#include "core/message.hpp"
#include "model/schema.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace dostyk::cli {

namespace {

using model::Claim;
using model::Entity;
using model::FieldRule;

/// Writes one project in one pack and language.
class Description {
public:
    Description(const model::Project& project, const model::UnitNames& unit_names, model::Pack pack,
                Language language)
    : m_project(project),
      m_pack(pack),
      m_language(language),
      m_name_of(model::make_resolver(project, unit_names, pack, language))
    {}

    std::string write()
    {
        m_text = std::string(m_project.name.in(m_language)) + "\n";
        m_text += said("pack." + std::string(name_of(m_pack))) + "\n";
        for (const model::KindRule& kind : model::kinds()) {
            // Relations are told with the entities that they join.
            if (kind.name != "relation") {
                write_kind(kind);
            }
        }
        m_text.pop_back(); // The last line end is the printer's.
        return std::move(m_text);
    }

private:
    [[nodiscard]] std::string said(const std::string& key) const
    {
        return std::string(tr(m_language, key));
    }

    void write_kind(const model::KindRule& kind)
    {
        const auto is_ours = [&](const Entity& entity) {
            return entity.kind == kind.name && is_in(entity, m_pack);
        };
        const auto count =
            std::count_if(m_project.entities.begin(), m_project.entities.end(), is_ours);
        if (count == 0) {
            return;
        }
        m_text += "\n" + said("kind." + std::string(kind.name) + ".plural") + " (" +
                  std::to_string(count) + ")\n";
        std::vector<const Entity*> entities;
        for (const Entity& entity : m_project.entities) {
            if (is_ours(entity)) {
                entities.push_back(&entity);
            }
        }
        if (kind.name == "source") {
            // All else is told: who was named stands by number, who was not comes after.
            std::stable_sort(
                entities.begin(), entities.end(),
                [&](const Entity* a, const Entity* b) { return rank_of(a->id) < rank_of(b->id); });
        }
        for (const Entity* entity : entities) {
            write_entity(*entity, kind);
        }
    }

    void write_entity(const Entity& entity, const model::KindRule& kind)
    {
        m_text += "\n  ";
        const std::size_t name_start = m_text.size();
        m_text += model::name_of(entity, m_pack, m_language);
        if (entity.kind == "source") {
            m_text.insert(name_start, "[" + number_of(entity.id) + "] ");
        }
        m_text += "\n";
        for (const FieldRule& rule : kind.fields) {
            write_field(entity, rule);
        }
        write_links(entity);
    }

    void write_field(const Entity& entity, const FieldRule& rule)
    {
        const std::vector<const Claim*> claims = claims_of(entity, rule.name, m_pack);
        const Claim* shown = find_claim(entity, rule.name, m_pack);
        if (shown == nullptr) {
            return;
        }
        const bool is_title = rule.name == "name" || rule.name == "title";
        if (is_title && claims.size() == 1) {
            write_sources_of_name(*shown);
            return;
        }
        if (model::is_disagreeing(entity, rule.name, m_pack)) {
            m_text += "    " + said("describe.disagree") + "\n";
        }
        write_claim(*shown, rule, "    " + said("field." + std::string(rule.name)) + ": ");
        for (const Claim* claim : claims) {
            if (claim != shown) {
                write_claim(*claim, rule, "      " + said("describe.also") + ": ");
            }
        }
    }

    /// The name itself stands above; what is left to say is who gives it.
    void write_sources_of_name(const Claim& claim)
    {
        const std::string remark = remark_of(claim);
        if (!remark.empty()) {
            m_text += "    " + said("field.name") + remark + "\n";
        }
    }

    void write_claim(const Claim& claim, const FieldRule& rule, const std::string& heading)
    {
        m_text += heading + model::text_of(claim.value, rule, m_language, m_name_of) +
                  remark_of(claim) + "\n";
    }

    /// " (2023; inferred) [1, 4]": period, flags and note of a claim, then its sources.
    [[nodiscard]] std::string remark_of(const Claim& claim)
    {
        std::vector<std::string> parts;
        if (!claim.at.empty()) {
            parts.push_back(format_date(claim.at, m_language));
        }
        if (claim.flags != 0) {
            parts.push_back(model::flags_text(claim.flags, m_language));
        }
        if (!claim.note.is_empty()) {
            parts.emplace_back(claim.note.in(m_language));
        }
        const std::string numbers = numbers_of(claim.sources);
        return (parts.empty() ? "" : fmt::format(" ({})", fmt::join(parts, "; "))) +
               (numbers.empty() ? "" : " [" + numbers + "]");
    }

    [[nodiscard]] std::string numbers_of(const std::vector<std::string>& sources)
    {
        std::string numbers;
        for (const std::string& source : sources) {
            numbers += (numbers.empty() ? "" : ", ") + number_of(source);
        }
        return numbers;
    }

    /// Sources are many and their titles long: a fact names its source by a number, given where
    /// the source is named first, as in a book; the list of sources at the end stands in that
    /// order.
    [[nodiscard]] std::string number_of(const std::string& source)
    {
        return std::to_string(m_numbers.try_emplace(source, m_numbers.size() + 1).first->second);
    }

    [[nodiscard]] std::size_t rank_of(const std::string& source) const
    {
        const auto number = m_numbers.find(source);
        return number == m_numbers.end() ? m_numbers.size() + 1 : number->second;
    }

    void write_links(const Entity& entity)
    {
        std::set<std::pair<std::string, const Entity*>>
            said_links; // A field and a relation may agree.
        for (const model::Link& link : links_of(m_project, entity, m_pack)) {
            // Outgoing references are fields, and told as such.
            if (link.relation == nullptr && link.is_outgoing) {
                continue;
            }
            const std::string key = "link." + link.type + (link.is_outgoing ? "" : ".in");
            if (said_links.emplace(key, link.other).second) {
                m_text += "    → " + said(key) + ": " +
                          model::name_of(*link.other, m_pack, m_language) + "\n";
            }
        }
    }

    const model::Project& m_project;
    model::Pack m_pack;
    Language m_language;
    model::NameResolver m_name_of;
    std::map<std::string, std::size_t, std::less<>> m_numbers; ///< Of the sources named so far.
    std::string m_text;
};

} // namespace

std::string describe(const model::Project& project, const model::UnitNames& unit_names,
                     model::Pack pack, Language language)
{
    return Description(project, unit_names, pack, language).write();
}

} // namespace dostyk::cli
