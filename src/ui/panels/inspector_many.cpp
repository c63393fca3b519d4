// Several entities in the inspector: the fields that they have in common.

#include "editor/many_edit.hpp"
#include "ui/panels/inspector_panel.hpp"
#include "ui/widgets.hpp"

#include <algorithm>

namespace dostyk::ui {

void InspectorPanel::draw_shared_field(Canvas& canvas,
                                       const std::vector<const model::Entity*>& entities,
                                       const model::FieldRule& rule)
{
    const editor::CellView view{canvas.pack(), canvas.language};
    const editor::SharedText shared = editor::shared_text(entities, rule, view);
    const auto give = [&](const std::string& text) {
        const auto edit = editor::edit_all(entities, rule, text, view);
        if (!edit) {
            return text_of(edit.error(), canvas.language);
        }
        if (!edit->parts.empty()) {
            (void)canvas.workspace.submit(*edit, "many " + std::string(rule.name));
        }
        return std::string();
    };
    push_id(canvas, rule.name);
    section(canvas, canvas.say("field." + std::string(rule.name)));
    if (rule.type == model::FieldType::word) {
        const std::string label =
            shared.is_mixed ? std::string("–")
            : shared.text.empty()
                ? canvas.say("inspector.not_known")
                : canvas.say("word." + std::string(rule.name) + "." + shared.text);
        const auto picked =
            m_picker.draw(canvas, "word", {.icon = "chevron_down", .label = label}, [&] {
                std::vector<PickItem> items;
                for (const std::string_view word : rule.words) {
                    items.push_back(
                        {std::string(word),
                         canvas.say("word." + std::string(rule.name) + "." + std::string(word)),
                         {}});
                }
                return items;
            });
        if (picked) {
            (void)give(*picked);
        }
    } else {
        const std::string words =
            shared.is_mixed ? std::string("–") : canvas.say("inspector.not_known");
        m_drafts.draw(canvas, "many " + std::string(rule.name), "value", shared.text,
                      {.empty_words = words}, [&](const std::string& typed) {
                          return typed == shared.text ? std::string() : give(typed);
                      });
    }
    pop_id(canvas);
}

void InspectorPanel::draw_many(Canvas& canvas, const std::vector<std::string>& ids)
{
    std::vector<const model::Entity*> entities;
    std::string together;
    for (const std::string& id : ids) {
        if (const model::Entity* entity = canvas.workspace.project().find(id)) {
            entities.push_back(entity);
            together += " " + id;
        }
    }
    if (m_entity != together) {
        m_entity = together;
        m_drafts.clear();
        canvas.workspace.edits().end_run();
    }
    const bool is_of_one_kind =
        !entities.empty() &&
        std::all_of(entities.begin(), entities.end(), [&](const model::Entity* entity) {
            return entity->kind == entities.front()->kind;
        });
    paragraph(canvas,
              canvas.say(Message{"inspector.many", {{"count", std::to_string(entities.size())}}}));
    const model::KindRule* kind =
        is_of_one_kind ? model::find_kind(entities.front()->kind) : nullptr;
    if (kind == nullptr) {
        paragraph(canvas, canvas.say("inspector.many_kinds"), true);
        return;
    }
    for (const model::FieldRule& rule : kind->fields) {
        if (editor::is_written_in_cells(rule.type)) {
            draw_shared_field(canvas, entities, rule);
        }
    }
}

} // namespace dostyk::ui
