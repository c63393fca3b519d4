/// \file
/// The selected entity, to be edited: every field of its kind with its claims.

#pragma once

#include "editor/field_edit.hpp"
#include "ui/fields.hpp"

#include <string>
#include <vector>

namespace dostyk::ui {

class InspectorPanel {
public:
    void draw(Canvas& canvas, const model::Entity& entity);
    /// The fields that several entities have in common; a dash where their values differ.
    void draw_many(Canvas& canvas, const std::vector<std::string>& ids);

private:
    void draw_field(Canvas& canvas, const model::Entity& entity, const model::FieldRule& rule);
    void draw_claim(Canvas& canvas, const model::Entity& entity, const model::FieldRule& rule,
                    const editor::ClaimPlace& place, const model::Claim& claim, bool has_rivals);
    void draw_value(Canvas& canvas, const model::FieldRule& rule, const editor::ClaimPlace& place,
                    const model::Value& value);
    /// The other languages' names of what the map or the project calls so, to be filled in.
    void draw_known_names(Canvas& canvas, const model::FieldRule& rule,
                          const editor::ClaimPlace& place, const Text4& text);
    void draw_translations(Canvas& canvas, const editor::ClaimPlace& place, const Text4& text);
    void draw_list(Canvas& canvas, const model::FieldRule& rule, const editor::ClaimPlace& place,
                   const std::vector<Text4>& list);
    void draw_refs(Canvas& canvas, const model::FieldRule& rule, const editor::ClaimPlace& place,
                   const model::Refs& refs);
    void draw_place(Canvas& canvas, const model::FieldRule& rule, const editor::ClaimPlace& place,
                    const model::Value& value);
    void draw_typed(Canvas& canvas, const model::FieldRule& rule, const editor::ClaimPlace& place,
                    const model::Value& value);
    void draw_sources(Canvas& canvas, const editor::ClaimPlace& place, const model::Claim& claim);
    void draw_suggested_source(Canvas& canvas, const editor::ClaimPlace& place,
                               const model::Claim& claim);
    /// What may be meant where no source is named: the one that was named last, else the newest
    /// plan; empty = no idea.
    [[nodiscard]] const std::string& suggested_source(const Canvas& canvas);
    void draw_source_picker(Canvas& canvas, const editor::ClaimPlace& place,
                            const model::Claim& claim);
    void draw_about(Canvas& canvas, const model::Entity& entity, const model::FieldRule& rule,
                    const editor::ClaimPlace& place, const model::Claim& claim, bool has_rivals);
    /// What few claims need: who may see it, when it is of, a note.
    void draw_details(Canvas& canvas, const editor::ClaimPlace& place, const model::Claim& claim);
    void draw_precision(Canvas& canvas, const model::FieldRule& rule,
                        const editor::ClaimPlace& place, const model::Place& shown);
    void draw_field_picker(Canvas& canvas, const model::Entity& entity,
                           const model::KindRule& kind);
    void draw_translation_counter(Canvas& canvas, const model::Entity& entity) const;
    void draw_shared_field(Canvas& canvas, const std::vector<const model::Entity*>& entities,
                           const model::FieldRule& rule);
    void draw_remove(Canvas& canvas, const model::Entity& entity);
    [[nodiscard]] std::vector<PickItem> candidates(const Canvas& canvas,
                                                   const model::FieldRule& rule) const;

    std::string m_entity; ///< Whose drafts these are
    Drafts m_drafts;
    std::string m_detailed; ///< Key of the claim whose details are open
    Picker m_picker;
    struct Known {
        std::string of;
        std::uint64_t version = 0; ///< Of the project
        std::optional<Text4> names;
    };
    Known m_known; ///< What was looked up last
    struct Plan {
        std::uint64_t version = 0; ///< Of the project
        std::string source;
    };
    Plan m_plan;
    std::string m_last_source; ///< That somebody has picked
};

} // namespace dostyk::ui
