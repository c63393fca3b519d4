#include "io/export_text.hpp"

#include "model/date_text.hpp"

#include <fmt/format.h>

namespace dostyk::io {

namespace {

/// Writes one document; every text passes xml_text().
class KmlWriter {
public:
    KmlWriter(Language language, ExportNotes& notes) : m_language(language), m_notes(notes) {}

    std::string write(std::span<const geo::Layer> layers, std::span<const geo::Layer> data,
                      std::string_view title)
    {
        m_out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                "<kml xmlns=\"http://www.opengis.net/kml/2.2\">\n<Document>\n";
        element("name", title);
        for (std::size_t i = 0; i < layers.size(); ++i) {
            const geo::Layer& layer = layers[i];
            m_out += "<Folder>\n";
            element("name", layer.name);
            for (std::size_t row = 0; row < layer.features.size(); ++row) {
                open_placemark(layer, layer.features[row]);
                time_of(data[i], data[i].features[row]);
                data_of(layer, layer.features[row]);
                geometry_of(layer.features[row].geometry);
                m_out += "</Placemark>\n";
            }
            m_out += "</Folder>\n";
        }
        m_out += "</Document>\n</kml>\n";
        return std::move(m_out);
    }

private:
    void element(std::string_view tag, std::string_view text)
    {
        m_out += fmt::format("<{}>{}</{}>\n", tag, xml_text(text, m_notes.replaced), tag);
    }

    /// A column of texts, in the language where the table has all four.
    [[nodiscard]] std::string text_of(const geo::Layer& layer, const geo::Feature& feature,
                                      const std::string& column) const
    {
        std::string text = geo::text_at(layer, feature, column);
        return text.empty()
                   ? geo::text_at(layer, feature, column + "_" + std::string(code_of(m_language)))
                   : text;
    }

    void open_placemark(const geo::Layer& layer, const geo::Feature& feature)
    {
        const std::string name = text_of(layer, feature, "name");
        const std::string title = name.empty() ? text_of(layer, feature, "title") : name;
        const std::string id = geo::text_at(layer, feature, "id");
        m_out += fmt::format("<Placemark id=\"{}.{}\">\n", layer.name, id);
        element("name", title.empty() ? id : title);
        if (const std::string text = text_of(layer, feature, "description"); !text.empty()) {
            element("description", text);
        }
    }

    /// When it took place; else from when on, until when.
    void time_of(const geo::Layer& layer, const geo::Feature& feature)
    {
        const auto date_in = [&](const char* column) {
            std::string date = geo::text_at(layer, feature, column);
            return model::is_date_text(date) ? date : std::string();
        };
        const std::string date = date_in("date");
        if (!date.empty() && date.find('/') == std::string::npos) {
            m_out += fmt::format("<TimeStamp><when>{}</when></TimeStamp>\n", date);
            return;
        }
        const std::string from = date.empty() ? date_in("founded") : date;
        const std::string to = date.empty() ? date_in("due") : date;
        if (from.empty() && to.empty()) {
            return;
        }
        m_out += "<TimeSpan>";
        if (!from.empty()) {
            m_out += fmt::format("<begin>{}</begin>", model::ends_of(from).first);
        }
        if (!to.empty()) {
            m_out += fmt::format("<end>{}</end>", model::ends_of(to).second);
        }
        m_out += "</TimeSpan>\n";
    }

    void data_of(const geo::Layer& layer, const geo::Feature& feature)
    {
        m_out += "<ExtendedData>\n";
        for (std::size_t i = 0; i < layer.fields.size(); ++i) {
            const geo::Value& value = feature.attributes[i];
            std::string text;
            if (const auto* number = std::get_if<double>(&value)) {
                text = fmt::format("{}", *number);
            } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
                text = fmt::format("{}", *whole);
            } else if (const auto* words = std::get_if<std::string>(&value)) {
                text = xml_text(*words, m_notes.replaced);
            } else {
                continue;
            }
            m_out +=
                fmt::format("<Data name=\"{}\"><value>{}</value></Data>\n", layer.fields[i], text);
        }
        m_out += "</ExtendedData>\n";
    }

    void coordinates(const std::vector<geo::LonLat>& line)
    {
        m_out += "<coordinates>";
        const char* separator = "";
        for (const geo::LonLat at : line) {
            m_out += fmt::format("{}{},{}", separator, at.lon, at.lat);
            separator = " ";
        }
        m_out += "</coordinates>";
    }

    void ring(const char* tag, const geo::Ring& line)
    {
        m_out += fmt::format("<{}><LinearRing>", tag);
        coordinates(line);
        m_out += fmt::format("</LinearRing></{}>", tag);
    }

    void geometry_of(const geo::Geometry& geometry)
    {
        if (const auto* at = std::get_if<geo::LonLat>(&geometry)) {
            m_out += "<Point>";
            coordinates({*at});
            m_out += "</Point>\n";
        } else if (const auto* lines = std::get_if<geo::MultiLineString>(&geometry)) {
            m_out += "<MultiGeometry>";
            for (const geo::LineString& line : *lines) {
                m_out += "<LineString>";
                coordinates(line);
                m_out += "</LineString>";
            }
            m_out += "</MultiGeometry>\n";
        } else if (const auto* polygons = std::get_if<geo::MultiPolygon>(&geometry)) {
            m_out += "<MultiGeometry>";
            for (const geo::Polygon& polygon : *polygons) {
                m_out += "<Polygon>";
                ring("outerBoundaryIs", polygon.outer);
                for (const geo::Ring& hole : polygon.holes) {
                    ring("innerBoundaryIs", hole);
                }
                m_out += "</Polygon>";
            }
            m_out += "</MultiGeometry>\n";
        }
    }

    Language m_language;
    ExportNotes& m_notes;
    std::string m_out;
};

} // namespace

std::string xml_text(std::string_view text, std::size_t& replaced)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char letter = text[i];
        const auto byte = static_cast<unsigned char>(letter);
        // U+FFFE and U+FFFF, the other two that XML has no way to write.
        const bool is_non_character =
            text.substr(i, 3) == "\xEF\xBF\xBE" || text.substr(i, 3) == "\xEF\xBF\xBF";
        if ((byte < 0x20 && letter != '\n' && letter != '\t' && letter != '\r') ||
            is_non_character) {
            out += "\xEF\xBF\xBD";
            ++replaced;
            i += is_non_character ? 2 : 0;
        } else if (letter == '&') {
            out += "&amp;";
        } else if (letter == '<') {
            out += "&lt;";
        } else if (letter == '>') {
            out += "&gt;";
        } else if (letter == '\r') {
            out += "&#13;"; // a bare one would be read as a line feed
        } else {
            out += letter;
        }
    }
    return out;
}

std::string to_kml(std::span<const geo::Layer> layers, std::span<const geo::Layer> data,
                   std::string_view title, Language language, ExportNotes& notes)
{
    return KmlWriter(language, notes).write(layers, data, title);
}

} // namespace dostyk::io
