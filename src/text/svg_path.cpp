#include "text/svg_path.hpp"

#include <array>
#include <charconv>
#include <cstddef>
#include <system_error>

namespace dostyk::text {

namespace {

constexpr std::string_view blank = " \t\r\n";

bool is_blank(char c)
{
    return blank.find(c) != std::string_view::npos;
}

std::string excerpt(std::string_view rest)
{
    return std::string(rest.substr(0, 24));
}

class PathReader {
public:
    explicit PathReader(std::string_view data) : m_rest(data) {}

    [[nodiscard]] std::string_view rest() const noexcept { return m_rest; }

    bool read(std::vector<SvgContour>& contours)
    {
        skip();
        if (m_rest.empty() || (m_rest.front() != 'M' && m_rest.front() != 'm')) {
            return false;
        }
        while (!m_rest.empty()) {
            if (std::string_view("MmLlHhVvCcQqZz").find(m_rest.front()) != std::string_view::npos) {
                m_command = m_rest.front();
                m_rest.remove_prefix(1);
            } else if (m_command == 'Z' || m_command == 'z') {
                return false;
            } else if (m_command == 'M' || m_command == 'm') {
                // SVG 1.1, 8.3.2: further pairs after a moveto are linetos.
                m_command = m_command == 'M' ? 'L' : 'l';
            }
            if (!step(contours)) {
                return false;
            }
            skip();
        }
        return true;
    }

private:
    void skip()
    {
        while (!m_rest.empty() && (is_blank(m_rest.front()) || m_rest.front() == ',')) {
            m_rest.remove_prefix(1);
        }
    }

    bool number(float& value)
    {
        skip();
        const auto [end, error] =
            std::from_chars(m_rest.data(), m_rest.data() + m_rest.size(), value);
        if (error != std::errc{}) {
            return false;
        }
        m_rest.remove_prefix(static_cast<std::size_t>(end - m_rest.data()));
        return true;
    }

    bool point(float& x, float& y)
    {
        if (!number(x) || !number(y)) {
            return false;
        }
        if (is_relative()) {
            x += m_x;
            y += m_y;
        }
        return true;
    }

    [[nodiscard]] bool is_relative() const noexcept { return m_command >= 'a'; }

    void move_pen(float x, float y)
    {
        m_x = x;
        m_y = y;
    }

    bool step(std::vector<SvgContour>& contours)
    {
        switch (m_command) {
        case 'M':
        case 'm':
            return move(contours);
        case 'Z':
        case 'z':
            if (!contours.empty() && !contours.back().empty()) {
                move_pen(contours.back().front().x, contours.back().front().y);
            }
            m_is_open = false;
            return true;
        default:
            break;
        }
        if (!m_is_open) {
            contours.push_back({{m_x, m_y, SvgPoint::Kind::on}});
            m_is_open = true;
        }
        return draw(contours.back());
    }

    bool move(std::vector<SvgContour>& contours)
    {
        float x = 0;
        float y = 0;
        if (!point(x, y)) {
            return false;
        }
        move_pen(x, y);
        contours.push_back({{x, y, SvgPoint::Kind::on}});
        m_is_open = true;
        return true;
    }

    bool draw(SvgContour& contour)
    {
        float x = m_x;
        float y = m_y;
        switch (m_command) {
        case 'H':
        case 'h':
            if (!number(x)) {
                return false;
            }
            x += is_relative() ? m_x : 0;
            break;
        case 'V':
        case 'v':
            if (!number(y)) {
                return false;
            }
            y += is_relative() ? m_y : 0;
            break;
        default:
            if (!controls(contour) || !point(x, y)) {
                return false;
            }
        }
        contour.push_back({x, y, SvgPoint::Kind::on});
        move_pen(x, y);
        return true;
    }

    bool controls(SvgContour& contour)
    {
        const bool is_cubic = m_command == 'C' || m_command == 'c';
        const bool is_quadratic = m_command == 'Q' || m_command == 'q';
        const int count = is_cubic ? 2 : is_quadratic ? 1 : 0;
        for (int i = 0; i < count; ++i) {
            SvgPoint control;
            control.kind = is_cubic ? SvgPoint::Kind::cubic : SvgPoint::Kind::quadratic;
            if (!point(control.x, control.y)) {
                return false;
            }
            contour.push_back(control);
        }
        return true;
    }

    std::string_view m_rest;
    char m_command = 'M';
    bool m_is_open = false;
    float m_x = 0;
    float m_y = 0;
};

struct Tag {
    std::string_view name; ///< "svg", "/svg", "path", "?xml"
    std::vector<std::pair<std::string_view, std::string_view>> attributes;
};

class SvgReader {
public:
    explicit SvgReader(std::string_view text) : m_rest(text) {}

    [[nodiscard]] std::string_view rest() const noexcept { return m_rest; }

    [[nodiscard]] bool is_at_end()
    {
        skip();
        return m_rest.empty();
    }

    bool read(Tag& tag)
    {
        skip();
        const std::string_view start = m_rest;
        if (!take("<")) {
            return false;
        }
        tag.name = m_rest.substr(0, m_rest.find_first_of(" \t\r\n/>", 1));
        m_rest.remove_prefix(tag.name.size());
        while (true) {
            skip();
            if (take("/>") || take("?>") || take(">")) {
                return true;
            }
            if (!read_attribute(tag)) {
                m_rest = start;
                return false;
            }
        }
    }

private:
    void skip()
    {
        while (true) {
            while (!m_rest.empty() && is_blank(m_rest.front())) {
                m_rest.remove_prefix(1);
            }
            const std::size_t end = m_rest.find("-->");
            if (m_rest.substr(0, 4) != "<!--" || end == std::string_view::npos) {
                return;
            }
            m_rest.remove_prefix(end + 3);
        }
    }

    bool take(std::string_view token)
    {
        if (m_rest.substr(0, token.size()) != token) {
            return false;
        }
        m_rest.remove_prefix(token.size());
        return true;
    }

    bool read_attribute(Tag& tag)
    {
        const std::size_t equals = m_rest.find("=\"");
        const std::size_t close =
            equals == std::string_view::npos ? equals : m_rest.find('"', equals + 2);
        if (close == std::string_view::npos) {
            return false;
        }
        tag.attributes.emplace_back(m_rest.substr(0, equals),
                                    m_rest.substr(equals + 2, close - equals - 2));
        m_rest.remove_prefix(close + 1);
        return true;
    }

    std::string_view m_rest;
};

bool is_our_frame(const Tag& tag, std::string& trouble)
{
    bool has_view_box = false;
    for (const auto& [name, value] : tag.attributes) {
        if (name == "viewBox" && value == "0 0 24 24") {
            has_view_box = true;
        } else if (name != "xmlns") {
            trouble = std::string(name) + "=\"" + excerpt(value) + "\"";
            return false;
        }
    }
    if (!has_view_box) {
        trouble = "<svg>";
    }
    return has_view_box;
}

bool read_path(const Tag& tag, SvgPath& path, std::string& trouble)
{
    for (const auto& [name, value] : tag.attributes) {
        if (name == "d") {
            auto contours = parse_path_data(value, trouble);
            if (!contours) {
                return false;
            }
            path.contours = *std::move(contours);
        } else if (name == "fill-rule" && (value == "evenodd" || value == "nonzero")) {
            path.is_even_odd = value == "evenodd";
        } else {
            trouble = std::string(name) + "=\"" + excerpt(value) + "\"";
            return false;
        }
    }
    if (path.contours.empty()) {
        trouble = "<path>";
    }
    return !path.contours.empty();
}

} // namespace

std::optional<std::vector<SvgContour>> parse_path_data(std::string_view data, std::string& trouble)
{
    std::vector<SvgContour> contours;
    PathReader reader(data);
    if (!reader.read(contours)) {
        trouble = excerpt(reader.rest());
        return std::nullopt;
    }
    return contours;
}

std::optional<std::vector<SvgPath>> parse_svg(std::string_view text, std::string& trouble)
{
    SvgReader reader(text);
    std::vector<SvgPath> paths;
    bool is_inside = false;
    while (true) {
        Tag tag;
        if (!reader.read(tag)) {
            trouble = excerpt(reader.rest());
            return std::nullopt;
        }
        if (tag.name == "?xml" && !is_inside) {
            continue;
        }
        if (tag.name == "svg" && !is_inside) {
            if (!is_our_frame(tag, trouble)) {
                return std::nullopt;
            }
            is_inside = true;
        } else if (tag.name == "path" && is_inside) {
            if (!read_path(tag, paths.emplace_back(), trouble)) {
                return std::nullopt;
            }
        } else if (tag.name == "/svg" && is_inside && !paths.empty() && reader.is_at_end()) {
            return paths;
        } else {
            trouble = "<" + excerpt(tag.name) + ">";
            return std::nullopt;
        }
    }
}

} // namespace dostyk::text
