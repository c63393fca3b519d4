#include "schedule/rules.hpp"

#include "core/number_text.hpp"

#include <algorithm>
#include <optional>

namespace dostyk::schedule {

namespace {

struct RuleRow {
    std::string_view code;
    Rule by_default;
    int soft_weight = 0; ///< Of a hard rule that is demoted; 0 = it may not be.
};

constexpr Rule hard{Tier::hard, 1};

constexpr Rule soft(int weight)
{
    return {Tier::soft, weight};
}

constexpr std::array<RuleRow, rule_count> rows{{
    {"H01", hard, 10000}, {"H02", hard, 0},   {"H03", hard, 0},  {"H04", hard, 0},
    {"H05", hard, 50},    {"H06", hard, 0},   {"H07", hard, 0},  {"H08", hard, 0},
    {"H09", hard, 0},     {"H10", hard, 0},   {"H11", hard, 0},  {"H12", hard, 0},
    {"H13", hard, 0},     {"H14", hard, 0},   {"H15", hard, 0},  {"H16", hard, 0},
    {"H17", hard, 0},     {"H18", hard, 30},  {"H19", hard, 0},  {"S01", soft(4)},
    {"S02", soft(20)},    {"S03", soft(30)},  {"S04", soft(2)},  {"S05", soft(3)},
    {"S06", soft(1)},     {"S07", soft(20)},  {"S08", soft(1)},  {"S09", soft(10)},
    {"S10", soft(10)},    {"S11", soft(100)}, {"S12", soft(10)}, {"S13", soft(1)},
    {"S14", soft(10)},    {"S15", soft(10)},  {"S16", soft(1)},  {"S17", soft(2)},
    {"S18", soft(50)},    {"S19", soft(2)},
}};

constexpr int day_min = 24 * 60;

constexpr Custom minutes(std::string_view name, int Customs::*member)
{
    return {name, member, 0, day_min, CustomUnit::minutes};
}

constexpr Custom clock(std::string_view name, int Customs::*member)
{
    return {name, member, 0, day_min, CustomUnit::time_of_day};
}

constexpr Custom count(std::string_view name, int Customs::*member, int least)
{
    return {name, member, least, 100, CustomUnit::count};
}

constexpr Custom assumed(Custom custom)
{
    custom.is_assumed = true;
    return custom;
}

constexpr std::array custom_rows{
    Custom{"grain_min", &Customs::grain_min, 5, 60, CustomUnit::minutes},
    minutes("allowed_break_min", &Customs::allowed_break_min),
    minutes("rest_min", &Customs::rest_min),
    minutes("meal_min", &Customs::meal_min),
    clock("meal_from_min", &Customs::meal_from_min),
    clock("meal_to_min", &Customs::meal_to_min),
    minutes("day_load_min", &Customs::day_load_min),
    clock("preferred_from_min", &Customs::preferred_from_min),
    clock("preferred_to_min", &Customs::preferred_to_min),
    minutes("transfer_buffer_min", &Customs::transfer_buffer_min),
    Custom{"turn_min", &Customs::turn_min, 1, day_min, CustomUnit::minutes},
    minutes("turn_break_min", &Customs::turn_break_min),
    assumed(Custom{"booth_size", &Customs::booth_size, 1, 10, CustomUnit::count}),
    assumed(minutes("solo_min", &Customs::solo_min)),
    count("sessions_a_day", &Customs::sessions_a_day, 1),
    count("city_changes_a_day", &Customs::city_changes_a_day, 0),
    count("breaks_apart", &Customs::breaks_apart, 0),
    assumed(minutes("queue_p50_min", &Customs::queue_p50_min)),
    assumed(minutes("queue_p90_min", &Customs::queue_p90_min)),
    assumed(Custom{"city_speed_kmh", &Customs::city_speed_kmh, 1, 200, CustomUnit::km_per_hour}),
    assumed(minutes("city_least_min", &Customs::city_least_min)),
    assumed(minutes("check_in_min", &Customs::check_in_min)),
    Custom{"plan_for_p90", &Customs::plan_for_p90, 0, 1, CustomUnit::flag},
};

const RuleRow& row_of(RuleId id)
{
    return rows[static_cast<std::size_t>(id)];
}

std::string_view next_word(std::string_view& line)
{
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    const std::string_view word = line.substr(0, line.find(' '));
    line.remove_prefix(word.size());
    return word;
}

std::string_view word_of(Tier tier)
{
    return tier == Tier::hard ? "hard" : tier == Tier::soft ? "soft" : "off";
}

/// "hard", "off", "soft 50", "soft": nothing for what the rule may not be.
std::optional<Rule> read_rule(RuleId id, std::string_view word, std::string_view number)
{
    constexpr std::array tiers{Tier::off, Tier::soft, Tier::hard};
    const auto* const tier =
        std::find_if(tiers.begin(), tiers.end(), [&](Tier each) { return word_of(each) == word; });
    auto rule = tier != tiers.end() ? usual_rule(id, *tier) : std::nullopt;
    if (!rule || number.empty()) {
        return rule;
    }
    const auto weight = rule->tier == Tier::soft ? to_number<int>(number) : std::nullopt;
    if (!weight || *weight < 0 || *weight > most_weight) {
        return std::nullopt;
    }
    rule->weight = *weight;
    return *weight == 0 ? usual_rule(id, Tier::off) : rule;
}

} // namespace

std::string code_of(RuleId id)
{
    return std::string(row_of(id).code);
}

std::string key_of(RuleId id)
{
    std::string key = code_of(id);
    key.front() = key.front() == 'H' ? 'h' : 's';
    return key;
}

std::optional<RuleId> parse_rule(std::string_view code)
{
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&](const RuleRow& row) { return row.code == code; });
    return found != rows.end() ? std::optional(static_cast<RuleId>(found - rows.begin()))
                               : std::nullopt;
}

RuleBook default_rules()
{
    RuleBook book;
    std::transform(rows.begin(), rows.end(), book.rules.begin(),
                   [](const RuleRow& row) { return row.by_default; });
    return book;
}

std::optional<Rule> usual_rule(RuleId id, Tier tier)
{
    const RuleRow& row = row_of(id);
    const bool is_wish = row.by_default.tier == Tier::soft;
    switch (tier) {
    case Tier::off:
        return Rule{Tier::off, row.by_default.weight};
    case Tier::soft: {
        const int weight = is_wish ? row.by_default.weight : row.soft_weight;
        return weight > 0 ? std::optional(Rule{Tier::soft, weight}) : std::nullopt;
    }
    case Tier::hard:
        return is_wish ? std::nullopt : std::optional(hard);
    }
    return std::nullopt;
}

std::span<const Custom> customs() noexcept
{
    return custom_rows;
}

Status apply_line(RuleBook& book, std::string_view line)
{
    const Error refused{
        ErrorCode::parse, {"error.schedule.planning_line", {{"line", std::string(line)}}}, {}};
    std::string_view left = line;
    const std::string_view name = next_word(left);
    const std::string_view first = next_word(left);
    const std::string_view second = next_word(left);
    if (first.empty() || !next_word(left).empty()) {
        return refused;
    }
    if (const auto id = parse_rule(name)) {
        const auto rule = read_rule(*id, first, second);
        if (!rule) {
            return refused;
        }
        book[*id] = *rule;
        return ok();
    }
    const auto row = std::find_if(custom_rows.begin(), custom_rows.end(),
                                  [&](const Custom& each) { return each.name == name; });
    const auto number = to_number<int>(first);
    if (row == custom_rows.end() || !number || !second.empty() || *number < row->least ||
        *number > row->most) {
        return refused;
    }
    book.customs.*row->member = *number;
    return ok();
}

std::string line_of(RuleId id, const Rule& rule)
{
    std::string line = code_of(id) + " " + std::string(word_of(rule.tier));
    if (rule.tier == Tier::soft) {
        line += " " + std::to_string(rule.weight);
    }
    return line;
}

std::string line_of(const Custom& custom, int value)
{
    return std::string(custom.name) + " " + std::to_string(value);
}

} // namespace dostyk::schedule
