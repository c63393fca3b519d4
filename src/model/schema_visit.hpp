/// \file
/// Kinds of a visit: what a session talks about, who comes, how, in what, and who interprets.

#pragma once

#include "model/schema_rows.hpp"

#include <array>
#include <string_view>

namespace dostyk::model::rows {

inline constexpr WordArray<1> only_meetings{"meeting"};
inline constexpr WordArray<1> only_sessions{"session"};
inline constexpr WordArray<1> only_interpreters{"interpreter"};
inline constexpr WordArray<1> only_venues{"venue"};
inline constexpr WordArray<1> only_persons{"person"};
inline constexpr WordArray<1> only_posts{"post"};
inline constexpr WordArray<1> only_delegations{"delegation"};
inline constexpr WordArray<1> only_documents{"document"};
inline constexpr WordArray<2> persons_or_organisations{"person", "organisation"};
inline constexpr WordArray<3> table_guests{"organisation", "person", "delegation"};
inline constexpr WordArray<2> venues_or_crossings{"venue", "crossing"};

inline constexpr WordArray<2> credentials{"pending", "complete"};
inline constexpr WordArray<3> checks{"pending", "done", "not_needed"};
inline constexpr WordArray<2> ways_of_interpreting{"consecutive", "simultaneous"};
inline constexpr WordArray<3> interpretations{"consecutive", "simultaneous", "both"};
inline constexpr WordArray<2> directions{"arrival", "departure"};
inline constexpr WordArray<3> arrival_modes{"air", "rail", "road"};
inline constexpr WordArray<5> vehicle_classes{"sedan", "suv", "van", "bus", "luggage"};
inline constexpr WordArray<6> vehicle_roles{"lead",  "head",     "delegation",
                                            "press", "security", "reserve"};
inline constexpr WordArray<3> request_statuses{"requested", "accepted", "declined"};

inline constexpr auto agenda_item_fields =
    with_common(Naming::required, std::to_array<FieldRule>({
                                      ref_to("session", only_sessions),
                                      field("number", FieldType::number),
                                      ref_to("speaker", persons_or_organisations),
                                      refs_to("documents", only_documents),
                                  }));

/// A place in the order of precedence of a country: its sources name the law and the edition.
inline constexpr auto post_fields =
    with_common(Naming::required, std::to_array<FieldRule>({
                                      required(field("country", FieldType::party)),
                                      field("precedence", FieldType::number),
                                  }));

/// The checklist of credentials has a field for each item, so that a table sorts by it.
inline constexpr auto delegation_fields =
    with_common(Naming::required, std::to_array<FieldRule>({
                                      ref_to("meeting", only_meetings),
                                      field("country", FieldType::party),
                                      ref_to("head", only_persons),
                                      refs_to("members", only_persons),
                                      ref_to("head_post", only_posts),
                                      field("rank", FieldType::number),
                                      field("size", FieldType::number),
                                      field("availability", FieldType::texts),
                                      field("sessions_a_day", FieldType::number),
                                      field("city_changes_a_day", FieldType::number),
                                      for_partners(word_of("credentials", credentials)),
                                      for_partners(word_of("note_verbale", checks)),
                                      for_partners(word_of("member_list", checks)),
                                      for_partners(word_of("portraits", checks)),
                                      for_partners(word_of("badges", checks)),
                                  }));

inline constexpr auto interpreter_fields =
    hidden_from_public(with_common(Naming::required, std::to_array<FieldRule>({
                                                         ref_to("person", only_persons),
                                                         ref_to("meeting", only_meetings),
                                                         field("language_pairs", FieldType::texts),
                                                         word_of("interpretation", interpretations),
                                                         field("daily_hours", FieldType::number),
                                                         field("availability", FieldType::texts),
                                                     })));

inline constexpr auto accommodation_fields =
    hidden_from_public(with_common(Naming::required, std::to_array<FieldRule>({
                                                         ref_to("delegation", only_delegations),
                                                         refs_to("persons", only_persons),
                                                         ref_to("venue", only_venues),
                                                         field("date", FieldType::date),
                                                         field("host_covered", FieldType::flag),
                                                         field("covered_nights", FieldType::number),
                                                         personal("room"),
                                                     })));

inline constexpr auto arrival_fields =
    hidden_from_public(with_common(Naming::required, std::to_array<FieldRule>({
                                                         ref_to("delegation", only_delegations),
                                                         refs_to("persons", only_persons),
                                                         word_of("direction", directions),
                                                         word_of("mode", arrival_modes),
                                                         ref_to("point", venues_or_crossings),
                                                         field("date", FieldType::date),
                                                         field("service", FieldType::text),
                                                         field("lounge_quota", FieldType::number),
                                                     })));

inline constexpr auto vehicle_fields =
    hidden_from_public(with_common(Naming::required, std::to_array<FieldRule>({
                                                         word_of("class", vehicle_classes),
                                                         word_of("role", vehicle_roles),
                                                         field("capacity", FieldType::number),
                                                         field("availability", FieldType::texts),
                                                         ref_to("delegation", only_delegations),
                                                         ref_to("meeting", only_meetings),
                                                         ref_to("driver", only_persons),
                                                         personal("plate"),
                                                     })));

/// Who asks to meet whom at a table. Two requests of the same people are one meeting that all want.
inline constexpr auto b2b_request_fields =
    with_common(Naming::optional, std::to_array<FieldRule>({
                                      ref_to("meeting", only_meetings),
                                      required(ref_to("asker", table_guests)),
                                      required(refs_to("asked", table_guests)),
                                      field("match_score", FieldType::number),
                                      field("mutual", FieldType::flag),
                                      field("windows", FieldType::texts),
                                      word_of("status", request_statuses),
                                      ref_to("session", only_sessions),
                                  }));

/// A conflict of the programme that somebody answers for, with the reason.
inline constexpr auto waiver_fields =
    hidden_from_public(with_common(Naming::optional, std::to_array<FieldRule>({
                                                         ref_to("meeting", only_meetings),
                                                         field("rule", FieldType::text),
                                                         refs_to("sessions", only_sessions),
                                                         refs_to("participants", {}),
                                                         field("reason", FieldType::text4),
                                                     })));

/// The programme of a meeting as it was handed out: nothing of it changes any more, whatever
/// becomes of the sessions. Its lines hold restricted sessions too.
inline constexpr auto release_fields =
    with_common(Naming::optional, std::to_array<FieldRule>({
                                      ref_to("meeting", only_meetings),
                                      field("number", FieldType::number),
                                      field("date", FieldType::date),
                                      for_protocol(field("programme", FieldType::texts)),
                                  }));

} // namespace dostyk::model::rows
