#include "editor/programme_hand.hpp"

#include "editor/programme_edit.hpp"

#include <algorithm>
#include <utility>

namespace dostyk::editor {

using schedule::Index;
using schedule::Interval;
using schedule::Minute;
using schedule::none;
using schedule::Placement;

namespace {

/// To the nearest multiple of a grain.
Minute snapped(Minute minute, Minute grain) noexcept
{
    const Minute below =
        minute >= 0 ? minute / grain * grain : -((-minute + grain - 1) / grain * grain);
    return minute - below < below + grain - minute ? below : below + grain;
}

} // namespace

void ProgrammeHand::take(Programme::MeetingPtr meeting, Index session, Grip grip)
{
    m_meeting = std::move(meeting);
    m_trial = std::make_unique<Trial>(m_meeting, session);
    m_grip = grip;
    m_target = m_meeting->plan()[session];
    m_target.is_dropped = false;
    m_duration = m_trial->duration();
    m_levels.clear();
    m_level.reset();
    m_reason.reset();
}

Minute ProgrammeHand::grain() const noexcept
{
    return m_meeting->problem().book.customs.grain_min;
}

std::optional<ProgrammeHand::Candidate> ProgrammeHand::candidate(Minute minute) const
{
    Candidate made{m_target, m_duration};
    switch (m_grip) {
    case Grip::whole:
        made.to.start = minute;
        break;
    case Grip::start:
        made.to.start = minute;
        made.duration = time().end - minute;
        break;
    case Grip::end:
        made.duration = minute - m_target.start;
        break;
    }
    return made.duration > 0 ? std::optional(made) : std::nullopt;
}

void ProgrammeHand::move_to(const Candidate& candidate)
{
    if (candidate.to == m_target && candidate.duration == m_duration) {
        return;
    }
    // What was tried stands as long as the row and what is fixed are the same.
    const bool is_row_same =
        candidate.to.venue == m_target.venue &&
        (m_grip == Grip::whole ? candidate.duration == m_duration
         : m_grip == Grip::end ? candidate.to.start == m_target.start
                               : candidate.to.start + candidate.duration == time().end);
    if (!is_row_same) {
        m_levels.clear();
    }
    m_target = candidate.to;
    m_duration = candidate.duration;
    m_level.reset();
    m_reason.reset();
}

void ProgrammeHand::carry_to(Minute minute, Index venue)
{
    const Minute snap = snapped(minute, grain());
    if (m_grip == Grip::whole) {
        move_to({{snap, venue != none ? venue : m_target.venue}, m_duration});
        return;
    }
    const Minute at = m_grip == Grip::end ? std::max(snap, m_target.start + grain())
                                          : std::min(snap, time().end - grain());
    if (const auto made = candidate(at)) {
        move_to(*made);
    }
}

void ProgrammeHand::step(int grains, bool is_stretched)
{
    if (!m_target.is_placed()) {
        return;
    }
    Candidate made{m_target, m_duration};
    if (is_stretched) {
        made.duration = std::max(grain(), m_duration + grains * grain());
    } else {
        made.to.start += grains * grain();
    }
    m_grip = is_stretched ? Grip::end : Grip::whole;
    move_to(made);
}

Level ProgrammeHand::tried(const Candidate& candidate)
{
    m_trial->set_duration(candidate.duration);
    return m_trial->at(candidate.to);
}

Level ProgrammeHand::level()
{
    if (!m_level) {
        m_level = tried({m_target, m_duration});
    }
    return *m_level;
}

const std::string& ProgrammeHand::reason(Language language, const model::UnitNames& unit_names)
{
    if (!m_reason || m_language != language) {
        m_trial->set_duration(m_duration);
        m_reason = m_trial->reason(m_target, language, unit_names);
        m_language = language;
    }
    return *m_reason;
}

bool ProgrammeHand::look(Interval shown, std::chrono::microseconds budget)
{
    if (!m_target.is_placed()) {
        return false;
    }
    const auto until = std::chrono::steady_clock::now() + budget;
    const Minute step = grain();
    const Minute here = snapped(m_grip == Grip::end ? time().end : m_target.start, step);
    const Minute farthest = std::max(here - shown.begin, shown.end - here);
    for (Minute away = 0; away <= farthest; away += step) {
        for (const Minute minute : {here - away, here + away}) {
            if (minute < shown.begin || minute >= shown.end || m_levels.contains(minute)) {
                continue;
            }
            if (std::chrono::steady_clock::now() >= until) {
                return true;
            }
            if (const auto made = candidate(minute)) {
                m_levels.emplace(minute, tried(*made));
            }
        }
    }
    return false;
}

std::vector<Slots> ProgrammeHand::slots() const
{
    std::vector<Slots> runs;
    const Minute step = grain();
    for (const auto& [minute, level] : m_levels) {
        if (!runs.empty() && runs.back().time.end == minute && runs.back().level == level) {
            runs.back().time.end = minute + step;
        } else {
            runs.push_back({{minute, minute + step}, level});
        }
    }
    return runs;
}

std::optional<Command> ProgrammeHand::put() const
{
    const bool is_same = m_target == m_meeting->plan()[session()] &&
                         m_duration == m_meeting->problem().session(session()).duration;
    return is_same || !m_target.is_placed()
               ? std::nullopt
               : std::optional(hold_session(*m_meeting, session(), m_target, m_duration));
}

} // namespace dostyk::editor
