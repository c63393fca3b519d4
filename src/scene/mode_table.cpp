#include "scene/mode_table.hpp"

#include <algorithm>
#include <array>

namespace dostyk::scene {

namespace {

constexpr std::array<std::string_view, map_mode_count> mode_names{
    "events", "delegations", "projects", "trade", "water_energy", "borders", "institutes", "plain"};

constexpr std::array<std::string_view, 5> trade_topics{"trade", "logistics", "investment",
                                                       "agriculture", "digital"};
constexpr std::array<std::string_view, 3> trade_indicators{"trade", "investment", "enterprises"};
constexpr std::array<std::string_view, 2> water_sectors{"energy", "water"};
constexpr std::array<std::string_view, 2> water_indicators{"water", "energy"};
constexpr std::array<std::string_view, 1> water_topics{"water_energy"};
constexpr std::array<std::string_view, 1> border_topics{"border"};
constexpr std::array<std::string_view, 2> border_sectors{"logistics", "transport"};
constexpr std::array<std::string_view, 2> science{"academy", "university"};

constexpr std::array rows{
    ModeRow{MapMode::events, "meeting"},
    ModeRow{MapMode::events, "session"},
    ModeRow{MapMode::events, "agenda_item"},
    ModeRow{MapMode::events, "venue"},
    ModeRow{MapMode::events, "institution"},
    ModeRow{MapMode::events, "document"},
    ModeRow{MapMode::events, "award"},
    ModeRow{MapMode::delegations, "delegation"},
    ModeRow{MapMode::delegations, "person"},
    ModeRow{MapMode::delegations, "post"},
    ModeRow{MapMode::delegations, "interpreter"},
    ModeRow{MapMode::delegations, "accommodation"},
    ModeRow{MapMode::delegations, "arrival"},
    ModeRow{MapMode::delegations, "vehicle"},
    ModeRow{MapMode::delegations, "organisation"},
    ModeRow{MapMode::delegations, "b2b_request"},
    ModeRow{MapMode::delegations, "venue"},
    ModeRow{MapMode::projects, "project"},
    ModeRow{MapMode::projects, "joint_enterprise"},
    ModeRow{MapMode::projects, "programme"},
    ModeRow{MapMode::trade, "commitment", "topic", trade_topics},
    ModeRow{MapMode::trade, "indicator", "topic", trade_indicators},
    ModeRow{MapMode::trade, "goal"},
    ModeRow{MapMode::trade, "joint_enterprise"},
    ModeRow{MapMode::water_energy, "project", "sector", water_sectors},
    ModeRow{MapMode::water_energy, "joint_enterprise", "sector", water_sectors},
    ModeRow{MapMode::water_energy, "indicator", "topic", water_indicators},
    ModeRow{MapMode::water_energy, "commitment", "topic", water_topics},
    ModeRow{MapMode::borders, "crossing"},
    ModeRow{MapMode::borders, "project", "sector", border_sectors},
    ModeRow{MapMode::borders, "indicator", "topic", border_topics},
    ModeRow{MapMode::institutes, "research_institute"},
    ModeRow{MapMode::institutes, "organisation", "sort", science},
    ModeRow{MapMode::institutes, "programme"},
};

} // namespace

std::string_view name_of(MapMode mode) noexcept
{
    return mode_names[static_cast<std::size_t>(mode)];
}

std::optional<MapMode> parse_map_mode(std::string_view name) noexcept
{
    const auto found = std::find(mode_names.begin(), mode_names.end(), name);
    if (found == mode_names.end()) {
        return std::nullopt;
    }
    return static_cast<MapMode>(found - mode_names.begin());
}

std::span<const ModeRow> mode_rows() noexcept
{
    return rows;
}

bool is_in_mode(const model::Entity& entity, MapMode mode, model::Pack pack)
{
    // What is on the border belongs to the reading of borders, whatever its kind.
    const auto* place = model::find_value<model::Place>(entity, "place", pack);
    if (mode == MapMode::borders && place != nullptr && place->type == model::PlaceType::border) {
        return true;
    }
    return std::any_of(rows.begin(), rows.end(), [&](const ModeRow& row) {
        if (row.mode != mode || row.kind != entity.kind) {
            return false;
        }
        if (row.field.empty()) {
            return true;
        }
        const auto* word = model::find_value<model::Word>(entity, row.field, pack);
        return word != nullptr &&
               std::find(row.words.begin(), row.words.end(), word->word) != row.words.end();
    });
}

} // namespace dostyk::scene
