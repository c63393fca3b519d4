#include "model/schema.hpp"

#include "model/entity.hpp"
#include "model/schema_visit.hpp"

#include <algorithm>
#include <array>

namespace dostyk::model {

namespace {

using namespace rows;

constexpr WordArray<5> levels{"presidents", "heads_of_government", "ministers", "regions",
                              "commission"};
constexpr WordArray<4> meeting_statuses{"held", "announced", "planned", "not_found"};
constexpr WordArray<3> visit_kinds{"state", "official", "working"};
constexpr WordArray<12> formats{"narrow",     "expanded", "plenary",  "signing",
                                "award",      "press",    "forum",    "reception",
                                "site_visit", "b2b",      "cultural", "break"};
constexpr WordArray<4> roles{"president", "prime_minister", "minister", "delegate"};
constexpr WordArray<6> sorts{"government", "company",  "academy",
                             "university", "operator", "agency"};
constexpr WordArray<9> document_types{"treaty",   "agreement", "protocol", "roadmap", "memorandum",
                                      "decision", "plan",      "law",      "unknown"};
constexpr WordArray<8> document_statuses{"draft",       "agreed",   "signed",   "ratified_kz",
                                         "ratified_kg", "ratified", "in_force", "implemented"};
constexpr WordArray<9> sectors{"logistics", "energy", "metallurgy",  "transport", "water",
                               "tourism",   "trade",  "agriculture", "industry"};
constexpr WordArray<6> project_statuses{"planned",   "agreed",  "under_construction",
                                        "operating", "stalled", "announced"};
constexpr WordArray<2> crossing_modes{"road", "rail"};
constexpr WordArray<3> traffics{"all", "cargo_only", "cars_persons"};
constexpr WordArray<3> closures{"all", "cargo", "cars_persons"};
constexpr WordArray<4> crossing_statuses{"operating", "seasonal", "planned", "closed"};
constexpr WordArray<2> pairings{"confirmed", "unconfirmed"};
constexpr WordArray<3> regimes{"bilateral", "multilateral", "international"};
constexpr WordArray<6> indicator_topics{"trade", "investment", "border",
                                        "water", "energy",     "enterprises"};
constexpr WordArray<7> commitment_topics{"trade",      "water_energy", "institutions", "logistics",
                                         "investment", "agriculture",  "digital"};
constexpr WordArray<4> commitment_statuses{"agreed", "planned", "in_progress", "done"};
constexpr WordArray<19> relation_types{
    "part_of",    "hosts",    "signed_at", "covers", "implements",   "party_of",     "twin_of",
    "located_in", "funds",    "awards",    "about",  "successor_of", "shares_water", "precedes",
    "excludes",   "same_day", "apart",     "flight", "way"};
constexpr WordArray<6> standings{"official", "agency", "registry",
                                 "standard", "media",  "unconfirmed"};

constexpr WordArray<1> only_institutions{"institution"};
constexpr WordArray<2> meetings_or_documents{"meeting", "document"};
constexpr WordArray<1> only_organisations{"organisation"};
constexpr WordArray<1> only_indicators{"indicator"};

using enum FieldType;

constexpr auto institution_fields = with_common(Naming::required, std::to_array<FieldRule>({
                                                                      word_of("level", levels),
                                                                      field("parties", parties),
                                                                      field("founded", date),
                                                                      field("legal_basis", text4),
                                                                      field("secretariat", text4),
                                                                      field("mandate", text4),
                                                                  }));

constexpr auto meeting_fields =
    with_common(Naming::required, std::to_array<FieldRule>({
                                      ref_to("institution", only_institutions),
                                      field("number", number),
                                      field("date", date),
                                      field("date_text", text4),
                                      field("theme", text4),
                                      field("host", party),
                                      ref_to("venue", only_venues),
                                      word_of("status", meeting_statuses),
                                      word_of("visit_kind", visit_kinds),
                                      field("documents_stated", number),
                                      field("results", list),
                                      refs_to("participants", {}),
                                      field("day_zone", text),
                                      field("day_hours", texts),
                                      field("planning", texts),
                                      ref_to("b2b_venue", only_venues),
                                      field("b2b_hours", texts),
                                      field("b2b_slot", number),
                                      field("b2b_limit", number),
                                  }));

constexpr auto session_fields =
    with_common(Naming::required, std::to_array<FieldRule>({
                                      ref_to("meeting", only_meetings),
                                      word_of("format", formats),
                                      field("date", date),
                                      field("date_text", text4),
                                      ref_to("venue", only_venues),
                                      refs_to("participants", {}),
                                      refs_to("optional_participants", {}),
                                      refs_to("interpreters", only_interpreters),
                                      field("duration", number),
                                      field("size", number),
                                      field("languages", texts),
                                      word_of("interpretation", ways_of_interpreting),
                                      field("windows", texts),
                                      field("preferred_windows", texts),
                                      field("venue_needs", texts),
                                      field("venue_unfit", texts),
                                      field("venue_wishes", texts),
                                      field("tracks", texts),
                                      field("topics", texts),
                                      field("priority", number),
                                      field("match_score", number),
                                      field("table", number),
                                      field("pinned", flag),
                                      field("published", flag),
                                      field("dropped", flag),
                                  }));

constexpr auto person_fields = with_common(Naming::required, std::to_array<FieldRule>({
                                                                 field("position", text4),
                                                                 field("country", party),
                                                                 word_of("role", roles),
                                                                 refs_to("posts", only_posts),
                                                                 field("precedence", number),
                                                                 field("availability", texts),
                                                                 personal("phone"),
                                                                 personal("plate"),
                                                                 personal("room"),
                                                             }));

constexpr auto organisation_fields = with_common(Naming::required, std::to_array<FieldRule>({
                                                                       field("country", party),
                                                                       word_of("sort", sorts),
                                                                       field("action", text4),
                                                                   }));

constexpr auto venue_fields = with_common(Naming::required, std::to_array<FieldRule>({
                                                                field("city", text4),
                                                                field("country", party),
                                                                field("capacity", number),
                                                                field("zone", text),
                                                                field("hours", texts),
                                                                field("setup", number),
                                                                field("teardown", number),
                                                                field("parallel", number),
                                                            }));

constexpr auto document_fields =
    with_common(Naming::optional, std::to_array<FieldRule>({
                                      word_of("type", document_types),
                                      field("date", date),
                                      field("date_text", text4),
                                      field("signatories", parties),
                                      field("parties", parties),
                                      word_of("status", document_statuses),
                                      field("steps", list),
                                      ref_to("part_of", meetings_or_documents),
                                      refs_to("covers", {}),
                                  }));

constexpr auto project_fields =
    with_common(Naming::required, std::to_array<FieldRule>({
                                      word_of("sector", sectors),
                                      field("country", party),
                                      field("parties", parties),
                                      word_of("status", project_statuses),
                                      field("investor", parties),
                                      field("investor_text", text4),
                                      field("count", number),
                                      field("capacity", amount),
                                      field("cost", amount),
                                      field("area", amount),
                                      field("timeline", list),
                                      field("due", date),
                                      field("action", text4),
                                  }));

constexpr auto joint_enterprise_fields =
    with_common(Naming::required, std::to_array<FieldRule>({
                                      word_of("sector", sectors),
                                      field("parties", parties),
                                      word_of("status", project_statuses),
                                      refs_to("partners", {}),
                                      field("capacity", amount),
                                  }));

constexpr auto research_institute_fields =
    with_common(Naming::required, std::to_array<FieldRule>({
                                      field("country", party),
                                      field("field", text4),
                                      field("founded", date),
                                      ref_to("organisation", only_organisations),
                                  }));

constexpr auto programme_fields =
    with_common(Naming::required, std::to_array<FieldRule>({
                                      word_of("sector", sectors),
                                      field("parties", parties),
                                      word_of("status", project_statuses),
                                      field("count", number),
                                      field("empty_text", text4),
                                  }));

constexpr auto crossing_fields =
    with_common(Naming::required, std::to_array<FieldRule>({
                                      field("kz_name", text4),
                                      field("kg_name", text4),
                                      word_of("mode", crossing_modes),
                                      word_of("traffic", traffics),
                                      field("hours", text4),
                                      field("open_hours", texts),
                                      word_of("closure", closures),
                                      field("queue_p50", number),
                                      field("queue_p90", number),
                                      word_of("status", crossing_statuses),
                                      field("capacity", amount),
                                      word_of("pairing", pairings),
                                      field("works", list),
                                      field("timeline", list),
                                      word_of("regime", regimes),
                                  }));

constexpr auto indicator_fields =
    with_common(Naming::required, std::to_array<FieldRule>({
                                      field("value", amount),
                                      field("growth", amount),
                                      field("origin", party),
                                      field("destination", party),
                                      field("meaning", text4),
                                      word_of("topic", indicator_topics),
                                  }));

constexpr auto goal_fields = with_common(Naming::required, std::to_array<FieldRule>({
                                                               ref_to("indicator", only_indicators),
                                                               field("target", amount),
                                                               field("due", date),
                                                               field("baseline", amount),
                                                           }));

constexpr auto commitment_fields =
    with_common(Naming::required, std::to_array<FieldRule>({
                                      field("parties", parties),
                                      word_of("topic", commitment_topics),
                                      field("text", text4),
                                      refs_to("targets", {}),
                                      field("investor_text", text4),
                                      field("origin", party),
                                      field("destination", party),
                                      field("amount", amount),
                                      word_of("status", commitment_statuses),
                                  }));

constexpr auto award_fields = with_common(Naming::required, std::to_array<FieldRule>({
                                                                ref_to("giver", {}),
                                                                ref_to("receiver", {}),
                                                                field("degree", number),
                                                                field("reason", text4),
                                                                field("origin", party),
                                                                field("destination", party),
                                                                field("date", date),
                                                                field("date_text", text4),
                                                            }));

constexpr auto relation_fields =
    with_common(Naming::optional, std::to_array<FieldRule>({
                                      required(word_of("type", relation_types)),
                                      required(field("from", party)),
                                      required(field("to", party)),
                                      field("date", date),
                                      field("lag", number),
                                      field("longest_lag", number),
                                      field("minutes", number),
                                  }));

constexpr auto source_fields = with_common(Naming::optional, std::to_array<FieldRule>({
                                                                 required(field("title", text)),
                                                                 required(field("url", text)),
                                                                 field("publisher", text),
                                                                 field("language", text),
                                                                 field("date", date),
                                                                 field("hash", text),
                                                                 field("read", date),
                                                                 word_of("standing", standings),
                                                             }));

constexpr std::array<KindRule, 28> all_kinds{{
    {"institution", institution_fields},
    {"meeting", meeting_fields},
    {"session", session_fields},
    {"agenda_item", agenda_item_fields},
    {"person", person_fields},
    {"post", post_fields},
    {"interpreter", interpreter_fields},
    {"organisation", organisation_fields},
    {"delegation", delegation_fields},
    {"accommodation", accommodation_fields},
    {"arrival", arrival_fields},
    {"vehicle", vehicle_fields},
    {"b2b_request", b2b_request_fields},
    {"waiver", waiver_fields},
    {"release", release_fields},
    {"venue", venue_fields},
    {"document", document_fields},
    {"project", project_fields},
    {"joint_enterprise", joint_enterprise_fields},
    {"research_institute", research_institute_fields},
    {"programme", programme_fields},
    {"crossing", crossing_fields},
    {"indicator", indicator_fields},
    {"goal", goal_fields},
    {"commitment", commitment_fields},
    {"award", award_fields},
    {"relation", relation_fields},
    {"source", source_fields},
}};

constexpr WordArray<23> all_units{
    "USD",  "KZT",   "KGS",  "percent",     "item",  "km",         "km2",    "m",
    "m3",   "MW",    "kWh",  "kt_per_year", "ha",    "vehicle",    "person", "vehicle_per_day",
    "lane", "booth", "year", "document",    "point", "enterprise", "kW"};

constexpr WordArray<4> all_qualifiers{"about", "over", "under", "up_to"};

constexpr std::array<FlagRule, 11> all_flags{{
    {"inferred", flag::inferred},
    {"computed", flag::computed},
    {"approximate", flag::approximate},
    {"unconfirmed", flag::unconfirmed},
    {"schematic", flag::schematic},
    {"derived", flag::derived},
    {"former", flag::former},
    {"announced", flag::announced},
    {"demo", flag::demo},
    {"drawn", flag::drawn},
    {"assumed", flag::assumed},
}};

} // namespace

std::span<const KindRule> kinds() noexcept
{
    return all_kinds;
}

const KindRule* find_kind(std::string_view kind) noexcept
{
    const auto found = std::find_if(all_kinds.begin(), all_kinds.end(),
                                    [&](const KindRule& rule) { return rule.name == kind; });
    return found != all_kinds.end() ? &*found : nullptr;
}

const FieldRule* find_field(const KindRule& kind, std::string_view field) noexcept
{
    const auto found = std::find_if(kind.fields.begin(), kind.fields.end(),
                                    [&](const FieldRule& rule) { return rule.name == field; });
    return found != kind.fields.end() ? &*found : nullptr;
}

std::span<const std::string_view> units() noexcept
{
    return all_units;
}

std::span<const std::string_view> qualifiers() noexcept
{
    return all_qualifiers;
}

std::span<const FlagRule> flags() noexcept
{
    return all_flags;
}

} // namespace dostyk::model
