#include "schedule/release.hpp"

#include "core/number_text.hpp"
#include "model/date_text.hpp"
#include "model/validate_value.hpp"
#include "json/document.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace dostyk::schedule {

namespace {

using Json = nlohmann::json;
using model::Entity;
using model::Pack;

constexpr Minute longest_session = 7 * 24 * 60;
constexpr int highest_number = 1'000'000;

/// What people would notice: all but how often it changed before.
bool is_same(const ProgrammeSession& a, ProgrammeSession b)
{
    b.sequence = a.sequence;
    return a == b;
}

std::optional<int> whole_number(std::optional<json::Value> value, int most)
{
    if (!value || !value->is_whole() || value->number() < 0 || value->number() > most) {
        return std::nullopt;
    }
    return static_cast<int>(value->number());
}

std::optional<std::string> text_of(std::optional<json::Value> value)
{
    return value && value->is_string() && !value->text().empty()
               ? std::optional(std::string(value->text()))
               : std::nullopt;
}

std::optional<std::vector<std::string>> texts_of(std::optional<json::Value> value)
{
    if (!value || !value->is_array()) {
        return std::nullopt;
    }
    std::vector<std::string> texts;
    for (const json::Value each : value->elements()) {
        auto text = text_of(each);
        if (!text) {
            return std::nullopt;
        }
        texts.push_back(*std::move(text));
    }
    return texts;
}

std::optional<Text4> title_of(std::optional<json::Value> value)
{
    if (!value || !value->is_object()) {
        return std::nullopt;
    }
    Text4 title;
    for (const auto& [code, text] : value->members()) {
        const auto language = parse_language(code);
        if (!language || !text.is_string()) {
            return std::nullopt;
        }
        title[*language] = text.text();
    }
    return title;
}

int number_of(const Entity& entity)
{
    const auto* number = model::find_value<double>(entity, "number", Pack::enriched);
    const bool is_number = number != nullptr && *number == std::floor(*number) && *number >= 1 &&
                           *number <= highest_number;
    return is_number ? static_cast<int>(*number) : 0;
}

Programme read_release(const Entity& entity, int number, Diagnostics& diagnostics)
{
    Programme release;
    release.number = number;
    if (const auto* date = model::find_value<model::DateText>(entity, "date", Pack::enriched)) {
        release.date = date->iso;
    }
    const auto* lines =
        model::find_value<std::vector<std::string>>(entity, "programme", Pack::enriched);
    for (std::size_t i = 0; lines != nullptr && i < lines->size(); ++i) {
        if (auto session = read_release_line((*lines)[i])) {
            release.sessions.push_back(*std::move(session));
        } else {
            diagnostics.add(model::make_finding("schedule.bad_release", Severity::error, entity,
                                                "/fields/programme/0/value/" + std::to_string(i),
                                                "programme", (*lines)[i]));
        }
    }
    std::sort(release.sessions.begin(), release.sessions.end(),
              [](const auto& a, const auto& b) { return a.id < b.id; });
    return release;
}

model::Claim claim_of(model::Value value)
{
    model::Claim claim;
    claim.value = std::move(value);
    claim.pack = Pack::enriched;
    claim.flags = model::flag::computed; // by us: no source says it
    return claim;
}

} // namespace

std::string release_line(const ProgrammeSession& session)
{
    Json title = Json::object();
    for (const Language language : all_languages) {
        if (session.title.has(language)) {
            title[std::string(code_of(language))] = session.title[language];
        }
    }
    Json line{{"audience", model::name_of(session.audience)},
              {"duration", session.duration},
              {"id", session.id},
              {"sequence", session.sequence},
              {"start", iso_on(session.zone, session.start)},
              {"title", std::move(title)},
              {"venue", session.venue},
              {"who", session.who},
              {"zone", session.zone}};
    if (session.is_cancelled) {
        line["cancelled"] = true;
    }
    return line.dump();
}

std::optional<ProgrammeSession> read_release_line(std::string_view line)
{
    Diagnostics ignored; // the caller names the line
    const auto document = json::parse(line, "", ignored);
    if (!document) {
        return std::nullopt;
    }
    const json::Value root = document->value();
    const auto id = text_of(root.find("id"));
    const auto start = text_of(root.find("start"));
    const auto instant = start ? model::instant_of(*start) : std::nullopt;
    const auto zone = text_of(root.find("zone"));
    const auto venue = text_of(root.find("venue"));
    const auto title = title_of(root.find("title"));
    const auto who = texts_of(root.find("who"));
    const auto duration = whole_number(root.find("duration"), longest_session);
    const auto sequence = whole_number(root.find("sequence"), highest_number);
    const auto word = text_of(root.find("audience"));
    const auto audience = word ? model::parse_audience(*word) : std::nullopt;
    const auto cancelled = root.find("cancelled");
    // A clock whose offset has seconds, of long ago, has no such text.
    const bool has_clock = instant && zone && offset_at(*zone, *instant) &&
                           model::instant_of(iso_on(*zone, *instant)) == instant;
    if (!id || !has_clock || !venue || !title || !who || !duration || !sequence || !audience ||
        (cancelled && !cancelled->is_boolean())) {
        return std::nullopt;
    }
    return ProgrammeSession{*id,       *title,    *instant,
                            *duration, *venue,    *zone,
                            *who,      *sequence, cancelled && cancelled->flag(),
                            *audience};
}

std::vector<Programme> releases_of(const model::Project& project, std::string_view meeting,
                                   Diagnostics& diagnostics)
{
    std::vector<Programme> releases;
    for (const Entity& entity : project.entities) {
        const auto* of = entity.kind == "release"
                             ? model::find_value<model::Refs>(entity, "meeting", Pack::enriched)
                             : nullptr;
        const int number = number_of(entity);
        if (of == nullptr || of->ids != std::vector<std::string>{std::string(meeting)} ||
            number == 0) {
            continue;
        }
        releases.push_back(read_release(entity, number, diagnostics));
        releases.back().meeting = meeting;
    }
    std::sort(releases.begin(), releases.end(),
              [](const auto& a, const auto& b) { return a.number < b.number; });
    return releases;
}

Programme next_release(const std::vector<Programme>& releases, Programme plan, Instant now)
{
    static const Programme nothing;
    const Programme& last = releases.empty() ? nothing : releases.back();
    plan.number = last.number + 1;
    plan.date = iso_on(plan.zone, now);
    for (ProgrammeSession& session : plan.sessions) {
        if (const ProgrammeSession* before = last.find(session.id)) {
            session.sequence = before->sequence + (is_same(*before, session) ? 0 : 1);
        }
    }
    const std::size_t held = plan.sessions.size();
    for (const ProgrammeSession& before : last.sessions) {
        const auto end = plan.sessions.begin() + static_cast<std::ptrdiff_t>(held);
        if (std::none_of(plan.sessions.begin(), end,
                         [&](const auto& each) { return each.id == before.id; })) {
            plan.sessions.push_back(before);
            plan.sessions.back().sequence += before.is_cancelled ? 0 : 1;
            plan.sessions.back().is_cancelled = true;
        }
    }
    std::sort(plan.sessions.begin(), plan.sessions.end(),
              [](const auto& a, const auto& b) { return a.id < b.id; });
    return plan;
}

std::string release_id(std::string_view meeting, int number)
{
    return "release-" + std::string(meeting) + "-" + std::to_string(number);
}

Entity to_entity(const Programme& release)
{
    Entity entity;
    entity.kind = "release";
    entity.id = release_id(release.meeting, release.number);
    entity.pack = Pack::enriched;
    Text4 name;
    for (const Language language : all_languages) {
        name[language] =
            tr(language, Message{"release.name", {{"number", std::to_string(release.number)}}});
    }
    std::vector<std::string> lines;
    for (const ProgrammeSession& session : release.sessions) {
        lines.push_back(release_line(session));
    }
    entity.fields["name"] = {claim_of(std::move(name))};
    entity.fields["meeting"] = {claim_of(model::Refs{{release.meeting}})};
    entity.fields["number"] = {claim_of(static_cast<double>(release.number))};
    entity.fields["date"] = {claim_of(model::DateText{release.date})};
    entity.fields["programme"] = {claim_of(std::move(lines))};
    return entity;
}

Result<Programme> find_version(const std::vector<Programme>& releases, const Programme& plan,
                               std::string_view version)
{
    if (version == "now") {
        return plan;
    }
    if (version == "last" && !releases.empty()) {
        return releases.back();
    }
    std::string known;
    for (const Programme& release : releases) {
        if (to_number<int>(version) == release.number) {
            return release;
        }
        known += std::to_string(release.number) + ", ";
    }
    return Error{
        ErrorCode::not_found,
        {"error.release.unknown", {{"version", std::string(version)}, {"versions", known + "now"}}},
        {}};
}

} // namespace dostyk::schedule
