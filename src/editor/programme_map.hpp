/// \file
/// What the planned meeting shows on the map: who is where, ways, open sessions, queues, and what
/// somebody reaches by an hour.

#pragma once

#include "core/background.hpp"
#include "editor/programme.hpp"
#include "scene/programme_layer.hpp"
#include "schedule/whereabouts.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace dostyk::editor {

/// From one session to another, of somebody: a leg to be looked at.
struct LegRef {
    schedule::Index attendee = schedule::none;
    schedule::Index from = schedule::none; ///< Session
    schedule::Index to = schedule::none;   ///< Session

    friend bool operator==(const LegRef&, const LegRef&) = default;
};

/// From where and until when somebody's reach is asked for.
struct ReachQuestion {
    schedule::Index venue = schedule::none;
    double leaving = 0;
    double until = 0;

    friend bool operator==(const ReachQuestion&, const ReachQuestion&) = default;
};

/// What a picture of the programme depends on besides the plan.
struct ProgrammeView {
    double minute = 0;
    std::string selected; ///< Entity id
    std::optional<LegRef> leg;
    Language language = Language::en;
    bool has_minute = true; ///< Else the leg alone is shown
};

/// Works everything out beside the frames; draws nothing itself.
class ProgrammeMap {
public:
    using MeetingPtr = std::shared_ptr<const PlannedMeeting>;

    static constexpr int most_hours = 12;

    /// Take a meeting; null = none. Until its itineraries are known the one before stays, so that a
    /// plan that changes several times a second does not blink. One at a time is worked out.
    void follow(const MeetingPtr& meeting, const Background& background);

    /// That is shown; null = none. Sentences about it want its own telling().
    [[nodiscard]] const MeetingPtr& meeting() const noexcept { return m_meeting; }
    /// Null until they are known.
    [[nodiscard]] const schedule::Itineraries* itineraries() const noexcept
    {
        return m_found->itineraries.get();
    }

    [[nodiscard]] scene::ProgrammeLayer layer(const ProgrammeView& view) const;

    /// The reach of what is selected: a venue now, a session at its end, somebody when they are
    /// free. Looked for beside the frames; the last area stays until the next one is there.
    void seek_reach(const ProgrammeView& view, const Background& background);
    void drop_reach() noexcept { m_question.reset(); }
    /// How many hours on it is asked for.
    [[nodiscard]] int reach_hours() const noexcept { return m_hours; }
    void set_reach_hours(int hours) noexcept;
    /// What is shown; nothing where nothing is.
    [[nodiscard]] const std::optional<ReachQuestion>& reach() const noexcept
    {
        return m_found->answered;
    }

    /// Where an attendee is, and when they will be where: a sentence or two. Empty for what is no
    /// attendee of the meeting.
    [[nodiscard]] std::string text_of(const std::string& entity, double minute,
                                      const schedule::Telling& telling) const;
    /// "1 h 50 min by Korday – Ak-Zhol (queue p50 45 min, p90 2 h, assumed)" of a leg as it is
    /// driven; empty where the plan has no such leg.
    [[nodiscard]] std::string text_of(const LegRef& leg, const schedule::Telling& telling) const;

private:
    /// What jobs find; those of a meeting that nobody waits for find another one here.
    struct Found {
        MeetingPtr meeting;
        std::shared_ptr<const schedule::Itineraries> itineraries;
        std::shared_ptr<const geo::MultiPolygon> area;
        std::optional<ReachQuestion> answered;
        bool is_seeking = false;
    };

    [[nodiscard]] std::optional<ReachQuestion> question_of(const ProgrammeView& view) const;
    [[nodiscard]] schedule::Index find_attendee(const std::string& entity) const;
    [[nodiscard]] schedule::Index find_venue(const std::string& entity) const;
    [[nodiscard]] const schedule::Leg* find_leg(const LegRef& leg) const;
    void add_people(scene::ProgrammeLayer& layer, double minute) const;
    void add_chosen(scene::ProgrammeLayer& layer, const ProgrammeView& view) const;
    void add_sessions(scene::ProgrammeLayer& layer, double minute) const;
    void add_queues(scene::ProgrammeLayer& layer, const ProgrammeView& view) const;

    void forget();
    void take_next();
    void work_out(const MeetingPtr& meeting, const Background& background);

    MeetingPtr m_meeting; ///< That m_found is of
    std::shared_ptr<Found> m_found = std::make_shared<Found>();
    std::shared_ptr<Found> m_next;           ///< Without itineraries yet; null = none is worked out
    std::optional<ReachQuestion> m_question; ///< The last that was asked
    int m_hours = 3;
};

} // namespace dostyk::editor
