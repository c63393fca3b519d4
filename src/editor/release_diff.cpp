#include "editor/release_diff.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace dostyk::editor {

namespace {

/// Whoever has to be told first stands first.
constexpr std::array<std::string_view, 4> kinds{"delegation", "person", "interpreter", "venue"};

std::size_t order_of(const ChangeSheet& sheet)
{
    return static_cast<std::size_t>(std::find(kinds.begin(), kinds.end(), sheet.kind) -
                                    kinds.begin());
}

/// Where an entity is, of a venue that a meeting need not use any more.
std::optional<geo::LonLat> position_of(const model::Project& project, const std::string& id)
{
    const model::Entity* entity = project.find(id);
    const auto* place =
        entity != nullptr ? model::find_value<model::Place>(*entity, "place", model::Pack::enriched)
                          : nullptr;
    return place != nullptr && place->type == model::PlaceType::point ? std::optional(place->at)
                                                                      : std::nullopt;
}

} // namespace

std::vector<scene::ProgrammeMove> moves_of(const model::Project& project,
                                           const schedule::ProgrammeDiff& diff, Language language)
{
    std::vector<scene::ProgrammeMove> moves;
    for (const schedule::SessionChange& change : diff.changes) {
        if (!change.has_other_venue()) {
            continue;
        }
        const auto from = position_of(project, change.before->venue);
        const auto to = position_of(project, change.after->venue);
        if (from && to) {
            const std::string_view title = change.after->title.in(language);
            moves.push_back({change.session(), *from, *to,
                             title.empty() ? change.session() : std::string(title)});
        }
    }
    return moves;
}

void ReleaseDiff::choose(int before, int after)
{
    m_wanted = Choice{before, after};
}

const schedule::Programme* ReleaseDiff::find_release(int number) const noexcept
{
    const auto found = std::find_if(m_releases.begin(), m_releases.end(),
                                    [&](const auto& each) { return each.number == number; });
    return found != m_releases.end() ? &*found : nullptr;
}

void ReleaseDiff::follow(const Programme& programme)
{
    if (std::exchange(m_meeting_id, programme.chosen()) != programme.chosen()) {
        m_wanted.reset();
    }
    const bool is_new = std::exchange(m_meeting, programme.meeting()) != programme.meeting();
    if (!is_new && m_followed == m_wanted) {
        return;
    }
    m_followed = m_wanted;
    ++m_version;
    if (is_new) {
        m_releases.clear();
        m_plan = {};
        m_findings = {};
        m_unreleased = 0;
        if (m_meeting != nullptr) {
            read(*m_meeting);
        }
    }
    compare();
}

void ReleaseDiff::read(const PlannedMeeting& meeting)
{
    m_releases = schedule::releases_of(meeting.project(), meeting.problem().id, m_findings);
    m_plan = schedule::programme_of(meeting.project(), meeting.problem(), meeting.plan());
    const schedule::Programme nothing;
    m_unreleased =
        schedule::diff_of(m_releases.empty() ? nothing : m_releases.back(), m_plan).changes.size();
}

void ReleaseDiff::compare()
{
    const int last = m_releases.empty() ? now : m_releases.back().number;
    const auto is_there = [&](int number) {
        return number == now || find_release(number) != nullptr;
    };
    const Choice chosen = m_wanted && is_there(m_wanted->before) && is_there(m_wanted->after)
                              ? *m_wanted
                              : Choice{last, now};
    m_before = chosen.before;
    m_after = chosen.after;
    const auto version_of = [&](int number) -> const schedule::Programme& {
        const schedule::Programme* release = find_release(number);
        return release != nullptr ? *release : m_plan;
    };
    m_diff = schedule::diff_of(version_of(m_before), version_of(m_after));
    m_diff.zone = m_plan.zone; // releases do not say what their days were counted by
    m_moves_language.reset();
    m_sheets.clear();
    for (auto& [id, changes] : schedule::affected_by(m_diff)) {
        const model::Entity* entity = m_meeting->project().find(id);
        m_sheets.push_back({id, entity != nullptr ? entity->kind : std::string(), changes});
    }
    std::stable_sort(m_sheets.begin(), m_sheets.end(),
                     [](const auto& a, const auto& b) { return order_of(a) < order_of(b); });
}

const std::vector<scene::ProgrammeMove>& ReleaseDiff::moves(Language language)
{
    if (m_moves_language == language) {
        return m_moves;
    }
    m_moves_language = language;
    m_moves = m_meeting != nullptr ? moves_of(m_meeting->project(), m_diff, language)
                                   : std::vector<scene::ProgrammeMove>();
    return m_moves;
}

} // namespace dostyk::editor
