// What another version of a programme holds elsewhere, as arrows; and what a plan holds where.

#include "core/message.hpp"
#include "geo/mercator.hpp"
#include "scene/cluster.hpp"
#include "scene/composer_state.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <utility>

namespace dostyk::scene {

namespace {

constexpr auto layer_name = "programme";
constexpr float move_px = 4;
constexpr float casing_px = 2;
/// Arrows end beside the signs of the venues, so that neither covers the other.
constexpr float aside_px = 17;
/// Below this an arrow would be hidden by the two signs: it goes round them instead.
constexpr float least_px = 52;
constexpr float loop_px = 25;
constexpr float tally_px = 20;
/// As signs of venues become one: their names and that of the town keep their room.
constexpr float tally_cluster_px = 24;
constexpr float text_priority = 890;

float distance(geo::ScreenPoint a, geo::ScreenPoint b)
{
    return std::hypot(b.x - a.x, b.y - a.y);
}

/// The part of a line that is further than so much from both of its ends.
std::vector<geo::ScreenPoint> without_ends(const std::vector<geo::ScreenPoint>& line, float apart)
{
    std::vector<geo::ScreenPoint> kept;
    std::copy_if(line.begin(), line.end(), std::back_inserter(kept), [&](geo::ScreenPoint point) {
        return distance(point, line.front()) >= apart && distance(point, line.back()) >= apart;
    });
    return kept;
}

/// Round both ends, from the side of the one to that of the other. \param order  Each loop of a
/// place lies outside the one before.
std::vector<geo::ScreenPoint> loop(geo::ScreenPoint from, geo::ScreenPoint to, int order,
                                   float scale)
{
    constexpr int sides = 36;
    constexpr float opening = 0.16F; // of the circle
    const geo::ScreenPoint centre{(from.x + to.x) / 2, (from.y + to.y) / 2};
    const float radius = distance(from, to) / 2 + (loop_px + 8 * static_cast<float>(order)) * scale;
    // The opening points from the old place to the new one, or upwards where they are one.
    const float towards = distance(from, to) > 1 ? std::atan2(to.y - from.y, to.x - from.x) : -1.2F;
    const float begin = towards + opening * std::numbers::pi_v<float>;
    const float turn = 2 * std::numbers::pi_v<float> * (1 - opening);
    std::vector<geo::ScreenPoint> points;
    for (int i = 0; i <= sides; ++i) {
        const float angle = begin + turn * static_cast<float>(i) / sides;
        points.push_back(
            {centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
    }
    return points;
}

void add_arrow(Composer::State& state, FrameContext& context, const ProgrammeMove& move,
               std::vector<geo::ScreenPoint> points)
{
    const float scale = context.view.scale;
    PickTarget target;
    target.line = points;
    target.reach_px = move_px / 2 + 4;
    target.hit = {move.entity, {move.entity}, {}};
    state.targets.push_back(std::move(target));

    const bool is_marked =
        move.entity == context.view.selected || move.entity == context.view.hovered;
    DrawPath path;
    path.layer = layer_name;
    path.points = std::move(points);
    path.width_px = (move_px + 2 * casing_px + (is_marked ? 2.0F : 0.0F)) * scale;
    path.color = label_of(state.style, "entity").halo;
    context.frame.items.emplace_back(path);
    path.width_px = (move_px + (is_marked ? 2.0F : 0.0F)) * scale;
    path.color = color_of(state.style, "move");
    path.has_arrow = true;
    context.frame.items.emplace_back(std::move(path));
}

/// The name of what moved, off the line about its middle; further along it where others stand.
LabelRequest make_name(Composer::State& state, const FrameContext& context,
                       const ProgrammeMove& move, const std::vector<geo::ScreenPoint>& points)
{
    LabelRequest request;
    request.key = label_key("programme_move", move.entity);
    request.layer = layer_name;
    request.priority = text_priority;
    const std::size_t count = points.size();
    request.at = points[count / 2];
    for (const std::size_t at : {count / 3, count * 2 / 3, count / 5, count * 4 / 5}) {
        request.others.push_back(points[at]);
    }
    request.clearance_px = (move_px / 2 + casing_px + 2) * context.view.scale;
    const geo::ScreenPoint first = points.front();
    const geo::ScreenPoint last = points.back();
    request.first_slot = std::abs(last.x - first.x) > std::abs(last.y - first.y) ? 2 : 0;
    constexpr std::size_t letters_a_line = 28;
    for (const std::string& line : wrapped(move.text, letters_a_line)) {
        request.lines.push_back({line, scaled_label(context, label_of(state.style, "amount"))});
    }
    return request;
}

} // namespace

void add_programme_moves(Composer::State& state, FrameContext& context)
{
    const float scale = context.view.scale;
    // How many there are between two places already, in this direction or the other.
    std::map<std::pair<std::pair<double, double>, std::pair<double, double>>, int> orders;
    for (const ProgrammeMove& move : context.view.programme.moves) {
        const std::pair from_key{move.from.lon, move.from.lat};
        const std::pair to_key{move.to.lon, move.to.lat};
        const int order = orders[std::minmax(from_key, to_key)]++;
        const geo::ScreenPoint from = context.at(geo::to_world(move.from));
        const geo::ScreenPoint to = context.at(geo::to_world(move.to));
        std::vector<geo::ScreenPoint> points;
        if (distance(from, to) < least_px * scale) {
            points = loop(from, to, order, scale);
        } else {
            // There and back bow to the same side of their direction: apart from each other.
            points = without_ends(bowed(from, to, 0.10F + 0.05F * static_cast<float>(order)),
                                  aside_px * scale);
        }
        if (points.size() < 2) {
            continue;
        }
        context.requests.push_back(make_name(state, context, move, points));
        add_arrow(state, context, move, std::move(points));
    }
}

void add_programme_tallies(Composer::State& state, FrameContext& context)
{
    constexpr int sides = 40;
    const float scale = context.view.scale;
    const std::vector<ProgrammeTally>& tallies = context.view.programme.tallies;
    std::vector<ClusterPoint> points;
    for (const ProgrammeTally& tally : tallies) {
        points.push_back(
            {context.at(geo::to_world(tally.at)), static_cast<double>(-tally.sessions)});
    }
    for (const Cluster& group : cluster(points, tally_cluster_px * scale)) {
        const geo::ScreenPoint at = points[group.leader].at;
        int sessions = 0;
        float share = 0;
        for (const std::size_t member : group.members) {
            sessions += tallies[member].sessions;
            share += tallies[member].share;
        }
        const float width_px = 2 + 8 * std::sqrt(share);
        DrawPath ring;
        ring.layer = layer_name;
        for (int i = 0; i <= sides; ++i) {
            const float angle = 2 * std::numbers::pi_v<float> * static_cast<float>(i) / sides;
            ring.points.push_back({at.x + tally_px * scale * std::cos(angle),
                                   at.y + tally_px * scale * std::sin(angle)});
        }
        ring.color = label_of(state.style, "entity").halo;
        ring.width_px = (width_px + 2 * casing_px) * scale;
        context.frame.items.emplace_back(ring);
        // The more of the plan is held there, the broader.
        ring.width_px = width_px * scale;
        ring.color = color_of(state.style, "route");
        context.frame.items.emplace_back(std::move(ring));
        LabelRequest request;
        request.key = label_key("programme_tally", tallies[group.leader].entity);
        request.layer = layer_name;
        request.priority = text_priority;
        request.at = at;
        request.clearance_px = (tally_px + 6) * scale;
        request.first_slot = 3; // below: the venue's name stands at its right
        request.lines.push_back(
            {tr(context.view.language,
                Message{"programme.sessions", {{"count", std::to_string(sessions)}}}),
             scaled_label(context, label_of(state.style, "amount"))});
        context.requests.push_back(std::move(request));
    }
}

} // namespace dostyk::scene
