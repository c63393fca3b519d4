#include "editor/planning_rules.hpp"

#include "core/number_text.hpp"
#include "editor/field_edit.hpp"
#include "editor/own_claim.hpp"
#include "editor/typed_amount.hpp"
#include "model/schema.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace dostyk::editor {

namespace {

using schedule::Custom;
using schedule::Customs;
using schedule::CustomUnit;
using schedule::Rule;
using schedule::RuleBook;
using schedule::RuleId;
using schedule::Tier;

constexpr const char* field_name = "planning";
constexpr int hour_min = 60;

using Lines = std::vector<std::string>;

Lines lines_of(const model::Entity& meeting)
{
    const auto* lines = model::find_value<Lines>(meeting, field_name, model::Pack::enriched);
    return lines != nullptr ? *lines : Lines{};
}

std::string_view first_word(std::string_view line)
{
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    return line.substr(0, line.find(' '));
}

Error refused(std::string key, std::vector<std::pair<std::string, std::string>> values)
{
    return {ErrorCode::invalid, {std::move(key), std::move(values)}, {}};
}

RowEdit write_lines(const model::Entity& meeting, const Lines& lines)
{
    if (lines == lines_of(meeting)) {
        return std::nullopt;
    }
    const model::Claim* shown = model::find_claim(meeting, field_name, model::Pack::enriched);
    if (shown == nullptr || !is_own(*shown)) {
        const auto& rule = *model::find_field(*model::find_kind(meeting.kind), field_name);
        return own_claim(meeting, rule, lines, model::flag::assumed);
    }
    const auto& claims = meeting.fields.find(field_name)->second;
    const ClaimPlace place{meeting.kind, meeting.id, field_name,
                           static_cast<std::size_t>(shown - claims.data())};
    // Without ours a source would be heard again, where there is one.
    return lines.empty() && claims.size() == 1 ? remove_claim(meeting, place)
                                               : set_value(place, lines, model::FieldType::texts);
}

/// Put a line in the place of all that are about the same; an empty one takes them away.
RowEdit write_line(const model::Entity& meeting, std::string_view about, std::string line)
{
    Lines lines;
    for (const std::string& each : lines_of(meeting)) {
        if (first_word(each) != about) {
            lines.push_back(each);
        } else if (!line.empty()) {
            lines.push_back(std::exchange(line, {}));
        }
    }
    if (!line.empty()) {
        lines.push_back(std::move(line));
    }
    return write_lines(meeting, lines);
}

RowEdit write_rule(const model::Entity& meeting, RuleId id, const Rule& rule)
{
    const bool is_default = rule == schedule::default_rules()[id];
    return write_line(meeting, code_of(id), is_default ? std::string() : line_of(id, rule));
}

/// Customs that come before others.
struct Order {
    int Customs::*first;
    int Customs::*second;
    bool may_be_equal;
    const char* key;
};
constexpr std::array orders{
    Order{&Customs::meal_from_min, &Customs::meal_to_min, false, "error.planning.meal_hours"},
    Order{&Customs::preferred_from_min, &Customs::preferred_to_min, false,
          "error.planning.preferred_hours"},
    Order{&Customs::queue_p50_min, &Customs::queue_p90_min, true, "error.planning.queues"},
};

Status check_order(const Customs& customs, const Custom& changed)
{
    for (const Order& order : orders) {
        const bool is_meant = order.first == changed.member || order.second == changed.member;
        const int first = customs.*order.first;
        const int second = customs.*order.second;
        if (is_meant && (first > second || (first == second && !order.may_be_equal))) {
            return refused(order.key, {});
        }
    }
    return ok();
}

/// "9:30", "09:30"; nothing for any other text. [min of the day]
std::optional<int> parse_clock(std::string_view text)
{
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || text.size() - colon != 3) {
        return std::nullopt;
    }
    const auto hours = to_number<int>(text.substr(0, colon));
    const auto minutes = to_number<int>(text.substr(colon + 1));
    const bool is_clock =
        hours && minutes && *hours >= 0 && *hours <= 24 && *minutes >= 0 && *minutes < hour_min;
    return is_clock ? std::optional(*hours * hour_min + *minutes) : std::nullopt;
}

std::optional<int> parse_whole(std::string_view text)
{
    const auto number = parse_number(text);
    constexpr double largest = 1e9;
    return number && *number == std::floor(*number) && std::abs(*number) < largest
               ? std::optional(static_cast<int>(*number))
               : std::nullopt;
}

} // namespace

bool PlanningRules::is_changed(RuleId id) const
{
    static const schedule::RuleBook catalogue = schedule::default_rules();
    return book[id] != catalogue[id];
}

bool PlanningRules::is_changed(const Custom& custom) const
{
    return book.customs.*custom.member != Customs{}.*custom.member;
}

PlanningRules planning_rules(const model::Entity& meeting)
{
    PlanningRules made{schedule::default_rules(), {}, 0};
    for (const std::string& line : lines_of(meeting)) {
        if (!apply_line(made.book, line)) {
            made.unread.push_back(line);
        }
    }
    for (std::size_t i = 0; i < schedule::rule_count; ++i) {
        made.changes += made.is_changed(static_cast<RuleId>(i)) ? 1U : 0U;
    }
    for (const Custom& custom : schedule::customs()) {
        made.changes += made.is_changed(custom) ? 1U : 0U;
    }
    return made;
}

Result<RowEdit> set_tier(const model::Entity& meeting, RuleId id, Tier tier)
{
    const auto rule = usual_rule(id, tier);
    if (!rule) {
        return refused("error.planning.tier", {{"rule", code_of(id)}});
    }
    const bool is_so = planning_rules(meeting).book[id].tier == tier;
    return is_so ? RowEdit() : write_rule(meeting, id, *rule);
}

Result<RowEdit> set_weight(const model::Entity& meeting, RuleId id, std::string_view typed)
{
    if (planning_rules(meeting).book[id].tier != Tier::soft) {
        return refused("error.planning.not_soft", {{"rule", code_of(id)}});
    }
    const auto weight = parse_whole(typed);
    if (!weight || *weight < 0 || *weight > schedule::most_weight) {
        return refused("error.planning.number", {{"text", std::string(typed)},
                                                 {"least", "0"},
                                                 {"most", std::to_string(schedule::most_weight)}});
    }
    return write_rule(meeting, id,
                      *weight > 0 ? Rule{Tier::soft, *weight} : *usual_rule(id, Tier::off));
}

Result<RowEdit> set_custom(const model::Entity& meeting, const Custom& custom, int value)
{
    if (value < custom.least || value > custom.most) {
        return refused("error.planning.number", {{"text", typed_text(custom, value)},
                                                 {"least", typed_text(custom, custom.least)},
                                                 {"most", typed_text(custom, custom.most)}});
    }
    RuleBook book = planning_rules(meeting).book;
    book.customs.*custom.member = value;
    if (const Status status = check_order(book.customs, custom); !status) {
        return status.error();
    }
    const bool is_default = value == Customs{}.*custom.member;
    return write_line(meeting, custom.name, is_default ? std::string() : line_of(custom, value));
}

RowEdit reset_rule(const model::Entity& meeting, RuleId id)
{
    return write_line(meeting, code_of(id), {});
}

Result<RowEdit> reset_custom(const model::Entity& meeting, const Custom& custom)
{
    return set_custom(meeting, custom, Customs{}.*custom.member);
}

RowEdit remove_line(const model::Entity& meeting, std::string_view line)
{
    Lines lines = lines_of(meeting);
    std::erase(lines, line);
    return write_lines(meeting, lines);
}

std::string typed_text(const Custom& custom, int value)
{
    return custom.unit == CustomUnit::time_of_day
               ? fmt::format("{:02}:{:02}", value / hour_min, value % hour_min)
               : std::to_string(value);
}

Result<int> parse_custom(const Custom& custom, std::string_view typed)
{
    const bool is_clock = custom.unit == CustomUnit::time_of_day;
    const auto value = is_clock ? parse_clock(typed) : parse_whole(typed);
    if (!value || *value < custom.least || *value > custom.most) {
        return refused(is_clock ? "error.planning.clock" : "error.planning.number",
                       {{"text", std::string(typed)},
                        {"least", typed_text(custom, custom.least)},
                        {"most", typed_text(custom, custom.most)}});
    }
    return *value;
}

} // namespace dostyk::editor
