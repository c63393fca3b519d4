/// \file
/// The programme as lanes of bars: by city, venue, delegation, interpreter or vehicle.

#pragma once

#include "editor/programme.hpp"
#include "schedule/programme_diff.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::editor {

/// What has a lane of its own.
enum class LanesBy : std::uint8_t { city, venue, delegation, interpreter, vehicle };
inline constexpr std::array all_lanes_by{LanesBy::city, LanesBy::venue, LanesBy::delegation,
                                         LanesBy::interpreter, LanesBy::vehicle};

/// "venue"; shown through "programme.by.<name>".
[[nodiscard]] std::string_view name_of(LanesBy by) noexcept;

/// A session where it is held.
struct Bar {
    schedule::Index session = schedule::none;
    schedule::Interval time;
    int row = 0; ///< Of its lane: those that overlap lie below each other.
};

/// The way from one session to the next.
struct Leg {
    schedule::Index from = schedule::none;
    schedule::Index to = schedule::none;
    schedule::Interval time; ///< From the end of the one to the arrival.
    bool is_late = false;    ///< The next one has begun by then.
    int row = 0;             ///< Of the bar that it leads to
};

/// Where a session was in another version: it is elsewhere now, or at another time, or not held, or
/// whose lane it is no longer comes.
struct Ghost {
    std::size_t change = 0; ///< Its place in the diff
    schedule::Interval time;
    int row = 0; ///< Of its lane, where nothing else is at that time
    /// Where it is now, of all lanes' rows; nothing where these lanes have no bar of it.
    std::optional<int> to_row;
    schedule::Minute to = 0; ///< Begin of that bar
};

struct Lane {
    std::string id;                         ///< Of the entity; of a city its folded name
    schedule::Index venue = schedule::none; ///< Of a city its first
    std::string attendee;                   ///< Whose sessions they are; empty in lanes of places
    std::vector<Bar> bars;                  ///< By their beginning
    std::vector<Leg> legs;                  ///< Of who moves about, by their beginning
    std::vector<Ghost> ghosts;              ///< By their beginning
    schedule::Minute longest = 0;           ///< Of the bars and the legs
    int first_row = 0;                      ///< Of all lanes' rows, from the top
    int rows = 1;
};

class Lanes {
public:
    Lanes() = default;
    /// \param diff  Whose earlier version leaves ghosts; null = none. Bars stay in their rows, but
    ///              lanes may be added and be higher.
    Lanes(const PlannedMeeting& meeting, LanesBy by, const schedule::ProgrammeDiff* diff = nullptr);

    [[nodiscard]] const std::vector<Lane>& lanes() const noexcept { return m_lanes; }
    /// Rows of all lanes.
    [[nodiscard]] int rows() const noexcept { return m_rows; }
    /// Place of the lane that a row belongs to. \pre 0 <= row < rows()
    [[nodiscard]] std::size_t lane_at(int row) const noexcept;

private:
    std::vector<Lane> m_lanes;
    int m_rows = 0;
};

/// The bars of a lane that a stretch of time shows, and few more before it.
[[nodiscard]] std::span<const Bar> bars_in(const Lane& lane, schedule::Interval shown) noexcept;
[[nodiscard]] std::span<const Leg> legs_in(const Lane& lane, schedule::Interval shown) noexcept;

/// Where a session would be held that is put into a lane: the lane's venue; in a city the one that
/// it has there, or the first that fits; in other lanes where it is, or the first that fits.
/// schedule::none where no venue fits.
[[nodiscard]] schedule::Index venue_in(const PlannedMeeting& meeting, LanesBy by, const Lane& lane,
                                       schedule::Index session);

/// What a lane is called.
[[nodiscard]] std::string name_of(const PlannedMeeting& meeting, LanesBy by, const Lane& lane,
                                  Language language);

} // namespace dostyk::editor
