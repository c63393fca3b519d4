#include "ui/panels/b2b_panel.hpp"

#include "core/fold.hpp"
#include "core/format.hpp"
#include "editor/b2b_edit.hpp"
#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace dostyk::ui {

namespace {

using schedule::B2bDesk;
using schedule::B2bPlan;
using schedule::B2bUnmet;
using schedule::B2bWish;

constexpr float list_width = 340, least_beside = 640;

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

bool has_little_room(const Canvas& canvas)
{
    return ImGui::GetWindowWidth() < canvas.px(least_beside);
}

int count_mutual(const B2bDesk& desk, const B2bPlan* plan)
{
    int count = 0;
    for (std::size_t i = 0; i < desk.wishes.size(); ++i) {
        count += desk.wishes[i].is_mutual && (plan == nullptr || plan->slots[i] >= 0) ? 1 : 0;
    }
    return count;
}

std::string name_in(const Canvas& canvas, const std::string& id)
{
    const model::Entity* entity = canvas.workspace.project().find(id);
    return entity != nullptr ? model::name_of(*entity, model::Pack::enriched, canvas.language) : id;
}

/// Who asks whom, of a request that no wish was made of.
std::string request_name(const Canvas& canvas, const std::string& id)
{
    const model::Entity* request = canvas.workspace.project().find(id);
    std::string names;
    for (const char* field : {"asker", "asked"}) {
        const auto* refs =
            request != nullptr
                ? model::find_value<model::Refs>(*request, field, model::Pack::enriched)
                : nullptr;
        for (const std::string& each : refs != nullptr ? refs->ids : std::vector<std::string>{}) {
            names += (names.empty() ? "" : " – ") + name_in(canvas, each);
        }
    }
    return names;
}

} // namespace

void B2bPanel::read_names(const Canvas& canvas)
{
    if (m_version == canvas.workspace.project_version() && m_language == canvas.language &&
        m_names.size() == m_session.desk()->participants.size()) {
        return;
    }
    m_version = canvas.workspace.project_version();
    m_language = canvas.language;
    m_names.clear();
    m_by_name.clear();
    std::vector<std::string> keys;
    const Collator collator(m_language);
    for (const std::string& id : m_session.desk()->participants) {
        m_by_name.push_back(static_cast<int>(m_names.size()));
        m_names.push_back(name_in(canvas, id));
        keys.push_back(collator.key(m_names.back()));
    }
    std::stable_sort(m_by_name.begin(), m_by_name.end(),
                     [&](int a, int b) { return keys[at(a)] < keys[at(b)]; });
}

const std::string& B2bPanel::name_of(int participant) const
{
    return m_names[at(participant)];
}

std::string B2bPanel::names_of(int wish) const
{
    std::string names;
    for (const int person : m_session.desk()->wishes[at(wish)].people) {
        names += (names.empty() ? "" : " – ") + name_of(person);
    }
    return names;
}

std::string B2bPanel::time_of(const Canvas& canvas, int slot) const
{
    const B2bDesk& desk = *m_session.desk();
    const schedule::Interval& time = desk.slots[at(slot)];
    const auto clock = [&](schedule::Minute minute) {
        return desk.calendar.iso_at(minute, desk.zone).substr(11, 5);
    };
    const auto day_of = [&](const schedule::Interval& each) {
        return desk.calendar.iso_at(each.begin, desk.zone).substr(0, 10);
    };
    const bool has_days = day_of(desk.slots.front()) != day_of(desk.slots.back());
    return (has_days ? format_date(day_of(time), canvas.language) + "\n" : std::string()) +
           clock(time.begin) + " – " + clock(time.end);
}

const std::string& B2bPanel::entity_of(int wish) const
{
    const B2bWish& asked = m_session.desk()->wishes[at(wish)];
    return asked.session.empty() ? asked.requests.front() : asked.session;
}

void B2bPanel::apply(Canvas& canvas)
{
    const editor::Group group =
        editor::b2b_edit(canvas.workspace.project(), *m_session.desk(), *m_session.plan());
    if (group.parts.empty()) {
        canvas.workspace.tell(Message{"b2b.as_it_is", {}});
    } else {
        (void)canvas.workspace.submit(group);
    }
}

void B2bPanel::draw_tools(Canvas& canvas, const editor::B2bInput& input)
{
    using Stage = editor::B2bSession::Stage;
    const bool is_solving = m_session.stage() == Stage::solving;
    if (is_solving) {
        if (button(
                canvas, "cancel",
                {.icon = "close", .label = canvas.say("b2b.cancel"), .look = ButtonLook::filled})) {
            m_session.cancel();
        }
    } else if (button(canvas, "solve",
                      {.icon = "play",
                       .label = canvas.say("b2b.solve"),
                       .hint = canvas.say("b2b.solve.hint"),
                       .look = ButtonLook::accent,
                       .is_enabled = m_session.desk() != nullptr})) {
        m_session.solve(input);
    }
    const auto reason = m_session.stage() != Stage::done
                            ? std::optional(Message{"b2b.no_new_plan", {}})
                            : canvas.workspace.why_not_edit();
    // A narrow slot has room for the icon alone; the hint then says what it does.
    const std::string name = canvas.say("b2b.apply");
    const std::string hint = canvas.say(reason.value_or(Message{"b2b.apply.hint", {}}));
    const bool is_narrow = has_little_room(canvas);
    const std::string label = is_narrow ? std::string() : name;
    const ButtonOptions options{.icon = "check",
                                .label = label,
                                .hint = is_narrow ? name + "\n" + hint : hint,
                                .look = ButtonLook::filled,
                                .is_enabled = !reason};
    flow(canvas, button_width(canvas, options));
    if (button(canvas, "apply", options)) {
        apply(canvas);
    }
    if (m_session.meetings().size() < 2) {
        return;
    }
    const std::string meeting = name_in(canvas, m_session.meeting());
    flow(canvas, button_width(canvas, {.icon = "chevron_down", .label = meeting}));
    const auto picked = m_meetings.draw(canvas, "meeting", {"chevron_down", meeting}, [&] {
        std::vector<PickItem> items;
        for (const std::string& id : m_session.meetings()) {
            items.push_back({id, name_in(canvas, id), "meeting"});
        }
        return items;
    });
    if (picked) {
        m_session.choose(*picked);
    }
}

void B2bPanel::draw_views(Canvas& canvas)
{
    const B2bDesk& desk = *m_session.desk();
    const B2bPlan* plan = m_session.plan();
    const std::size_t unmet = (plan != nullptr ? plan->unmet.size() : 0) + desk.declined.size();
    const bool is_narrow = has_little_room(canvas);
    const auto add = [&](View view, const char* id, std::string_view icon,
                         const std::string& name) {
        const bool has_name = !is_narrow || m_view == view;
        const ButtonOptions options{.icon = icon,
                                    .label = has_name ? std::string_view(name) : "",
                                    .hint = has_name ? std::string() : name,
                                    .is_on = m_view == view};
        flow(canvas, button_width(canvas, options));
        if (button(canvas, id, options)) {
            m_view = view;
        }
    };
    add(View::tables, "tables", "table", canvas.say("b2b.tables"));
    add(View::people, "people", "person",
        canvas.say("b2b.people") + " " + std::to_string(desk.participants.size()));
    add(View::unmet, "unmet", "list", canvas.say("b2b.unmet") + " " + std::to_string(unmet));
}

void B2bPanel::draw_summary(Canvas& canvas) const
{
    const B2bDesk& desk = *m_session.desk();
    const B2bPlan* plan = m_session.plan();
    const auto number = [](auto value) { return std::to_string(value); };
    std::string text = canvas.say(Message{"b2b.asked",
                                          {{"wishes", number(desk.wishes.size())},
                                           {"people", number(desk.participants.size())},
                                           {"slots", number(desk.slots.size())},
                                           {"tables", number(desk.instance.tables)}}});
    if (plan != nullptr) {
        text = canvas.say(Message{"b2b.placed",
                                  {{"met", number(plan->met())},
                                   {"wishes", number(desk.wishes.size())},
                                   {"met_mutual", number(count_mutual(desk, plan))},
                                   {"mutual", number(count_mutual(desk, nullptr))},
                                   {"breaks", number(plan->breaks)}}});
    }
    if (m_session.stage() == editor::B2bSession::Stage::solving) {
        text += " " + canvas.say("b2b.solving");
    } else if (m_session.stage() == editor::B2bSession::Stage::done && plan != nullptr) {
        text +=
            " " + (plan->is_proved ? canvas.say("b2b.proved")
                                   : canvas.say(Message{"b2b.bound",
                                                        {{"unmet", number(plan->unmet_score)},
                                                         {"least", number(plan->least_unmet)}}}));
    } else if (plan != nullptr) {
        text += " " + canvas.say("b2b.standing");
    }
    small_print(canvas, text);
}

void B2bPanel::draw_own_meetings(Canvas& canvas)
{
    const B2bDesk& desk = *m_session.desk();
    const B2bPlan* plan = m_session.plan();
    const auto own = plan != nullptr ? meetings_of(desk, *plan, m_person) : std::vector<int>{};
    if (own.empty()) {
        paragraph(canvas, canvas.say(plan != nullptr ? "b2b.no_meetings" : "b2b.no_plan"), true);
    }
    for (const int wish : own) {
        std::string others;
        for (const int person : desk.wishes[at(wish)].people) {
            if (person != m_person) {
                others += (others.empty() ? "" : ", ") + name_of(person);
            }
        }
        std::string time = time_of(canvas, plan->slots[at(wish)]);
        std::replace(time.begin(), time.end(), '\n', ' ');
        const std::string where = canvas.say(
            Message{"b2b.table", {{"number", std::to_string(plan->tables[at(wish)] + 1)}}});
        push_id(canvas, "own");
        if (list_row(canvas, desk.wishes[at(wish)].requests.front().c_str(),
                     {.text = others, .detail = time + ", " + where, .icon = "clock"})) {
            canvas.workspace.select(entity_of(wish));
        }
        pop_id(canvas);
    }
}

void B2bPanel::draw_people(Canvas& canvas)
{
    const B2bDesk& desk = *m_session.desk();
    const B2bPlan* plan = m_session.plan();
    const bool is_beside = ImGui::GetContentRegionAvail().x >= canvas.px(least_beside);
    ImGui::BeginChild("people", {is_beside ? canvas.px(list_width) : 0, 0}, false,
                      ImGuiWindowFlags_NoNavFocus);
    for (const int person : m_by_name) {
        const std::size_t asked = desk.instance.meetings_of[at(person)].size();
        const std::size_t met = plan != nullptr ? meetings_of(desk, *plan, person).size() : 0;
        const std::string count = canvas.say(
            Message{"b2b.of", {{"met", std::to_string(met)}, {"asked", std::to_string(asked)}}});
        const std::string& id = desk.participants[at(person)];
        const model::Entity* entity = canvas.workspace.project().find(id);
        if (list_row(canvas, id.c_str(),
                     {.text = name_of(person),
                      .trailing = count,
                      .kind = entity != nullptr ? entity->kind : std::string(),
                      .is_on = person == m_person})) {
            m_person = m_person == person ? -1 : person;
        }
        if (person == m_person && !is_beside) {
            draw_own_meetings(canvas);
        }
    }
    ImGui::EndChild();
    if (!is_beside) {
        return;
    }
    ImGui::SameLine(0, canvas.px(14));
    begin_scroll(canvas, "own meetings");
    if (m_person >= 0) {
        section(canvas, name_of(m_person));
        draw_own_meetings(canvas);
    } else {
        paragraph(canvas, canvas.say("b2b.choose_person"), true);
    }
    ImGui::EndChild();
}

void B2bPanel::draw_unmet(Canvas& canvas)
{
    const B2bDesk& desk = *m_session.desk();
    const B2bPlan* plan = m_session.plan();
    begin_scroll(canvas, "unmet list");
    if ((plan == nullptr || plan->unmet.empty()) && desk.declined.empty()) {
        empty_state(canvas, plan != nullptr ? "check" : "b2b_request",
                    canvas.say(plan != nullptr ? "b2b.all_met" : "b2b.no_plan"));
    }
    const auto row = [&](const std::string& request, const std::string& names,
                         const std::string& reason, const std::string& trailing) {
        if (list_row(canvas, request.c_str(),
                     {.text = names,
                      .detail = reason,
                      .trailing = trailing,
                      .kind = "b2b_request",
                      .is_on = canvas.workspace.view().selected == request})) {
            canvas.workspace.select(request);
        }
    };
    for (const B2bUnmet& unmet : plan != nullptr ? plan->unmet : std::vector<B2bUnmet>{}) {
        const B2bWish& wish = desk.wishes[at(unmet.wish)];
        const int most = unmet.person >= 0 && !desk.instance.most.empty()
                             ? desk.instance.most[at(unmet.person)]
                             : 0;
        row(wish.requests.front(), names_of(unmet.wish),
            canvas.say(Message{"b2b.reason." + std::string(schedule::name_of(unmet.reason)),
                               {{"who", unmet.person >= 0 ? name_of(unmet.person) : ""},
                                {"most", std::to_string(most)}}}),
            wish.is_mutual ? canvas.say("b2b.mutual") : std::string());
    }
    for (const std::string& request : desk.declined) {
        row(request, request_name(canvas, request), canvas.say("b2b.reason.declined"), {});
    }
    ImGui::EndChild();
}

void B2bPanel::draw(Canvas& canvas)
{
    const editor::B2bInput input{canvas.workspace.shared_project(),
                                 canvas.workspace.project_version(), canvas.workspace.background()};
    if (m_session.update(input)) {
        constexpr float look_again_s = 0.1F;
        canvas.wake(look_again_s);
    }
    if (std::exchange(m_read, m_session.meeting()) != m_session.meeting() ||
        m_session.desk() == nullptr || m_person >= m_session.desk()->instance.participants) {
        m_person = -1;
        m_names.clear();
    }
    draw_tools(canvas, input);
    if (m_session.desk() == nullptr) {
        const auto& fault = m_session.fault();
        empty_state(canvas, "b2b_request",
                    fault ? canvas.say(fault->message) : canvas.say("error.b2b.no_requests"));
        return;
    }
    read_names(canvas);
    draw_views(canvas);
    if (m_session.fault()) {
        small_print(canvas, canvas.say(m_session.fault()->message));
    }
    draw_summary(canvas);
    ImGui::Dummy({0, canvas.px(2)});
    switch (m_view) {
    case View::tables:
        draw_grid(canvas);
        break;
    case View::people:
        draw_people(canvas);
        break;
    case View::unmet:
        draw_unmet(canvas);
        break;
    }
}

} // namespace dostyk::ui
