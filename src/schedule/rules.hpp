/// \file
/// The rules that a plan is held to, what breaking one costs, and what may be chosen per meeting.

#pragma once

#include "core/result.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace dostyk::schedule {

/// The constraint catalogue: h for what must hold, s for what is wished.
enum class RuleId : std::uint8_t {
    h01,
    h02,
    h03,
    h04,
    h05,
    h06,
    h07,
    h08,
    h09,
    h10,
    h11,
    h12,
    h13,
    h14,
    h15,
    h16,
    h17,
    h18,
    h19,
    s01,
    s02,
    s03,
    s04,
    s05,
    s06,
    s07,
    s08,
    s09,
    s10,
    s11,
    s12,
    s13,
    s14,
    s15,
    s16,
    s17,
    s18,
    s19,
};
inline constexpr std::size_t rule_count = 38;

enum class Tier : std::uint8_t { off, soft, hard };

struct Rule {
    Tier tier = Tier::off;
    int weight = 1; ///< What one unit of the violation costs in its tier.

    friend bool operator==(const Rule&, const Rule&) = default;
};

/// What is assumed or customary, and may be set per meeting.
struct Customs {
    int grain_min = 15;          ///< Sessions begin at multiples of it. [min]
    int allowed_break_min = 30;  ///< A pause up to this is no gap. [min]
    int rest_min = 600;          ///< Between the last session of a day and the next day's first.
    int meal_min = 60;           ///< To be free within the hours of the meal. [min]
    int meal_from_min = 12 * 60; ///< [min of the day]
    int meal_to_min = 14 * 60;   ///< [min of the day]
    int day_load_min = 600;      ///< Most of sessions in a day of one attendee. [min]
    int preferred_from_min = 9 * 60; ///< Sessions rather not before. [min of the day]
    int preferred_to_min = 19 * 60;  ///< Sessions rather not after. [min of the day]
    int transfer_buffer_min = 15;    ///< Wished between arrival and the next session. [min]
    int turn_min = 120;              ///< Longest turn of an interpreter without a break. [min]
    int turn_break_min = 15;         ///< What counts as such a break. [min]
    int booth_size = 1;              ///< Interpreters for a pair at a session that one cannot do.
    int solo_min = 30;               ///< Longest session that one does alone. [min]
    int sessions_a_day = 6;          ///< Most of an attendee.
    int city_changes_a_day = 2;      ///< Most of an attendee.
    int breaks_apart = 2;            ///< Most by which two participants of B2B differ in breaks.
    int queue_p50_min = 45;          ///< At a crossing whose queue is not known. [min]
    int queue_p90_min = 120;         ///< The same, nine times of ten. [min]
    int city_speed_kmh = 25;         ///< Door to door within a city.
    int city_least_min = 10;         ///< Least between two venues that are not in one house. [min]
    int check_in_min = 90;           ///< From the airport's door to take-off. [min]
    int plan_for_p90 = 0;            ///< 1 = queues are taken at their p90.

    friend bool operator==(const Customs&, const Customs&) = default;
};

struct RuleBook {
    std::array<Rule, rule_count> rules; ///< By RuleId
    Customs customs;

    [[nodiscard]] const Rule& operator[](RuleId id) const
    {
        return rules[static_cast<std::size_t>(id)];
    }
    [[nodiscard]] Rule& operator[](RuleId id) { return rules[static_cast<std::size_t>(id)]; }

    friend bool operator==(const RuleBook&, const RuleBook&) = default;
};

/// "H03"
[[nodiscard]] std::string code_of(RuleId id);
[[nodiscard]] std::optional<RuleId> parse_rule(std::string_view code);
/// "h03", as keys of messages have it: "rule.h03" is what it is called.
[[nodiscard]] std::string key_of(RuleId id);

/// The catalogue's own tiers and weights.
[[nodiscard]] RuleBook default_rules();

/// A rule as it is in a tier before anybody weighs it; nothing where it may not be in that tier: a
/// wish is never hard, and of what must hold a few rules alone may be wishes.
[[nodiscard]] std::optional<Rule> usual_rule(RuleId id, Tier tier);
inline constexpr int most_weight = 100'000;

enum class CustomUnit : std::uint8_t { minutes, time_of_day, count, km_per_hour, flag };

/// One member of Customs, as lines name it.
struct Custom {
    std::string_view name; ///< "grain_min"; shown through "custom.<name>"
    int Customs::*member = nullptr;
    int least = 0;
    int most = 0;
    CustomUnit unit = CustomUnit::minutes;
    bool is_assumed = false; ///< About the world, and no source of ours says it.
};
[[nodiscard]] std::span<const Custom> customs() noexcept;

/// Change a book by one line of a meeting's `planning`: "H05 soft 50", "S11 off", "H13 hard",
/// "grain_min 5".
///
/// \return Error parse with the line where it says nothing of the kind.
[[nodiscard]] Status apply_line(RuleBook& book, std::string_view line);

/// The lines that give a rule or a custom its value: apply_line() reads them back.
[[nodiscard]] std::string line_of(RuleId id, const Rule& rule);
[[nodiscard]] std::string line_of(const Custom& custom, int value);

} // namespace dostyk::schedule
