/// \file
/// The selected entity, to be edited: every field of its kind with its claims.

#pragma once

#include "editor/field_edit.hpp"
#include "ui/fields.hpp"

#include <string>

namespace dostyk::ui {

class InspectorPanel {
public:
    void draw(Canvas& canvas, const model::Entity& entity);

private:
    void draw_field(Canvas& canvas, const model::Entity& entity, const model::FieldRule& rule);
    void draw_claim(Canvas& canvas, const model::Entity& entity, const model::FieldRule& rule,
                    const editor::ClaimPlace& place, const model::Claim& claim, bool has_rivals);
    void draw_value(Canvas& canvas, const model::FieldRule& rule, const editor::ClaimPlace& place,
                    const model::Value& value);
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
    void draw_source_picker(Canvas& canvas, const editor::ClaimPlace& place,
                            const model::Claim& claim);
    void draw_about(Canvas& canvas, const model::Entity& entity, const model::FieldRule& rule,
                    const editor::ClaimPlace& place, const model::Claim& claim, bool has_rivals);
    void draw_field_picker(Canvas& canvas, const model::Entity& entity,
                           const model::KindRule& kind);
    void draw_translation_counter(Canvas& canvas, const model::Entity& entity) const;
    void draw_remove(Canvas& canvas, const model::Entity& entity);
    [[nodiscard]] std::vector<PickItem> candidates(const Canvas& canvas,
                                                   const model::FieldRule& rule) const;

    std::string m_entity; ///< Whose drafts these are
    Drafts m_drafts;
    Picker m_picker;
};

} // namespace dostyk::ui
