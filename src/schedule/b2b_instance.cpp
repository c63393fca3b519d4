#include "schedule/b2b_instance.hpp"

#include "schedule/dzn_text.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace dostyk::schedule {

namespace {

/// Far beyond any forum; what is larger is a slip and would take all memory.
constexpr int most_participants = 5000;
constexpr int most_meetings = 20000;
constexpr int most_slots = 300;
constexpr int most_tables = 1000000;

using Values = std::vector<std::pair<std::string, std::string>>;

/// Takes values out of the text; the first one that is wrong stays as the error.
class Reader {
public:
    Reader(const DznText& text, const std::string& file) : m_text(text), m_file(file) {}

    Result<B2bInstance> read()
    {
        m_instance.participants = number("nBusiness", 1, most_participants);
        const int meetings = number("nMeetings", 1, most_meetings);
        m_instance.tables = number("nTables", 1, most_tables);
        m_instance.slots = number("nTotalSlots", 1, most_slots);
        m_instance.morning_slots = number("nMorningSlots", 0, m_instance.slots);
        read_meetings(meetings);
        if (!m_error) {
            read_meeting_sets();
        }
        if (!m_error) {
            read_forbidden();
            read_fixed();
            read_precedences();
        }
        if (m_error) {
            return *m_error;
        }
        return std::move(m_instance);
    }

private:
    void refuse(const char* key, Values values, int line)
    {
        if (!m_error) {
            m_error = Error{
                ErrorCode::invalid, {key, std::move(values)}, m_file + ":" + std::to_string(line)};
        }
    }

    const DznValue& value(const char* name, bool is_list)
    {
        static const DznValue nothing;
        const auto found = m_text.values.find(name);
        if (found == m_text.values.end()) {
            refuse("error.instance.missing", {{"name", name}}, m_text.lines);
            return nothing;
        }
        if (found->second.is_list != is_list) {
            refuse(is_list ? "error.instance.no_list" : "error.instance.no_number",
                   {{"name", name}}, found->second.line);
            return nothing;
        }
        return found->second;
    }

    int number(const char* name, int least, int most)
    {
        const DznValue& read = value(name, false);
        require(read, name, least, most);
        return read.number;
    }

    /// That a number lies within bounds.
    bool require(const DznValue& read, const char* name, int least, int most)
    {
        if (read.number >= least && read.number <= most) {
            return true;
        }
        refuse("error.instance.range",
               {{"name", name},
                {"value", std::to_string(read.number)},
                {"least", std::to_string(least)},
                {"most", std::to_string(most)}},
               read.line);
        return false;
    }

    const std::vector<DznValue>& list(const char* name, int size)
    {
        static const std::vector<DznValue> nothing;
        const DznValue& read = value(name, true);
        if (!m_error && read.items.size() != static_cast<std::size_t>(size)) {
            refuse("error.instance.count",
                   {{"name", name},
                    {"found", std::to_string(read.items.size())},
                    {"expected", std::to_string(size)}},
                   read.items.empty() ? read.line : read.items.back().line);
        }
        return m_error ? nothing : read.items;
    }

    void read_meetings(int count)
    {
        m_instance.meetings_of.resize(
            static_cast<std::size_t>(std::clamp(m_instance.participants, 0, most_participants)));
        for (const DznValue& row : list("requested", count)) {
            if (!row.is_list || row.items.size() != 3) {
                refuse("error.instance.no_meeting", {}, row.line);
                return;
            }
            const int people = m_instance.participants;
            if (!require(row.items[0], "requested", 1, people) ||
                !require(row.items[1], "requested", 1, people) ||
                !require(row.items[2], "requested", 1, 3)) {
                return;
            }
            const B2bMeeting meeting{row.items[0].number - 1, row.items[1].number - 1,
                                     static_cast<PartOfDay>(row.items[2].number - 1)};
            if (meeting.first == meeting.second) {
                refuse("error.instance.meets_itself",
                       {{"value", std::to_string(meeting.first + 1)}}, row.line);
                return;
            }
            const int index = static_cast<int>(m_instance.meetings.size());
            for (const int person : {meeting.first, meeting.second}) {
                m_instance.meetings_of[static_cast<std::size_t>(person)].push_back(index);
            }
            m_instance.meetings.push_back(meeting);
        }
    }

    /// The file says once more whose meetings are which; there it counts from 2 and adds a 1.
    void read_meeting_sets()
    {
        const auto& counts = list("nMeetingsBusiness", m_instance.participants);
        const auto& sets = list("meetingsxBusiness", m_instance.participants);
        for (std::size_t i = 0; i < sets.size() && i < counts.size(); ++i) {
            const std::vector<int>& own = m_instance.meetings_of[i];
            std::vector<int> expected{1};
            for (const int meeting : own) {
                expected.push_back(meeting + 2);
            }
            std::vector<int> found;
            for (const DznValue& item : sets[i].items) {
                found.push_back(item.number);
            }
            std::sort(found.begin(), found.end());
            if (found != expected) {
                refuse("error.instance.disagrees",
                       {{"name", "meetingsxBusiness"}, {"value", std::to_string(i + 1)}},
                       sets[i].line);
            }
            if (counts[i].is_list || counts[i].number != static_cast<int>(own.size())) {
                refuse("error.instance.disagrees",
                       {{"name", "nMeetingsBusiness"}, {"value", std::to_string(i + 1)}},
                       counts[i].line);
            }
        }
    }

    /// Numbers of a set from 1, made to count from 0; a 0 says that there are none.
    std::vector<int> numbers(const DznValue& set, const char* name, int most)
    {
        std::vector<int> read;
        if (!set.is_list) {
            refuse("error.instance.no_list", {{"name", name}}, set.line);
        }
        for (const DznValue& item : set.items) {
            if (require(item, name, 0, most) && item.number > 0) {
                read.push_back(item.number - 1);
            }
        }
        return read;
    }

    void read_forbidden()
    {
        for (const DznValue& set : list("forbidden", m_instance.participants)) {
            m_instance.forbidden.push_back(numbers(set, "forbidden", m_instance.slots));
        }
    }

    void read_fixed()
    {
        for (const DznValue& slot : list("fixed", meeting_count())) {
            if (slot.is_list) {
                refuse("error.instance.no_number", {{"name", "fixed"}}, slot.line);
            }
            require(slot, "fixed", 0, m_instance.slots);
            m_instance.fixed.push_back(slot.number - 1);
        }
    }

    void read_precedences()
    {
        for (const DznValue& set : list("precedences", meeting_count())) {
            m_instance.earlier.push_back(numbers(set, "precedences", meeting_count()));
        }
    }

    [[nodiscard]] int meeting_count() const { return static_cast<int>(m_instance.meetings.size()); }

    const DznText& m_text;
    const std::string& m_file;
    B2bInstance m_instance;
    std::optional<Error> m_error;
};

} // namespace

std::vector<int> B2bMeeting::people() const
{
    std::vector<int> all{first, second};
    all.insert(all.end(), others.begin(), others.end());
    return all;
}

bool B2bInstance::is_open(int meeting, int slot) const
{
    const auto has = [&](const std::vector<int>& slots_of) {
        return std::find(slots_of.begin(), slots_of.end(), slot) != slots_of.end();
    };
    const B2bMeeting& asked = meetings[static_cast<std::size_t>(meeting)];
    const int only = fixed[static_cast<std::size_t>(meeting)];
    const bool is_morning = slot < morning_slots;
    if ((only >= 0 && only != slot) || has(asked.closed) ||
        (asked.part == PartOfDay::morning && !is_morning) ||
        (asked.part == PartOfDay::afternoon && is_morning)) {
        return false;
    }
    const std::vector<int> people = asked.people();
    return std::none_of(people.begin(), people.end(), [&](int person) {
        return has(forbidden[static_cast<std::size_t>(person)]);
    });
}

Result<B2bInstance> read_b2b(std::string_view text, const std::string& name)
{
    const auto read = read_dzn(text, name);
    if (!read) {
        return read.error();
    }
    return Reader(*read, name).read();
}

} // namespace dostyk::schedule
