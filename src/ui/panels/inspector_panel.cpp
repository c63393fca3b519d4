#include "ui/panels/inspector_panel.hpp"

#include "core/fold.hpp"
#include "core/format.hpp"
#include "core/message.hpp"
#include "model/date_text.hpp"
#include "model/value_text.hpp"
#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace dostyk::ui {

namespace {

using editor::ClaimPlace;
using model::FieldRule;
using model::FieldType;

std::string key_of(const ClaimPlace& place, std::string_view member)
{
    return place.id + editor::pointer_of(place, member);
}

/// Commit what was typed as one run; the reason where it is refused.
std::string committed(Canvas& canvas, const editor::Command& command, const std::string& run)
{
    return canvas.workspace.submit(command, run)
               ? std::string()
               : text_of(canvas.workspace.notice()->said, canvas.language);
}

std::string upper_code(Language language)
{
    std::string code(code_of(language));
    for (char& letter : code) {
        letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
    }
    return code;
}

bool is_of_parties(FieldType type)
{
    return type == FieldType::party || type == FieldType::parties;
}

bool is_single(FieldType type)
{
    return type == FieldType::ref || type == FieldType::party;
}

/// Countries and units by their names in the language.
void add_units(const Canvas& canvas, std::vector<PickItem>& items)
{
    for (const auto& [code, name] : canvas.input.unit_names) {
        items.push_back({code, std::string(name.in(canvas.language)), {}});
    }
}

void sort_by_name(std::vector<PickItem>& items, Language language)
{
    const Collator collator(language);
    std::stable_sort(items.begin(), items.end(), [&](const PickItem& a, const PickItem& b) {
        return collator.less(a.text, b.text);
    });
}

std::vector<PickItem> words_of(const Canvas& canvas, const FieldRule& rule)
{
    std::vector<PickItem> items;
    for (const std::string_view word : rule.words) {
        items.push_back(
            {std::string(word),
             sentence_case(canvas.say("word." + std::string(rule.name) + "." + std::string(word))),
             {}});
    }
    return items;
}

} // namespace

std::vector<PickItem> InspectorPanel::candidates(const Canvas& canvas, const FieldRule& rule) const
{
    std::vector<PickItem> items;
    for (const model::Entity& entity : canvas.workspace.project().entities) {
        const bool is_wanted = rule.ref_kinds.empty()
                                   ? entity.kind != "relation" && entity.kind != "source"
                                   : std::find(rule.ref_kinds.begin(), rule.ref_kinds.end(),
                                               entity.kind) != rule.ref_kinds.end();
        if (is_wanted && is_in(entity, canvas.pack()) && entity.id != m_entity) {
            items.push_back(
                {entity.id, model::name_of(entity, canvas.pack(), canvas.language), entity.kind});
        }
    }
    if (is_of_parties(rule.type)) {
        add_units(canvas, items);
    }
    sort_by_name(items, canvas.language);
    return items;
}

void InspectorPanel::draw_translations(Canvas& canvas, const ClaimPlace& place, const Text4& text)
{
    for (const Language language : all_languages) {
        const std::string member = "value/" + std::string(code_of(language));
        m_drafts.draw(canvas, key_of(place, member), code_of(language), text[language],
                      {.prefix = upper_code(language),
                       .empty_words = canvas.say("inspector.missing_text"),
                       .takes_keys = canvas.workspace.translations().takes_keys(place, member)},
                      [&](const std::string& typed) {
                          return committed(canvas, editor::set_translation(place, language, typed),
                                           key_of(place, member));
                      });
    }
}

void InspectorPanel::draw_known_names(Canvas& canvas, const FieldRule& rule,
                                      const ClaimPlace& place, const Text4& text)
{
    const bool is_whole = std::all_of(all_languages.begin(), all_languages.end(),
                                      [&](Language each) { return text.has(each); });
    if (text.is_empty() || is_whole) {
        return;
    }
    const std::string given(text.in(canvas.language));
    if (m_known.of != given || m_known.version != canvas.workspace.project_version()) {
        m_known = {given, canvas.workspace.project_version(),
                   canvas.workspace.search_index().names_of(given)};
    }
    if (!m_known.names) {
        return;
    }
    Text4 filled = text;
    std::string added;
    for (const Language language : all_languages) {
        if (!filled.has(language) && m_known.names->has(language)) {
            filled[language] = (*m_known.names)[language];
            added += (added.empty() ? "" : " · ") + filled[language];
        }
    }
    if (!added.empty() &&
        button(canvas, "known names",
               {.icon = "globe",
                .label = canvas.say(Message{"inspector.known_names", {{"names", added}}}),
                .hint = canvas.say("inspector.known_names_hint"),
                .width = ImGui::GetContentRegionAvail().x})) {
        (void)canvas.workspace.submit(editor::set_value(place, filled, rule.type));
        m_drafts.clear();
    }
}

void InspectorPanel::draw_list(Canvas& canvas, const FieldRule& rule, const ClaimPlace& place,
                               const std::vector<Text4>& list)
{
    const auto submit = [&](std::vector<Text4> changed) {
        (void)canvas.workspace.submit(editor::set_value(place, changed, rule.type));
    };
    for (std::size_t i = 0; i < list.size(); ++i) {
        push_id(canvas, static_cast<int>(i));
        for (const Language language : all_languages) {
            const std::string member =
                "value/" + std::to_string(i) + "/" + std::string(code_of(language));
            m_drafts.draw(canvas, key_of(place, member), code_of(language), list[i][language],
                          {.prefix = upper_code(language),
                           .empty_words = canvas.say("inspector.missing_text"),
                           .takes_keys = canvas.workspace.translations().takes_keys(place, member)},
                          [&](const std::string& typed) {
                              auto changed = list;
                              changed[i][language] = typed;
                              return committed(canvas, editor::set_value(place, changed, rule.type),
                                               key_of(place, member));
                          });
        }
        if (button(canvas, "remove", {.icon = "trash", .hint = canvas.say("inspector.remove")})) {
            auto changed = list;
            changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(i));
            submit(std::move(changed));
        }
        pop_id(canvas);
    }
    if (button(canvas, "add", {.icon = "plus", .label = canvas.say("inspector.add_line")})) {
        auto changed = list;
        changed.emplace_back();
        submit(std::move(changed));
    }
}

void InspectorPanel::draw_refs(Canvas& canvas, const FieldRule& rule, const ClaimPlace& place,
                               const model::Refs& refs)
{
    const auto resolve = model::make_resolver(canvas.workspace.project(), canvas.input.unit_names,
                                              canvas.pack(), canvas.language);
    const auto submit = [&](model::Refs changed) {
        (void)canvas.workspace.submit(editor::set_value(place, changed, rule.type));
    };
    for (std::size_t i = 0; i < refs.ids.size(); ++i) {
        if (refs.ids[i].empty()) {
            continue;
        }
        if (is_single(rule.type)) {
            if (canvas.workspace.project().find(refs.ids[i]) != nullptr) {
                entity_link(canvas, refs.ids[i], resolve(refs.ids[i]));
            } else {
                paragraph(canvas, resolve(refs.ids[i]));
            }
        } else if (chip(canvas, refs.ids[i].c_str(), refs.ids[i], resolve(refs.ids[i]))) {
            model::Refs changed = refs;
            changed.ids.erase(changed.ids.begin() + static_cast<std::ptrdiff_t>(i));
            submit(std::move(changed));
        }
    }
    const auto picked = m_picker.draw(
        canvas, "pick",
        {.icon = "search",
         .label = canvas.say(is_single(rule.type) ? "inspector.pick" : "inspector.pick_another")},
        [&] { return candidates(canvas, rule); });
    if (picked) {
        model::Refs changed = refs;
        if (is_single(rule.type)) {
            changed.ids = {*picked};
        } else if (std::find(changed.ids.begin(), changed.ids.end(), *picked) ==
                   changed.ids.end()) {
            changed.ids.push_back(*picked);
        }
        submit(std::move(changed));
    }
}

void InspectorPanel::draw_place(Canvas& canvas, const FieldRule& rule, const ClaimPlace& place,
                                const model::Value& value)
{
    const auto submit = [&](const model::Place& changed) {
        (void)canvas.workspace.submit(editor::set_value(place, changed, rule.type));
    };
    const auto* shown = std::get_if<model::Place>(&value);
    if (shown != nullptr && !shown->units.empty()) {
        const auto resolve = model::make_resolver(
            canvas.workspace.project(), canvas.input.unit_names, canvas.pack(), canvas.language);
        for (std::size_t i = 0; i < shown->units.size(); ++i) {
            if (chip(canvas, shown->units[i].c_str(), shown->units[i], resolve(shown->units[i]))) {
                model::Place changed = *shown;
                changed.units.erase(changed.units.begin() + static_cast<std::ptrdiff_t>(i));
                submit(changed);
            }
        }
    } else if (shown != nullptr && shown->type == model::PlaceType::corridor) {
        paragraph(canvas, shown->corridor);
    }
    draw_typed(canvas, rule, place, value);
    if (shown != nullptr && model::is_located(shown->type)) {
        draw_precision(canvas, rule, place, *shown);
    }
    const auto picked = m_picker.draw(
        canvas, "region", {.icon = "flag", .label = canvas.say("inspector.pick_region")}, [&] {
            std::vector<PickItem> items;
            add_units(canvas, items);
            sort_by_name(items, canvas.language);
            return items;
        });
    if (picked) {
        model::Place changed;
        if (shown != nullptr && shown->type != model::PlaceType::point) {
            changed = *shown;
        }
        changed.units.push_back(*picked);
        submit(changed);
    }
}

void InspectorPanel::draw_precision(Canvas& canvas, const FieldRule& rule, const ClaimPlace& place,
                                    const model::Place& shown)
{
    constexpr std::array words{"exact", "settlement", "approximate"}; // as Precision has them
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto precision = static_cast<model::Precision>(i);
        const std::string label = canvas.say(std::string("precision.") + words[i]);
        if (list_row(canvas, words[i],
                     {.text = label,
                      .icon = shown.precision == precision ? "check" : "",
                      .is_on = shown.precision == precision}) &&
            shown.precision != precision) {
            model::Place changed = shown;
            changed.precision = precision;
            (void)canvas.workspace.submit(editor::set_value(place, changed, rule.type));
        }
    }
}

void InspectorPanel::draw_typed(Canvas& canvas, const FieldRule& rule, const ClaimPlace& place,
                                const model::Value& value)
{
    const std::string key = key_of(place, "value");
    const std::string text = editor::typed_text(value, canvas.language);
    m_drafts.draw(
        canvas, key, "value", text,
        {.empty_words = canvas.say(rule.type == FieldType::place ? "inspector.coordinates"
                                                                 : "inspector.not_known")},
        [&](const std::string& typed) {
            auto read = editor::parse_value(typed, rule);
            if (!read) {
                return text_of(read.error(), canvas.language);
            }
            if (auto* at = std::get_if<model::Place>(&*read)) {
                // How exact it is stays what it was; the point alone was typed.
                const auto* was = std::get_if<model::Place>(&value);
                at->precision = was != nullptr ? was->precision : at->precision;
            }
            return committed(canvas, editor::set_value(place, *read, rule.type), key);
        });
    if (rule.type == FieldType::date && !text.empty()) {
        small_print(canvas, format_date(text, canvas.language));
        if (const auto instant = model::instant_of(text)) {
            const ZonedTime astana = time_in("Asia/Almaty", *instant);
            const ZonedTime bishkek = time_in("Asia/Bishkek", *instant);
            small_print(canvas,
                        canvas.say(Message{"inspector.clocks",
                                           {{"astana", astana.time}, {"bishkek", bishkek.time}}}));
        }
    }
}

void InspectorPanel::draw_value(Canvas& canvas, const FieldRule& rule, const ClaimPlace& place,
                                const model::Value& value)
{
    switch (rule.type) {
    case FieldType::text4: {
        const auto* text = std::get_if<Text4>(&value);
        draw_translations(canvas, place, text != nullptr ? *text : Text4{});
        draw_known_names(canvas, rule, place, text != nullptr ? *text : Text4{});
        break;
    }
    case FieldType::list: {
        const auto* list = std::get_if<std::vector<Text4>>(&value);
        draw_list(canvas, rule, place, list != nullptr ? *list : std::vector<Text4>{});
        break;
    }
    case FieldType::word: {
        const auto* word = std::get_if<model::Word>(&value);
        const std::string shown =
            word == nullptr
                ? canvas.say("inspector.not_known")
                : sentence_case(canvas.say("word." + std::string(rule.name) + "." + word->word));
        if (const auto picked =
                m_picker.draw(canvas, "word", {.icon = "chevron_down", .label = shown},
                              [&] { return words_of(canvas, rule); })) {
            (void)canvas.workspace.submit(
                editor::set_value(place, model::Word{*picked}, rule.type));
        }
        break;
    }
    case FieldType::flag: {
        const bool is_set = std::holds_alternative<bool>(value) && std::get<bool>(value);
        if (button(canvas, "flag",
                   {.icon = is_set ? "check" : "minus",
                    .label = sentence_case(canvas.say(is_set ? "value.yes" : "value.no")),
                    .look = ButtonLook::filled})) {
            (void)canvas.workspace.submit(editor::set_value(place, !is_set, rule.type));
        }
        break;
    }
    case FieldType::ref:
    case FieldType::refs:
    case FieldType::party:
    case FieldType::parties: {
        const auto* refs = std::get_if<model::Refs>(&value);
        draw_refs(canvas, rule, place, refs != nullptr ? *refs : model::Refs{});
        break;
    }
    case FieldType::place:
        draw_place(canvas, rule, place, value);
        break;
    default:
        draw_typed(canvas, rule, place, value);
    }
}

} // namespace dostyk::ui
