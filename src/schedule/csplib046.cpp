#include "schedule/csplib046.hpp"

#include "core/number_text.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace dostyk::schedule {

namespace {

/// Far beyond the library's instances; what is larger is a slip.
constexpr int most_meetings = 300;
constexpr int most_agents = 5000;
constexpr int most_slots = 100000;
constexpr int most_distance = 100;

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r";
    const std::size_t first = text.find_first_not_of(blanks);
    return first == std::string_view::npos
               ? std::string_view()
               : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// Takes the next word off a line.
std::string_view take_word(std::string_view& line)
{
    line = trimmed(line);
    const std::size_t size = std::min(line.find_first_of(" \t"), line.size());
    const std::string_view word = line.substr(0, size);
    line.remove_prefix(size);
    return word;
}

/// Goes through the lines once; the first thing that does not fit stays as the error.
class Reader {
public:
    explicit Reader(const std::string& file) : m_file(file) {}

    Result<std::vector<MeetingInstance>> read(std::string_view text)
    {
        while (!text.empty() && !m_error) {
            const std::size_t size = std::min(text.find('\n'), text.size());
            ++m_line;
            read_line(trimmed(text.substr(0, size)));
            text.remove_prefix(std::min(size + 1, text.size()));
        }
        finish();
        if (!m_error && m_read.empty()) {
            refuse("error.instance.none", {});
        }
        if (m_error) {
            return *m_error;
        }
        return std::move(m_read);
    }

private:
    enum class Part { sizes, agents, distances, end };

    void refuse(const char* key, std::vector<std::pair<std::string, std::string>> values)
    {
        if (!m_error) {
            m_error = Error{ErrorCode::parse,
                            {key, std::move(values)},
                            m_file + ":" + std::to_string(std::max(m_line, 1))};
        }
    }

    void read_line(std::string_view line)
    {
        constexpr std::string_view heading = "Instance #";
        if (const std::size_t at = line.find(heading); at != std::string_view::npos) {
            finish();
            const std::string_view rest = line.substr(at + heading.size());
            begin(rest.substr(0, rest.find_first_not_of("0123456789")));
        } else if (m_is_open && !line.empty()) {
            read_content(line);
        } // Else it is a preface.
    }

    void begin(std::string_view number_text)
    {
        const auto number = to_number<int>(number_text);
        if (!number) {
            refuse("error.instance.not_a_number", {{"found", std::string(number_text)}});
            return;
        }
        const auto is_same = [&](const MeetingInstance& each) { return each.number == *number; };
        if (std::any_of(m_read.begin(), m_read.end(), is_same)) {
            refuse("error.instance.twice", {{"name", "Instance #" + std::to_string(*number)}});
        }
        m_instance = {};
        m_instance.number = *number;
        m_sizes.clear();
        m_part = Part::sizes;
        m_is_open = true;
    }

    void read_content(std::string_view line)
    {
        if (line.starts_with("Agents Meetings")) {
            begin_agents();
        } else if (line.starts_with("Between Meetings")) {
            go_on(Part::agents, Part::distances);
        } else if (line.starts_with("Estimated")) {
            go_on(Part::distances, Part::end); // What the library says of its tightness.
        } else if (m_part == Part::sizes) {
            read_size(line);
        } else if (m_part == Part::agents) {
            read_agent(line);
        } else if (m_part == Part::distances) {
            read_distances(line);
        } else {
            refuse("error.instance.unexpected",
                   {{"found", std::string(line.substr(0, 20))}, {"expected", "Instance #"}});
        }
    }

    /// From one part to the next; one that was left out is missing.
    void go_on(Part from, Part to)
    {
        if (m_part == from) {
            m_part = to;
        } else {
            refuse("error.instance.missing",
                   {{"name", m_part == Part::sizes ? "Agents Meetings" : "Between Meetings"}});
        }
    }

    /// "NumberOfMeetings = 20"
    void read_size(std::string_view line)
    {
        const std::size_t at = line.find('=');
        const std::string name(trimmed(line.substr(0, at)));
        if (at == std::string_view::npos) {
            refuse("error.instance.unexpected",
                   {{"found", name.substr(0, 20)}, {"expected", "DomainSize ="}});
            return;
        }
        const std::string_view text = trimmed(line.substr(at + 1));
        const auto number = to_number<int>(text);
        if (!number) {
            refuse("error.instance.not_a_number", {{"found", std::string(text)}});
            return;
        }
        m_sizes[name] = *number;
        const int most = name == "NumberOfMeetings" ? most_meetings
                         : name == "NumberOfAgents" ? most_agents
                                                    : most_slots;
        const int least = name.starts_with("M") ? 0 : 1; // MinDis..., MaxDis...
        require(*number, name, least, most);
    }

    bool require(int number, const std::string& name, int least, int most)
    {
        if (number >= least && number <= most) {
            return true;
        }
        refuse("error.instance.range", {{"name", name},
                                        {"value", std::to_string(number)},
                                        {"least", std::to_string(least)},
                                        {"most", std::to_string(most)}});
        return false;
    }

    void begin_agents()
    {
        if (m_part != Part::sizes) {
            refuse("error.instance.twice", {{"name", "Agents Meetings"}});
            return;
        }
        for (const char* name : {"NumberOfMeetings", "NumberOfAgents", "DomainSize"}) {
            if (m_sizes.count(name) == 0) {
                refuse("error.instance.missing", {{"name", name}});
                return;
            }
        }
        m_instance.slots = m_sizes["DomainSize"];
        m_part = Part::agents;
    }

    /// "Agents (0): 6 7 15"
    void read_agent(std::string_view line)
    {
        const std::string expected =
            "Agents (" + std::to_string(m_instance.meetings_of.size()) + "):";
        if (!line.starts_with(expected)) {
            refuse("error.instance.unexpected",
                   {{"found", std::string(line.substr(0, 20))}, {"expected", expected}});
            return;
        }
        line.remove_prefix(expected.size());
        std::vector<int> meetings = read_numbers(line, "Agents", m_sizes["NumberOfMeetings"] - 1);
        if (const auto each = m_sizes.find("NumberOfMeetingPerAgent"); each != m_sizes.end()) {
            require_count(expected, meetings.size(), each->second);
        }
        std::vector<int> sorted = meetings;
        std::sort(sorted.begin(), sorted.end());
        if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end()) {
            refuse("error.instance.twice", {{"name", expected}});
        }
        m_instance.meetings_of.push_back(std::move(meetings));
    }

    /// "3: 1 1 1 0 1", or the row of column numbers above.
    void read_distances(std::string_view line)
    {
        const std::size_t at = line.find(':');
        if (at == std::string_view::npos && m_instance.distance.empty()) {
            return;
        }
        const std::string expected = std::to_string(m_instance.distance.size());
        if (trimmed(line.substr(0, at)) != expected || at == std::string_view::npos) {
            refuse("error.instance.unexpected",
                   {{"found", std::string(line.substr(0, 20))}, {"expected", expected + ":"}});
            return;
        }
        std::vector<int> row = read_numbers(line.substr(at + 1), "Distance", most_distance);
        require_count("Distance " + expected + ":", row.size(), m_sizes["NumberOfMeetings"]);
        for (std::size_t i = 0; i < m_instance.distance.size() && i < row.size(); ++i) {
            if (m_instance.distance[i][m_instance.distance.size()] != row[i]) {
                refuse("error.instance.not_symmetric",
                       {{"first", expected}, {"second", std::to_string(i)}});
                break;
            }
        }
        if (!m_error) {
            m_instance.distance.push_back(std::move(row));
        }
    }

    std::vector<int> read_numbers(std::string_view line, const std::string& name, int most)
    {
        std::vector<int> numbers;
        for (std::string_view word = take_word(line); !word.empty(); word = take_word(line)) {
            const auto number = to_number<int>(word);
            if (!number) {
                refuse("error.instance.not_a_number", {{"found", std::string(word.substr(0, 20))}});
                break;
            }
            if (!require(*number, name, 0, most)) {
                break;
            }
            numbers.push_back(*number);
        }
        return numbers;
    }

    void require_count(const std::string& name, std::size_t found, int expected)
    {
        if (found != static_cast<std::size_t>(expected)) {
            refuse("error.instance.count", {{"name", name},
                                            {"found", std::to_string(found)},
                                            {"expected", std::to_string(expected)}});
        }
    }

    /// The next instance begins, or the file ends: is this one complete?
    void finish()
    {
        if (!m_is_open || m_error) {
            return;
        }
        if (m_part != Part::end) {
            go_on(Part::distances, Part::end); // the last line may be left out
        }
        require_count("Agents Meetings", m_instance.meetings_of.size(), m_sizes["NumberOfAgents"]);
        require_count("Between Meetings Distance", m_instance.distance.size(),
                      m_sizes["NumberOfMeetings"]);
        m_read.push_back(std::move(m_instance));
        m_is_open = false;
    }

    const std::string& m_file;
    std::vector<MeetingInstance> m_read;
    MeetingInstance m_instance;
    std::map<std::string, int> m_sizes; ///< "NumberOfMeetings" and its like
    Part m_part = Part::sizes;
    bool m_is_open = false; ///< An instance has begun.
    int m_line = 0;
    std::optional<Error> m_error;
};

} // namespace

Result<std::vector<MeetingInstance>> read_csplib046(std::string_view text, const std::string& name)
{
    return Reader(name).read(text);
}

} // namespace dostyk::schedule
