#include "core/format.hpp"
#include "model/precedence.hpp"
#include "model/schema.hpp"
#include "ui/panels/inspector_panel.hpp"
#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace dostyk::ui {

namespace {

model::NameResolver resolver_of(const Canvas& canvas)
{
    return model::make_resolver(canvas.workspace.project(), canvas.input.unit_names, canvas.pack(),
                                canvas.language);
}

std::string field_text(const Canvas& canvas, const model::Entity& source, std::string_view field)
{
    const model::KindRule* kind = model::find_kind(source.kind);
    const model::FieldRule* rule = kind != nullptr ? find_field(*kind, field) : nullptr;
    const model::Claim* claim = find_claim(source, field, canvas.pack());
    const bool is_known = rule != nullptr && claim != nullptr &&
                          !std::holds_alternative<std::monostate>(claim->value);
    return is_known ? model::text_of(claim->value, *rule, canvas.language, resolver_of(canvas))
                    : std::string{};
}

std::string joined(std::string line, const std::string& part)
{
    return part.empty() ? line : line + (line.empty() ? "" : ", ") + part;
}

/// "Silk Way TV, April 2024": who says so and when; the title too where it is asked for.
std::string source_line(const Canvas& canvas, const model::Entity& source, bool has_title)
{
    std::string line = has_title ? field_text(canvas, source, "title") : std::string{};
    line = joined(std::move(line), field_text(canvas, source, "publisher"));
    line = joined(std::move(line), field_text(canvas, source, "date"));
    return line.empty() ? model::name_of(source, canvas.pack(), canvas.language) : line;
}

void draw_source(Canvas& canvas, const model::Entity& source, bool has_title)
{
    small_print(canvas, canvas.theme.icon("source") + " " + source_line(canvas, source, has_title));
    if (ImGui::IsItemHovered()) {
        canvas.hovered_name = {source.id, ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                               canvas.tooltip_level};
    }
    if (ImGui::IsItemClicked()) {
        canvas.workspace.select(source.id);
    }
}

/// Who says so, short: the titles stand at the end of the card and in the tooltips.
void draw_sources(Canvas& canvas, const std::vector<std::string>& sources)
{
    for (const std::string& id : sources) {
        if (const model::Entity* source = canvas.workspace.project().find(id)) {
            draw_source(canvas, *source, false);
        }
    }
}

void draw_value(Canvas& canvas, const model::Claim& claim, const model::FieldRule& rule)
{
    const model::NameResolver resolve = resolver_of(canvas);
    const auto* refs = std::get_if<model::Refs>(&claim.value);
    if (refs == nullptr) {
        const std::string text = model::text_of(claim.value, rule, canvas.language, resolve);
        paragraph(canvas,
                  std::holds_alternative<model::Word>(claim.value) ? sentence_case(text) : text,
                  std::holds_alternative<std::monostate>(claim.value));
        return;
    }
    for (const std::string& id : refs->ids) {
        if (canvas.workspace.project().find(id) != nullptr) {
            entity_link(canvas, id, resolve(id));
        } else {
            paragraph(canvas, resolve(id));
        }
    }
}

} // namespace

void draw_claim(Canvas& canvas, const model::Claim& claim, const model::FieldRule& rule,
                bool has_rivals)
{
    if (has_rivals && claim.chosen) {
        badge(canvas, "check", canvas.say("card.chosen"), canvas.colors().good);
    }
    draw_value(canvas, claim, rule);
    std::string about = claim.at.empty() ? std::string{} : format_date(claim.at, canvas.language);
    if (const std::string flags = model::flags_text(claim.flags, canvas.language); !flags.empty()) {
        about += (about.empty() ? "" : " · ") + flags;
    }
    if (!about.empty()) {
        small_print(canvas, about);
    }
    if (!claim.note.is_empty()) {
        small_print(canvas, claim.note.in(canvas.language));
    }
    draw_sources(canvas, claim.sources);
}

void draw_following(Canvas& canvas, const model::Entity& entity, const model::FieldRule& rule)
{
    const model::Project& project = canvas.workspace.project();
    const auto following = model::find_following(project, entity, rule.name, canvas.pack());
    const model::Entity* from = following ? project.find(following->from) : nullptr;
    if (from == nullptr) {
        return;
    }
    push_id(canvas, rule.name);
    section(canvas, canvas.say("field." + std::string(rule.name)));
    draw_claim(canvas, following->claim, rule, false);
    small_print(canvas, canvas.say("card.following"));
    entity_link(canvas, from->id, model::name_of(*from, canvas.pack(), canvas.language));
    pop_id(canvas);
}

std::optional<GoalProgress> progress_of(const model::Project& project, const model::Entity& goal,
                                        model::Pack pack)
{
    const auto* target = model::find_value<model::Amount>(goal, "target", pack);
    const auto* refs = model::find_value<model::Refs>(goal, "indicator", pack);
    if (target == nullptr || refs == nullptr || refs->ids.empty() || target->number <= 0) {
        return std::nullopt;
    }
    const model::Entity* indicator = project.find(refs->ids.front());
    const model::Claim* reached =
        indicator != nullptr ? model::find_claim(*indicator, "value", pack) : nullptr;
    const auto* amount = reached != nullptr ? std::get_if<model::Amount>(&reached->value) : nullptr;
    if (amount == nullptr || amount->unit != target->unit) {
        return std::nullopt;
    }
    return GoalProgress{amount->number, target->number, amount->unit, reached->at,
                        reached->sources};
}

std::string progress_date(const GoalProgress& progress, Language language)
{
    return progress.at.empty()
               ? std::string{}
               : tr(language,
                    Message{"card.progress_at", {{"date", format_date(progress.at, language)}}});
}

namespace {

void draw_progress(Canvas& canvas, const model::Entity& entity)
{
    if (entity.kind != "goal") {
        return;
    }
    const auto progress = progress_of(canvas.workspace.project(), entity, canvas.pack());
    if (!progress) {
        return;
    }
    const double share = progress->reached / progress->target;
    const auto amount = [&](double number) {
        return model::text_of(model::Amount{number, progress->unit, {}}, canvas.language);
    };
    section(canvas, canvas.say("card.progress"));
    gauge(canvas, static_cast<float>(share),
          canvas.say(Message{"card.progress_text",
                             {{"percent", format_number(share * 100, canvas.language, 0)},
                              {"reached", amount(progress->reached)},
                              {"target", amount(progress->target)}}}));
    if (const std::string date = progress_date(*progress, canvas.language); !date.empty()) {
        small_print(canvas, canvas.lengthened(date));
    }
    draw_sources(canvas, progress->sources);
}

/// The name stands in the head; tags are words of the search, not of the reader.
bool is_left_out(std::string_view field)
{
    return field == "name" || field == "tags";
}

void draw_field(Canvas& canvas, const model::Entity& entity, const model::FieldRule& rule)
{
    const auto claims = model::claims_of(entity, rule.name, canvas.pack());
    if (claims.empty()) {
        draw_following(canvas, entity, rule);
        return;
    }
    if (is_left_out(rule.name)) {
        return;
    }
    section(canvas, canvas.say("field." + std::string(rule.name)));
    if (model::is_disagreeing(entity, rule.name, canvas.pack())) {
        badge(canvas, "warning", canvas.say("card.disagree"), canvas.colors().warning);
    }
    push_id(canvas, rule.name);
    for (std::size_t i = 0; i < claims.size(); ++i) {
        push_id(canvas, static_cast<int>(i));
        draw_claim(canvas, *claims[i], rule, claims.size() > 1);
        pop_id(canvas);
    }
    pop_id(canvas);
}

void draw_fields(Canvas& canvas, const model::Entity& entity)
{
    const model::KindRule* kind = model::find_kind(entity.kind);
    if (kind == nullptr) {
        return;
    }
    for (const char* common : {"description", "place"}) {
        if (const model::FieldRule* rule = find_field(*kind, common)) {
            draw_field(canvas, entity, *rule);
        }
    }
    for (const model::FieldRule& rule : kind->fields) {
        const bool is_common = rule.name == "description" || rule.name == "place";
        if (!is_common) {
            draw_field(canvas, entity, rule);
        }
    }
    if (const model::FieldRule* rule = find_field(*kind, "aliases")) {
        draw_field(canvas, entity, *rule);
    }
}

void draw_relations(Canvas& canvas, const model::Entity& entity)
{
    const auto links = model::links_of(canvas.workspace.project(), entity, canvas.pack());
    bool has_title = false;
    int row = 0;
    for (const model::Link& link : links) {
        // What a field of the card names already is not said twice.
        if (link.other == nullptr || (link.is_outgoing && link.relation == nullptr)) {
            continue;
        }
        if (!has_title) {
            hairline(canvas);
            section(canvas, canvas.say("card.relations"));
            has_title = true;
        }
        push_id(canvas, link.type);
        push_id(canvas, ++row);
        small_print(canvas, canvas.theme.icon(link.is_outgoing ? "arrow_out" : "arrow_in") + " " +
                                sentence_case(canvas.say("link." + link.type +
                                                         (link.is_outgoing ? "" : ".in"))));
        entity_link(canvas, link.other->id,
                    model::name_of(*link.other, canvas.pack(), canvas.language));
        pop_id(canvas);
        pop_id(canvas);
    }
}

/// Every source of the card with its title, once.
void draw_source_list(Canvas& canvas, const model::Entity& entity)
{
    std::vector<std::string> ids;
    for (const auto& [field, claims] : entity.fields) {
        for (const model::Claim* claim : model::claims_of(entity, field, canvas.pack())) {
            for (const std::string& id : claim->sources) {
                if (std::find(ids.begin(), ids.end(), id) == ids.end()) {
                    ids.push_back(id);
                }
            }
        }
    }
    if (ids.empty()) {
        return;
    }
    hairline(canvas);
    section(canvas, canvas.say("card.sources"));
    for (const std::string& id : ids) {
        if (const model::Entity* source = canvas.workspace.project().find(id)) {
            draw_source(canvas, *source, true);
        }
    }
}

void draw_card_buttons(Canvas& canvas, const std::string& entity)
{
    const auto tool = [&](const char* id, const char* icon, editor::ActionId action) {
        if (button(canvas, id, {.icon = icon, .hint = canvas.hint_of(action)})) {
            canvas.run(action);
        }
        ImGui::SameLine(0, canvas.px(2));
    };
    tool("back", "chevron_left", editor::ActionId::select_back);
    tool("forward", "chevron_right", editor::ActionId::select_forward);
    tool("fly", "pin", editor::ActionId::fly_to_selection);
    pin_button(canvas, entity);
    ImGui::SameLine(0, canvas.px(2));
    if (button(canvas, "edit",
               {.icon = "edit",
                .hint = canvas.hint_of(editor::ActionId::toggle_editing),
                .is_on = canvas.workspace.is_editing})) {
        canvas.run(editor::ActionId::toggle_editing);
    }
    const float edge = ImGui::GetContentRegionMax().x - canvas.px(Theme::control_height);
    ImGui::SameLine(edge);
    if (button(canvas, "close", {.icon = "close", .hint = canvas.say("card.close")})) {
        canvas.workspace.select({});
        if (!canvas.workspace.has_room_for_both_slots) {
            canvas.workspace.front_slot = editor::FrontSlot::none;
        }
    }
}

} // namespace

void draw_card_head(Canvas& canvas, const model::Entity& entity)
{
    const float mark = canvas.px(30);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_symbol(canvas, *ImGui::GetWindowDrawList(), {at.x + mark / 2 + 2, at.y + mark / 2 + 2},
                mark * 0.8F, scene::symbol_of(canvas.theme.style(), entity.kind));
    const float left = ImGui::GetCursorPosX();
    ImGui::SetCursorPos({left + mark + canvas.px(10), ImGui::GetCursorPosY() + canvas.px(7)});
    small_print(canvas, canvas.say("kind." + entity.kind));
    ImGui::SetCursorPos({left, ImGui::GetCursorPosY() + canvas.px(4)});
    heading(canvas, model::name_of(entity, canvas.pack(), canvas.language));
    const auto* place = model::find_value<model::Place>(entity, "place", canvas.pack());
    if (place != nullptr && model::is_unpublished(*place)) {
        badge(canvas, "pin", canvas.say("place.not_published"), canvas.colors().warning);
    }
    if (model::is_disagreeing(entity, canvas.pack())) {
        badge(canvas, "warning", canvas.say("card.disagree"), canvas.colors().warning);
    }
}

void draw_card_panel(Canvas& canvas, InspectorPanel& inspector)
{
    const model::Entity* entity = canvas.workspace.selected();
    if (entity == nullptr) {
        empty_state(canvas, "pin", canvas.say("card.empty"));
        return;
    }
    draw_card_buttons(canvas, entity->id);
    // Another card starts at its top.
    ImGui::PushID(entity->id.c_str());
    begin_scroll(canvas, "card");
    draw_card_head(canvas, *entity);
    if (canvas.workspace.is_editing && canvas.workspace.selection().size() > 1) {
        canvas.part = "inspector";
        inspector.draw_many(canvas, canvas.workspace.selection());
    } else if (canvas.workspace.is_editing) {
        canvas.part = "inspector";
        inspector.draw(canvas, *entity);
    } else {
        draw_progress(canvas, *entity);
        draw_fields(canvas, *entity);
        draw_relations(canvas, *entity);
        draw_source_list(canvas, *entity);
    }
    ImGui::Dummy({0, canvas.px(10)});
    ImGui::EndChild();
    ImGui::PopID();
}

} // namespace dostyk::ui
