/// \file
/// The rules that a meeting's programme is held to, and what is customary or assumed.

#pragma once

#include "editor/planning_rules.hpp"
#include "ui/canvas.hpp"
#include "ui/fields.hpp"

#include <cstdint>
#include <string>

namespace dostyk::ui {

class PlanningPanel {
public:
    void draw(Canvas& canvas);

private:
    /// Where the parts of a row stand: beside one another, or the controls below the words.
    struct Columns {
        float words = 0; ///< With the code in front. [px]
        float tier = 0;  ///< [px]
        bool is_beside = false;
    };
    /// What a row says in front of its controls.
    struct Words {
        std::string code; ///< Empty = the words begin at the edge
        std::string text;
        std::string detail; ///< Small, below
        bool is_changed = false;
    };

    void refresh(const Canvas& canvas, const model::Entity& meeting);
    [[nodiscard]] static Columns columns_of(const Canvas& canvas);
    void draw_tools(Canvas& canvas);
    void draw_unread(Canvas& canvas, const model::Entity& meeting) const;
    void draw_rules(Canvas& canvas, const model::Entity& meeting, const char* title, char letter);
    void draw_rule(Canvas& canvas, const model::Entity& meeting, schedule::RuleId id,
                   const Words& words);
    void draw_tier(Canvas& canvas, const model::Entity& meeting, schedule::RuleId id) const;
    void draw_weight(Canvas& canvas, const model::Entity& meeting, schedule::RuleId id);
    void draw_customs(Canvas& canvas, const model::Entity& meeting);
    void draw_custom(Canvas& canvas, const model::Entity& meeting, const schedule::Custom& custom,
                     const Words& words);
    /// A number or a time of the day, with its unit. \returns how far down it reaches. [px]
    float draw_value(Canvas& canvas, const model::Entity& meeting, const schedule::Custom& custom);
    /// Leaves the cursor where the controls begin. \returns how far down the words reach. [px]
    float draw_words(Canvas& canvas, const Words& words) const;
    [[nodiscard]] bool draw_reset(Canvas& canvas, ImVec2 controls) const;
    [[nodiscard]] bool is_wanted(const Words& words) const;

    Columns m_columns;
    Drafts m_drafts;
    std::string m_filter;
    bool m_has_changed_alone = false; ///< Rows as the catalogue has them are left out.
    editor::PlanningRules m_rules;
    std::string m_meeting;
    std::uint64_t m_version = 0; ///< Of the project
};

} // namespace dostyk::ui
