// Claims in the inspector: who says so, which one counts, and fields that have none yet.

#include "core/message.hpp"
#include "model/precedence.hpp"
#include "model/value_text.hpp"
#include "ui/panels/inspector_panel.hpp"
#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <algorithm>

namespace dostyk::ui {

namespace {

using editor::ClaimPlace;

std::vector<PickItem> sources_of(const Canvas& canvas)
{
    std::vector<PickItem> items;
    for (const model::Entity& entity : canvas.workspace.project().entities) {
        if (entity.kind == "source") {
            items.push_back(
                {entity.id, model::name_of(entity, canvas.pack(), canvas.language), entity.kind});
        }
    }
    return items;
}

/// The source of the plan that was made last; empty where none was.
std::string newest_plan(const model::Project& project)
{
    std::string newest, newest_day;
    for (const model::Entity& entity : project.entities) {
        const auto* url = model::find_value<std::string>(entity, "url", model::Pack::enriched);
        const auto* day = model::find_value<model::DateText>(entity, "read", model::Pack::enriched);
        const bool is_plan = entity.kind == "source" && url != nullptr && url->starts_with("plan:");
        if (is_plan && day != nullptr && day->iso >= newest_day) {
            newest = entity.id;
            newest_day = day->iso;
        }
    }
    return newest;
}

/// In the list of sources: one that is not there yet.
constexpr std::string_view new_source = "+";

/// A source of its own for a claim, opened to be filled in; Alt+Left leads back.
void add_source(Canvas& canvas, const ClaimPlace& place, const model::Claim& claim)
{
    const std::string id = canvas.workspace.free_id("source");
    auto sources = claim.sources;
    sources.push_back(id);
    const editor::Group both{
        {editor::Insert{"source", id,
                        R"({"fields": {"title": [{"value": null}], "url": [{"value": null}]}})"},
         editor::set_sources(place, sources)}};
    if (canvas.workspace.submit(both)) {
        (void)canvas.workspace.take_edits();
        canvas.workspace.select(id);
    }
}

} // namespace

const std::string& InspectorPanel::suggested_source(const Canvas& canvas)
{
    const model::Project& project = canvas.workspace.project();
    if (!m_last_source.empty() && project.find(m_last_source) != nullptr) {
        return m_last_source;
    }
    if (m_plan.version != canvas.workspace.project_version()) {
        m_plan = {canvas.workspace.project_version(), newest_plan(project)};
    }
    return m_plan.source;
}

/// One press for what is said again and again.
void InspectorPanel::draw_suggested_source(Canvas& canvas, const ClaimPlace& place,
                                           const model::Claim& claim)
{
    const std::string& id = suggested_source(canvas);
    const model::Entity* source = canvas.workspace.project().find(id);
    if (source == nullptr || (claim.flags & model::flag::drawn) != 0) {
        return; // what is drawn by hand is nobody's word
    }
    if (button(canvas, "suggested source",
               {.icon = "source",
                .label = model::name_of(*source, canvas.pack(), canvas.language),
                .hint = canvas.say("inspector.suggested_source"),
                .look = ButtonLook::filled})) {
        (void)canvas.workspace.submit(editor::set_sources(place, {id}));
    }
}

void InspectorPanel::draw_sources(Canvas& canvas, const ClaimPlace& place,
                                  const model::Claim& claim)
{
    if (place.kind == "source") {
        return; // a source speaks for itself
    }
    for (std::size_t i = 0; i < claim.sources.size(); ++i) {
        const model::Entity* source = canvas.workspace.project().find(claim.sources[i]);
        const std::string name = source != nullptr
                                     ? model::name_of(*source, canvas.pack(), canvas.language)
                                     : claim.sources[i];
        push_id(canvas, static_cast<int>(i));
        if (chip(canvas, "source", claim.sources[i], canvas.theme.icon("source") + " " + name)) {
            auto sources = claim.sources;
            sources.erase(sources.begin() + static_cast<std::ptrdiff_t>(i));
            (void)canvas.workspace.submit(editor::set_sources(place, sources));
        }
        pop_id(canvas);
    }
    if (claim.sources.empty() && (claim.flags & model::flag::own_work) == 0) {
        badge(canvas, "warning", canvas.say("inspector.no_source"), canvas.colors().warning);
        draw_suggested_source(canvas, place, claim);
    }
}

void InspectorPanel::draw_source_picker(Canvas& canvas, const ClaimPlace& place,
                                        const model::Claim& claim)
{
    const auto picked = m_picker.draw(
        canvas, "add source",
        {.icon = "source", .label = canvas.say("inspector.add_source"), .is_icon_alone = true},
        [&] {
            auto items = sources_of(canvas);
            items.insert(items.begin(),
                         {std::string(new_source), canvas.say("inspector.new_source"), "source"});
            return items;
        });
    const auto& has = claim.sources;
    if (picked == new_source) {
        add_source(canvas, place, claim);
        return;
    }
    if (picked && std::find(has.begin(), has.end(), *picked) == has.end()) {
        m_last_source = *picked;
        auto sources = has;
        sources.push_back(*picked);
        (void)canvas.workspace.submit(editor::set_sources(place, sources));
    }
}

void InspectorPanel::draw_about(Canvas& canvas, const model::Entity& entity,
                                const model::FieldRule& rule, const ClaimPlace& place,
                                const model::Claim& claim, bool has_rivals)
{
    if (has_rivals &&
        button(canvas, "choose",
               {.icon = "check",
                .label = canvas.say(claim.chosen ? "card.chosen" : "inspector.choose"),
                .is_on = claim.chosen}) &&
        !claim.chosen) {
        (void)canvas.workspace.submit(editor::choose_claim(entity, place));
    }
    if (has_rivals) {
        ImGui::SameLine(0, canvas.px(4));
    }
    if (place.kind != "source") {
        draw_source_picker(canvas, place, claim);
        ImGui::SameLine(0, canvas.px(4));
    }
    const bool is_doubtful = (claim.flags & model::flag::unconfirmed) != 0;
    if (button(canvas, "unconfirmed",
               {.icon = "warning", .hint = canvas.say("flag.unconfirmed"), .is_on = is_doubtful})) {
        const auto flags = static_cast<std::uint16_t>(claim.flags ^ model::flag::unconfirmed);
        (void)canvas.workspace.submit(editor::set_flags(place, flags));
    }
    ImGui::SameLine(0, canvas.px(4));
    if (button(canvas, "remove claim",
               {.icon = "trash", .hint = canvas.say("inspector.remove_claim")})) {
        (void)canvas.workspace.submit(editor::remove_claim(entity, place));
    }
    ImGui::SameLine(0, canvas.px(4));
    if (button(canvas, "add claim", {.icon = "plus", .hint = canvas.say("inspector.add_claim")})) {
        (void)canvas.workspace.submit(
            editor::add_claim(entity, rule, editor::empty_value(rule), {}, canvas.pack()));
    }
    ImGui::SameLine(0, canvas.px(4));
    const std::string key = editor::pointer_of(place, "details");
    const bool is_open = m_detailed == key;
    if (button(canvas, "details",
               {.icon = is_open ? "chevron_up" : "chevron_down",
                .hint = canvas.say("inspector.details"),
                .is_on = is_open})) {
        m_detailed = is_open ? std::string() : key;
    }
    if (is_open) {
        draw_details(canvas, place, claim);
    }
}

void InspectorPanel::draw_details(Canvas& canvas, const ClaimPlace& place,
                                  const model::Claim& claim)
{
    if (button(canvas, "restricted",
               {.icon = claim.restricted ? "lock" : "unlock",
                .label = canvas.say("inspector.restricted"),
                .is_on = claim.restricted})) {
        (void)canvas.workspace.submit(editor::set_restricted(place, !claim.restricted));
    }
    const bool is_assumed = (claim.flags & model::flag::assumed) != 0;
    if (button(canvas, "assumed",
               {.icon = "edit", .label = canvas.say("flag.assumed"), .is_on = is_assumed})) {
        const auto flags = static_cast<std::uint16_t>(claim.flags ^ model::flag::assumed);
        (void)canvas.workspace.submit(editor::set_flags(place, flags));
    }
    small_print(canvas, canvas.say("inspector.at"));
    const auto commit = [&](const editor::Command& command, const std::string& run) {
        return canvas.workspace.submit(command, run)
                   ? std::string()
                   : text_of(canvas.workspace.notice()->said, canvas.language);
    };
    const std::string at_key = editor::pointer_of(place, "at") + place.id;
    m_drafts.draw(canvas, at_key, "at", claim.at, {.empty_words = canvas.say("inspector.no_at")},
                  [&](const std::string& typed) {
                      return typed == claim.at ? std::string()
                                               : commit(editor::set_at(place, typed), at_key);
                  });
    small_print(canvas, canvas.say("inspector.note"));
    for (const Language language : all_languages) {
        const std::string key =
            editor::pointer_of(place, "note/" + std::string(code_of(language))) + place.id;
        m_drafts.draw(canvas, key, "note " + std::string(code_of(language)), claim.note[language],
                      {.prefix = std::string(code_of(language)),
                       .empty_words = canvas.say("inspector.no_note")},
                      [&](const std::string& typed) {
                          Text4 note = claim.note;
                          note[language] = typed;
                          return note == claim.note ? std::string()
                                                    : commit(editor::set_note(place, note), key);
                      });
    }
}

void InspectorPanel::draw_claim(Canvas& canvas, const model::Entity& entity,
                                const model::FieldRule& rule, const ClaimPlace& place,
                                const model::Claim& claim, bool has_rivals)
{
    push_id(canvas, static_cast<int>(place.index));
    draw_value(canvas, rule, place, claim.value);
    if (!claim.at.empty() || claim.flags != 0) {
        std::string about = claim.at;
        if (const std::string flags = model::flags_text(claim.flags, canvas.language);
            !flags.empty()) {
            about += (about.empty() ? "" : " · ") + flags;
        }
        small_print(canvas, about);
    }
    draw_sources(canvas, place, claim);
    draw_about(canvas, entity, rule, place, claim, has_rivals);
    pop_id(canvas);
}

void InspectorPanel::draw_field(Canvas& canvas, const model::Entity& entity,
                                const model::FieldRule& rule)
{
    push_id(canvas, rule.name);
    section(canvas, canvas.say("field." + std::string(rule.name)) + (rule.is_required ? " *" : ""));
    if (model::is_disagreeing(entity, rule.name, canvas.pack())) {
        badge(canvas, "warning", canvas.say("card.disagree"), canvas.colors().warning);
    }
    const auto found = entity.fields.find(rule.name);
    const std::size_t count = found == entity.fields.end() ? 0 : found->second.size();
    for (std::size_t i = 0; i < count; ++i) {
        const ClaimPlace place{entity.kind, entity.id, std::string(rule.name), i};
        draw_claim(canvas, entity, rule, place, found->second[i], count > 1);
    }
    pop_id(canvas);
}

/// What may be added: a list, so that what is there is not lost among what is not.
void InspectorPanel::draw_field_picker(Canvas& canvas, const model::Entity& entity,
                                       const model::KindRule& kind)
{
    hairline(canvas);
    const auto picked = m_picker.draw(
        canvas, "add field", {.icon = "plus", .label = canvas.say("inspector.add_field")}, [&] {
            std::vector<PickItem> items;
            for (const model::FieldRule& rule : kind.fields) {
                if (!entity.fields.contains(rule.name)) {
                    items.push_back({std::string(rule.name),
                                     canvas.say("field." + std::string(rule.name)),
                                     {}});
                }
            }
            return items;
        });
    const model::FieldRule* rule = picked ? find_field(kind, *picked) : nullptr;
    if (rule != nullptr) {
        (void)canvas.workspace.submit(
            editor::add_claim(entity, *rule, editor::empty_value(*rule), {}, canvas.pack()));
    }
}

void InspectorPanel::draw_translation_counter(Canvas& canvas, const model::Entity& entity) const
{
    std::string missing;
    for (const Language language : all_languages) {
        if (const int count = editor::missing_translations(entity, language); count > 0) {
            missing += (missing.empty() ? "" : " · ") + std::string(code_of(language)) + " " +
                       std::to_string(count);
        }
    }
    if (missing.empty()) {
        badge(canvas, "check", canvas.say("inspector.translated"), canvas.colors().good);
    } else {
        badge(canvas, "language",
              canvas.say(Message{"inspector.to_translate", {{"missing", missing}}}),
              canvas.colors().warning);
    }
    const std::size_t left = canvas.workspace.untranslated();
    if (left > 0 && button(canvas, "next untranslated",
                           {.icon = "chevron_right",
                            .label = canvas.say(Message{"inspector.next_untranslated",
                                                        {{"count", std::to_string(left)}}}),
                            .hint = canvas.hint_of(editor::ActionId::next_untranslated)})) {
        canvas.run(editor::ActionId::next_untranslated);
    }
}

void InspectorPanel::draw_remove(Canvas& canvas, const model::Entity& entity)
{
    if (button(canvas, "remove entity",
               {.icon = "trash", .label = canvas.say("inspector.remove_entity")})) {
        (void)canvas.workspace.submit(editor::Remove{entity.kind, entity.id});
    }
}

void InspectorPanel::draw(Canvas& canvas, const model::Entity& entity)
{
    if (m_entity != entity.id) {
        m_entity = entity.id;
        m_drafts.clear();
        canvas.workspace.edits().end_run();
    }
    const model::KindRule* kind = model::find_kind(entity.kind);
    if (kind == nullptr) {
        return;
    }
    draw_translation_counter(canvas, entity);
    for (const model::FieldRule& rule : kind->fields) {
        if (entity.fields.contains(rule.name)) {
            draw_field(canvas, entity, rule);
        } else if (model::is_following(entity.kind, rule.name)) {
            draw_following(canvas, entity, rule);
        } else if (rule.is_required) {
            badge(canvas, "warning",
                  canvas.say(Message{"inspector.required",
                                     {{"field", canvas.say("field." + std::string(rule.name))}}}),
                  canvas.colors().warning);
        }
    }
    draw_field_picker(canvas, entity, *kind);
    draw_remove(canvas, entity);
}

} // namespace dostyk::ui
