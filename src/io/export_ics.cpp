#include "io/export_ics.hpp"

#include "io/ical_component.hpp"
#include "model/date_text.hpp"
#include "model/schema.hpp"

#include <optional>
#include <utility>

namespace dostyk::io {

namespace {

using model::Entity;

/// A day "2024-04-19"; nothing for what is less exact.
std::optional<icaltimetype> day_of(std::string_view iso)
{
    constexpr std::size_t day_length = 10;
    if (iso.size() < day_length) {
        return std::nullopt;
    }
    return icaltime_from_string((std::string(iso.substr(0, 4)) + std::string(iso.substr(5, 2)) +
                                 std::string(iso.substr(8, 2)))
                                    .c_str());
}

class Calendar {
public:
    Calendar(const model::Project& project, const ExportScope& scope, Language language,
             const model::NameResolver& names, ExportNotes& notes)
    : m_project(project),
      m_scope(scope),
      m_language(language),
      m_names(names),
      m_notes(notes),
      m_root(make_calendar())
    {}

    void add_event(const Entity& entity, Instant stamp)
    {
        const auto* date = model::find_value<model::DateText>(entity, "date", m_scope.pack);
        Component event(icalcomponent_new(ICAL_VEVENT_COMPONENT));
        if (date == nullptr || !add_times(*event, date->iso)) {
            ++m_notes.undated;
            return;
        }
        const std::string uid = entity.kind + "-" + entity.id + "@" + m_project.id + ".dostyk";
        add(event.get(), icalproperty_new_uid(uid.c_str()));
        add(event.get(), icalproperty_new_dtstamp(ical_time(stamp)));
        add_text(*event, icalproperty_new_summary, name_of(entity, m_scope.pack, m_language));
        add_text(*event, icalproperty_new_description, description_of(entity));
        add_text(*event, icalproperty_new_location, location_of(entity));
        add_text(*event, icalproperty_new_categories,
                 std::string(tr(m_language, "kind." + entity.kind)));
        add_position(*event, entity);
        icalcomponent_add_component(m_root.get(), event.release());
    }

    [[nodiscard]] std::string text() const { return io::text_of(*m_root); }

private:
    static void add(icalcomponent* component, icalproperty* property)
    {
        icalcomponent_add_property(component, property);
    }

    template <typename Make>
    void add_text(icalcomponent& event, Make make, const std::string& text)
    {
        if (!text.empty()) {
            add(&event, make(ical_text(text, m_notes.replaced).c_str()));
        }
    }

    /// False where the date names no day.
    static bool add_times(icalcomponent& event, std::string_view iso)
    {
        const auto [first, last] = model::ends_of(iso);
        const auto from = model::instant_of(first);
        const auto to = model::instant_of(last);
        if (from && to) {
            add(&event, icalproperty_new_dtstart(ical_time(*from)));
            if (*to > *from) {
                add(&event, icalproperty_new_dtend(ical_time(*to)));
            }
            return true;
        }
        const auto first_day = day_of(first);
        auto last_day = day_of(last);
        if (!first_day || !last_day) {
            return false;
        }
        add(&event, icalproperty_new_dtstart(*first_day));
        icaltime_adjust(&*last_day, 1, 0, 0, 0); // DTEND is the day after the last
        add(&event, icalproperty_new_dtend(*last_day));
        return true;
    }

    [[nodiscard]] std::string text_of(const Entity& entity, std::string_view field) const
    {
        const model::Claim* claim = model::find_claim(entity, field, m_scope.pack);
        const model::KindRule* kind = model::find_kind(entity.kind);
        const model::FieldRule* rule = kind != nullptr ? model::find_field(*kind, field) : nullptr;
        if (claim == nullptr || rule == nullptr ||
            std::holds_alternative<std::monostate>(claim->value)) {
            return {};
        }
        return model::text_of(claim->value, *rule, m_language, m_names);
    }

    [[nodiscard]] std::string description_of(const Entity& entity) const
    {
        std::string text;
        for (const char* field : {"meeting", "theme", "description"}) {
            const std::string part = text_of(entity, field);
            text += (text.empty() || part.empty() ? "" : "\n") + part;
        }
        return text;
    }

    [[nodiscard]] const Entity* venue_of(const Entity& entity) const
    {
        const auto* venue = model::find_value<model::Refs>(entity, "venue", m_scope.pack);
        return venue != nullptr && !venue->ids.empty() ? m_project.find(venue->ids.front())
                                                       : nullptr;
    }

    [[nodiscard]] std::string location_of(const Entity& entity) const
    {
        std::string text = text_of(entity, "venue");
        if (const Entity* venue = venue_of(entity)) {
            const std::string city = text_of(*venue, "city");
            text += (text.empty() || city.empty() ? "" : ", ") + city;
        }
        return text;
    }

    /// Where a source locates it, itself or its venue; else nothing.
    void add_position(icalcomponent& event, const Entity& entity) const
    {
        for (const Entity* each : {&entity, venue_of(entity)}) {
            const auto* place = each != nullptr
                                    ? model::find_value<model::Place>(*each, "place", m_scope.pack)
                                    : nullptr;
            if (place != nullptr && place->type == model::PlaceType::point) {
                icalgeotype at{};
                at.lat = place->at.lat;
                at.lon = place->at.lon;
                add(&event, icalproperty_new_geo(at));
                return;
            }
        }
    }

    const model::Project& m_project;
    const ExportScope& m_scope;
    Language m_language;
    const model::NameResolver& m_names;
    ExportNotes& m_notes;
    Component m_root;
};

} // namespace

std::string to_ics(const model::Project& project, const ExportScope& scope,
                   const model::UnitNames& unit_names, Language language, Instant stamp,
                   ExportNotes& notes)
{
    const auto names = model::make_resolver(project, unit_names, scope.pack, language);
    Calendar calendar(project, scope, language, names, notes);
    for (const Entity* entity : entities_in(project, scope)) {
        if (entity->kind == "meeting" || entity->kind == "session") {
            calendar.add_event(*entity, stamp);
        }
    }
    return calendar.text();
}

} // namespace dostyk::io
