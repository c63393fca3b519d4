#include "ui/panels/interpreters_panel.hpp"

#include "ui/panels/panels.hpp"
#include "ui/panels/planned_meeting.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <utility>

namespace dostyk::ui {

namespace {

using schedule::Index;
using schedule::InterpreterLoad;
using schedule::SpeechNeed;

/// [px at scale 1]
constexpr float least_beside = 900, people_share = 0.42F, gap = 6, bar_height = 3;
constexpr float look_again_s = 0.1F;

std::string key_of(const schedule::Problem& problem, const SpeechNeed& need)
{
    return problem.session(need.session).id + " " +
           problem.pairs[static_cast<std::size_t>(need.pair)];
}

} // namespace

std::string InterpretersPanel::name_of(const Canvas& canvas, Index interpreter) const
{
    const std::string& id = m_ledger.meeting()->problem().attendee(interpreter).id;
    return model::name_of(*m_ledger.meeting()->project().find(id), model::Pack::enriched,
                          canvas.language);
}

/// "kk–ky, kk–ru · simultaneous"
std::string InterpretersPanel::skills_of(const Canvas& canvas, Index interpreter) const
{
    const std::string& id = m_ledger.meeting()->problem().attendee(interpreter).id;
    const model::Entity& entity = *m_ledger.meeting()->project().find(id);
    const auto* pairs = model::find_value<std::vector<std::string>>(entity, "language_pairs",
                                                                    model::Pack::enriched);
    std::string text;
    for (const std::string& pair : pairs != nullptr ? *pairs : std::vector<std::string>()) {
        text += (text.empty() ? "" : ", ") + schedule::languages_text(pair);
    }
    const auto* way =
        model::find_value<model::Word>(entity, "interpretation", model::Pack::enriched);
    return way != nullptr ? text + " · " + canvas.say("word.interpretation." + way->word) : text;
}

std::size_t InterpretersPanel::covered() const
{
    const auto& needs = m_ledger.cover().needs;
    return static_cast<std::size_t>(std::count_if(
        needs.begin(), needs.end(), [](const SpeechNeed& need) { return need.is_covered(); }));
}

void InterpretersPanel::refresh(Canvas& canvas)
{
    const editor::Programme& programme = canvas.workspace.programme();
    m_ledger.follow(programme);
    if (m_version == programme.version() && m_language == canvas.language) {
        return;
    }
    m_version = programme.version();
    m_language = canvas.language;
    m_rows.clear();
    const auto telling = m_ledger.meeting()->telling(canvas.language, canvas.input.unit_names);
    for (const SpeechNeed& need : m_ledger.cover().needs) {
        const schedule::Placement& placement = telling.plan[need.session];
        m_rows.push_back(
            {telling.name_of(telling.problem.session(need.session).id),
             time_text(telling, placement.start, placement.venue) + " · " +
                 pair_text(telling, need.pair),
             need.is_covered() ? names_text(telling, need.there) : text_of(need, telling)});
    }
    read_people(canvas);
    m_told.reset();
}

void InterpretersPanel::read_people(const Canvas& canvas)
{
    m_people.clear();
    for (const InterpreterLoad& load : m_ledger.cover().loads) {
        const std::string detail =
            skills_of(canvas, load.interpreter) + "\n" +
            canvas.say(Message{"interpreters.load",
                               {{"sessions", std::to_string(load.sessions)},
                                {"spoken", schedule::duration_text(load.spoken, canvas.language)},
                                {"able", schedule::duration_text(load.able, canvas.language)}}}) +
            (load.is_too_much ? " · " + canvas.say("interpreters.too_much") : std::string());
        m_people.push_back({m_ledger.meeting()->problem().attendee(load.interpreter).id,
                            name_of(canvas, load.interpreter), detail});
    }
}

void InterpretersPanel::apply(Canvas& canvas, const editor::Command& command)
{
    (void)canvas.workspace.submit(command);
}

void InterpretersPanel::draw_tools(Canvas& canvas)
{
    const bool is_looking = m_ledger.stage() == editor::InterpreterLedger::Stage::looking;
    const Index without = m_ledger.without();
    if (is_looking) {
        canvas.wake(look_again_s);
        if (button(canvas, "stop",
                   {.icon = "close",
                    .label = canvas.say("interpreters.stop"),
                    .look = ButtonLook::filled})) {
            m_ledger.drop();
        }
    } else {
        const std::string label = without == schedule::none
                                      ? canvas.say("interpreters.assign")
                                      : canvas.say(Message{"interpreters.assign_without",
                                                           {{"who", name_of(canvas, without)}}});
        if (button(canvas, "assign",
                   {.icon = "play",
                    .label = label,
                    .hint = canvas.say("interpreters.assign.hint"),
                    .look = ButtonLook::accent,
                    .width = std::min(button_width(canvas, {.icon = "play", .label = label}),
                                      ImGui::GetContentRegionAvail().x)})) {
            m_ledger.assign(canvas.workspace.background());
        }
    }
    const std::string summary =
        canvas.say(is_looking ? Message{"interpreters.looking", {}}
                              : Message{"interpreters.summary",
                                        {{"covered", std::to_string(covered())},
                                         {"needs", std::to_string(m_rows.size())}}});
    ImFont* font = canvas.theme.body();
    const float width = font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, summary.c_str()).x;
    flow(canvas, width);
    ImGui::AlignTextToFramePadding();
    paragraph(canvas, summary, true);
    if (const auto& fault = m_ledger.fault()) {
        paragraph(canvas, canvas.say(fault->message));
    }
}

void InterpretersPanel::draw_picker(Canvas& canvas, const SpeechNeed& need, float right)
{
    const auto meeting = m_ledger.meeting();
    ImGui::SetCursorScreenPos(
        {right - canvas.px(Theme::control_height), ImGui::GetItemRectMin().y});
    const PickerOptions options{"plus", canvas.say("interpreters.name"), true};
    const auto picked = m_picker.draw(canvas, "name", options, [&] {
        const schedule::Problem& problem = meeting->problem();
        const auto free = who_can(problem, meeting->plan(), need);
        const std::vector<Index>& named = problem.session(need.session).required;
        std::vector<PickItem> items;
        std::vector<PickItem> others;
        for (const Index each : speakers_of(problem, need.pair)) {
            if (std::binary_search(named.begin(), named.end(), each)) {
                continue;
            }
            const bool is_free = std::find(free.begin(), free.end(), each) != free.end();
            (is_free ? items : others)
                .push_back(
                    {problem.attendee(each).id,
                     canvas.say(Message{is_free ? "interpreters.is_free" : "interpreters.is_busy",
                                        {{"who", name_of(canvas, each)}}}),
                     "interpreter"});
        }
        std::move(others.begin(), others.end(), std::back_inserter(items));
        return items;
    });
    if (!picked) {
        return;
    }
    const auto& attendees = meeting->problem().attendees;
    const auto who = std::find_if(attendees.begin(), attendees.end(),
                                  [&](const auto& each) { return each.id == *picked; });
    apply(canvas, m_ledger.with(need.session, static_cast<Index>(who - attendees.begin()), true));
}

/// Whoever is named for a session, each with a cross that takes them off it.
void InterpretersPanel::draw_named(Canvas& canvas, const SpeechNeed& need)
{
    const auto meeting = m_ledger.meeting();
    const schedule::Problem& problem = meeting->problem();
    ImGui::Indent(canvas.px(36));
    ImGui::Dummy({0, canvas.px(2)});
    bool is_anybody = false;
    for (const Index each : problem.session(need.session).required) {
        if (problem.attendee(each).kind != schedule::AttendeeKind::interpreter) {
            continue;
        }
        is_anybody = true;
        const std::string& id = problem.attendee(each).id;
        if (chip(canvas, id.c_str(), id, name_of(canvas, each))) {
            apply(canvas, m_ledger.with(need.session, each, false));
        }
    }
    if (!is_anybody) {
        paragraph(canvas, canvas.say("interpreters.nobody_named"), true);
    }
    ImGui::Unindent(canvas.px(36));
}

void InterpretersPanel::draw_need(Canvas& canvas, std::size_t place)
{
    // The meeting stays what it is until the frame is over, whatever is changed.
    const SpeechNeed need = m_ledger.cover().needs[place];
    const auto meeting = m_ledger.meeting();
    const Row& row = m_rows[place];
    const std::string key = key_of(meeting->problem(), need);
    const bool is_open = m_open == key;
    const std::string detail = row.when + "\n" + row.state;
    push_id(canvas, key);
    const float room = canvas.px(Theme::control_height + gap);
    const float right = ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x;
    if (list_row(canvas, "row",
                 {.text = row.session,
                  .detail = detail,
                  .icon = need.is_covered() ? "check" : "warning",
                  .is_on = is_open,
                  .room = room})) {
        m_open = is_open ? std::string() : key;
        canvas.workspace.select(meeting->problem().session(need.session).id);
        // In one slot with the card the ledger stays in front: one goes through it.
        canvas.workspace.settings().panels.bring_forward(editor::PanelId::interpreters);
    }
    const float below = ImGui::GetItemRectMax().y + ImGui::GetStyle().ItemSpacing.y;
    const float left = ImGui::GetItemRectMin().x;
    draw_picker(canvas, need, right);
    ImGui::SetCursorScreenPos({left, below});
    if (is_open) {
        draw_named(canvas, need);
    }
    pop_id(canvas);
}

void InterpretersPanel::draw_needs(Canvas& canvas, bool are_covered)
{
    const std::size_t count = are_covered ? covered() : m_rows.size() - covered();
    if (count == 0) {
        return;
    }
    section(canvas, canvas.say(are_covered ? "interpreters.covered" : "interpreters.uncovered") +
                        " " + std::to_string(count));
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_ledger.cover().needs[i].is_covered() == are_covered) {
            draw_need(canvas, i);
        }
    }
}

/// What the meeting would be without the one who is left out.
void InterpretersPanel::draw_lost(Canvas& canvas)
{
    const auto& lost = m_ledger.lost();
    ImGui::Indent(canvas.px(12));
    paragraph(canvas, lost.empty() ? canvas.say("interpreters.loses_none")
                                   : canvas.say(Message{"interpreters.loses",
                                                        {{"count", std::to_string(lost.size())}}}));
    for (const std::size_t place : lost) {
        const std::string& id =
            m_ledger.meeting()->problem().session(m_ledger.cover().needs[place].session).id;
        push_id(canvas, "lost");
        push_id(canvas, key_of(m_ledger.meeting()->problem(), m_ledger.cover().needs[place]));
        if (list_row(
                canvas, "row",
                {.text = m_rows[place].session, .detail = m_rows[place].when, .icon = "warning"})) {
            canvas.workspace.select(id);
        }
        pop_id(canvas);
        pop_id(canvas);
    }
    ImGui::Unindent(canvas.px(12));
}

void InterpretersPanel::draw_person(Canvas& canvas, std::size_t place)
{
    const InterpreterLoad& load = m_ledger.cover().loads[place];
    const auto& [id, name, detail] = m_people[place];
    const bool is_left_out = m_ledger.without() == load.interpreter;
    const std::string label = canvas.say("interpreters.without");
    const ButtonOptions without{.icon = "eye_off",
                                .label = label,
                                .hint = canvas.say("interpreters.without.hint"),
                                .look = ButtonLook::filled,
                                .is_on = is_left_out};
    const float room = button_width(canvas, without) + canvas.px(gap);
    push_id(canvas, id);
    const float right = ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x;
    if (list_row(canvas, "row",
                 {.text = name,
                  .detail = detail,
                  .kind = "interpreter",
                  .is_on = canvas.workspace.view().selected == id,
                  .room = room})) {
        canvas.workspace.select(id);
    }
    const ImVec2 low = ImGui::GetItemRectMin();
    const ImVec2 high = ImGui::GetItemRectMax();
    const float share =
        load.able > 0
            ? std::min(1.0F, static_cast<float>(load.spoken) / static_cast<float>(load.able))
            : 0;
    const float from = low.x + canvas.px(36);
    const float to = high.x - canvas.px(8);
    const float bar = canvas.px(bar_height);
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw.AddRectFilled({from, high.y}, {to, high.y + bar}, canvas.colors().border, bar / 2);
    draw.AddRectFilled({from, high.y}, {from + (to - from) * share, high.y + bar},
                       load.is_too_much ? canvas.colors().error : canvas.colors().accent, bar / 2);
    ImGui::SetCursorScreenPos({right - button_width(canvas, without),
                               (low.y + high.y - canvas.px(Theme::control_height)) / 2});
    if (button(canvas, "without", without)) {
        m_ledger.look_without(is_left_out ? schedule::none : load.interpreter);
    }
    ImGui::SetCursorScreenPos({low.x, high.y + bar + canvas.px(gap)});
    if (m_ledger.without() == load.interpreter) {
        draw_lost(canvas);
    }
    pop_id(canvas);
}

void InterpretersPanel::draw_people(Canvas& canvas)
{
    section(canvas,
            canvas.say("panel.interpreters") + " " + std::to_string(m_ledger.cover().loads.size()));
    if (m_ledger.cover().loads.empty()) {
        paragraph(canvas, canvas.say("interpreters.nobody"), true);
    }
    for (std::size_t i = 0; i < m_people.size(); ++i) {
        draw_person(canvas, i);
    }
}

void InterpretersPanel::draw(Canvas& canvas)
{
    if (draw_planned_meeting(canvas) == nullptr ||
        canvas.workspace.programme().meeting() == nullptr) {
        return;
    }
    refresh(canvas);
    if (m_rows.empty() && m_ledger.cover().loads.empty()) {
        empty_state(canvas, "interpreter", canvas.say("interpreters.none"));
        return;
    }
    draw_tools(canvas);
    const float room = ImGui::GetContentRegionAvail().x;
    if (room < canvas.px(least_beside)) {
        begin_scroll(canvas, "ledger");
        draw_offer(canvas);
        draw_needs(canvas, false);
        draw_people(canvas);
        draw_needs(canvas, true);
        ImGui::EndChild();
        return;
    }
    ImGui::BeginChild("people", {room * people_share, 0}, false, ImGuiWindowFlags_NoNavFocus);
    draw_people(canvas);
    ImGui::EndChild();
    ImGui::SameLine(0, canvas.px(14));
    begin_scroll(canvas, "needs");
    draw_offer(canvas);
    draw_needs(canvas, false);
    draw_needs(canvas, true);
    ImGui::EndChild();
}

} // namespace dostyk::ui
