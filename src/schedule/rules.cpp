#include "schedule/rules.hpp"

#include "core/number_text.hpp"
#include "schedule/custom_values.hpp"

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

struct CustomRow {
    std::string_view name;
    int Customs::*member = nullptr;
    int least = 0;
    int most = 0;
};

constexpr int day_min = 24 * 60;

constexpr std::array custom_rows{
    CustomRow{"grain_min", &Customs::grain_min, 5, 60},
    CustomRow{"allowed_break_min", &Customs::allowed_break_min, 0, day_min},
    CustomRow{"rest_min", &Customs::rest_min, 0, day_min},
    CustomRow{"meal_min", &Customs::meal_min, 0, day_min},
    CustomRow{"meal_from_min", &Customs::meal_from_min, 0, day_min},
    CustomRow{"meal_to_min", &Customs::meal_to_min, 0, day_min},
    CustomRow{"day_load_min", &Customs::day_load_min, 0, day_min},
    CustomRow{"preferred_from_min", &Customs::preferred_from_min, 0, day_min},
    CustomRow{"preferred_to_min", &Customs::preferred_to_min, 0, day_min},
    CustomRow{"transfer_buffer_min", &Customs::transfer_buffer_min, 0, day_min},
    CustomRow{"turn_min", &Customs::turn_min, 1, day_min},
    CustomRow{"turn_break_min", &Customs::turn_break_min, 0, day_min},
    CustomRow{"sessions_a_day", &Customs::sessions_a_day, 1, 100},
    CustomRow{"city_changes_a_day", &Customs::city_changes_a_day, 0, 100},
    CustomRow{"breaks_apart", &Customs::breaks_apart, 0, 100},
    CustomRow{"queue_p50_min", &Customs::queue_p50_min, 0, day_min},
    CustomRow{"queue_p90_min", &Customs::queue_p90_min, 0, day_min},
    CustomRow{"city_speed_kmh", &Customs::city_speed_kmh, 1, 200},
    CustomRow{"city_least_min", &Customs::city_least_min, 0, day_min},
    CustomRow{"check_in_min", &Customs::check_in_min, 0, day_min},
    CustomRow{"plan_for_p90", &Customs::plan_for_p90, 0, 1},
};

const RuleRow& row_of(RuleId id)
{
    return rows[static_cast<std::size_t>(id)];
}

/// Hard rules that may be demoted; the others are hard or off.
bool may_be_soft(RuleId id) noexcept
{
    return row_of(id).by_default.tier == Tier::soft || row_of(id).soft_weight > 0;
}

std::string_view next_word(std::string_view& line)
{
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    const std::string_view word = line.substr(0, line.find(' '));
    line.remove_prefix(word.size());
    return word;
}

/// "hard", "off", "soft 50", "soft", "50": nothing for what the rule may not be.
std::optional<Rule> read_rule(RuleId id, std::string_view word, std::string_view number)
{
    const bool is_wish = row_of(id).by_default.tier == Tier::soft;
    if (word == "off" && number.empty()) {
        return Rule{Tier::off, row_of(id).by_default.weight};
    }
    if (word == "hard" && number.empty() && !is_wish) {
        return hard;
    }
    if (word != "soft" || !may_be_soft(id)) {
        return std::nullopt;
    }
    const int usual = is_wish ? row_of(id).by_default.weight : row_of(id).soft_weight;
    const auto weight = number.empty() ? std::optional(usual) : to_number<int>(number);
    return weight && *weight >= 0
               ? std::optional(Rule{*weight == 0 ? Tier::off : Tier::soft, *weight})
               : std::nullopt;
}

} // namespace

std::string code_of(RuleId id)
{
    return std::string(row_of(id).code);
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

std::vector<std::pair<std::string_view, int>> values_of(const Customs& customs)
{
    std::vector<std::pair<std::string_view, int>> values;
    for (const CustomRow& row : custom_rows) {
        values.emplace_back(row.name, customs.*row.member);
    }
    return values;
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
                                  [&](const CustomRow& each) { return each.name == name; });
    const auto number = to_number<int>(first);
    if (row == custom_rows.end() || !number || !second.empty() || *number < row->least ||
        *number > row->most) {
        return refused;
    }
    book.customs.*row->member = *number;
    return ok();
}

} // namespace dostyk::schedule
