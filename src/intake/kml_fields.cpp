#include "intake/kml_fields.hpp"

#include "core/files.hpp"

#include <expat.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <utility>

namespace dostyk::intake {

namespace {

/// "kml:Placemark" -> "Placemark"
std::string_view local_name(const char* name)
{
    const std::string_view whole(name);
    return whole.substr(whole.find(':') + 1);
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string attribute(const char** attributes, std::string_view wanted)
{
    for (; *attributes != nullptr; attributes += 2) {
        if (local_name(attributes[0]) == wanted) {
            return attributes[1];
        }
    }
    return {};
}

std::string trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blanks);
    return first == std::string_view::npos
               ? std::string()
               : std::string(text.substr(first, text.find_last_not_of(blanks) + 1 - first));
}

/// What is heard of a file while it streams by.
class Listener {
public:
    void begin(std::string_view name, const char** attributes)
    {
        m_text.clear();
        if (is_one_of(name, {"kml", "Document", "Folder"})) {
            m_open.push_back(m_containers.size());
            m_containers.emplace_back();
        } else if (name == "Placemark") {
            m_placemark.emplace();
        } else if (is_one_of(name,
                             {"Point", "LineString", "LinearRing", "Polygon", "MultiGeometry"})) {
            mark_shape();
        } else if (is_one_of(name, {"Data", "SimpleData"})) {
            m_key = trimmed(attribute(attributes, "name"));
        }
        m_path.emplace_back(name);
    }

    void end(std::string_view name)
    {
        m_path.pop_back();
        const std::string_view parent = m_path.empty() ? std::string_view() : m_path.back();
        if (is_one_of(name, {"kml", "Document", "Folder"})) {
            m_open.pop_back();
        } else if (name == "Placemark" && m_placemark && !m_open.empty()) {
            m_containers[m_open.back()].push_back(*std::move(m_placemark));
            m_placemark.reset();
        } else if (m_placemark && name == "name" && parent == "Placemark") {
            m_placemark->name = trimmed(m_text);
        } else if (m_placemark && !m_key.empty() &&
                   ((name == "value" && parent == "Data") || name == "SimpleData")) {
            m_placemark->fields.emplace_back(m_key, trimmed(m_text));
        }
        m_text.clear();
    }

    void hear(std::string_view text) { m_text += text; }

    [[nodiscard]] KmlContainers take() { return std::move(m_containers); }

private:
    void mark_shape()
    {
        if (m_placemark) {
            m_placemark->has_shape = true;
        }
    }

    KmlContainers m_containers;
    std::vector<std::size_t> m_open; ///< Containers around what is read, the innermost last
    std::optional<KmlPlacemark> m_placemark;
    std::vector<std::string> m_path; ///< Elements around what is read
    std::string m_key;
    std::string m_text;
};

Listener& listener(void* data)
{
    return *static_cast<Listener*>(data);
}

/// Without blanks: readers differ in what they make of them.
std::string squeezed(std::string text)
{
    std::erase_if(text, [](char letter) {
        return letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n';
    });
    return text;
}

using Located = std::vector<const KmlPlacemark*>;

Located located_of(const std::vector<KmlPlacemark>& container)
{
    Located found;
    for (const KmlPlacemark& placemark : container) {
        if (placemark.has_shape) {
            found.push_back(&placemark);
        }
    }
    return found;
}

/// The names of all rows: tables and containers are as many as somebody likes, so that they are
/// looked up rather than compared.
std::string key_of(const Located& placemarks)
{
    std::string key;
    for (const KmlPlacemark* placemark : placemarks) {
        key += squeezed(placemark->name) + '\n';
    }
    return key;
}

std::string key_of(const Table& table)
{
    std::string key;
    for (const geo::Feature& row : table.layer.features) {
        key += squeezed(geo::text_at(table.layer, row, "Name")) + '\n';
    }
    return key;
}

void add_columns(Table& table, const Located& placemarks, std::size_t most_columns)
{
    geo::Layer& layer = table.layer;
    std::map<std::string_view, std::size_t> columns;
    for (const KmlPlacemark* placemark : placemarks) {
        for (const auto& [name, value] : placemark->fields) {
            // "Name" and "Description" are the placemark's own.
            if (layer.fields.size() < most_columns && !columns.contains(name) &&
                layer.find_field(name) < 0) {
                columns.emplace(name, layer.fields.size());
                layer.fields.push_back(name);
            }
        }
    }
    for (std::size_t i = 0; i < placemarks.size(); ++i) {
        auto& cells = layer.features[i].attributes;
        cells.resize(layer.fields.size());
        for (const auto& [name, value] : placemarks[i]->fields) {
            if (const auto column = columns.find(name); column != columns.end() && !value.empty()) {
                cells[column->second] = value;
            }
        }
    }
}

} // namespace

KmlContainers read_kml_containers(std::string_view xml)
{
    const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(
        XML_ParserCreate(nullptr), XML_ParserFree);
    Listener heard;
    XML_SetUserData(parser.get(), &heard);
    XML_SetElementHandler(
        parser.get(),
        [](void* data, const char* name, const char** attributes) {
            listener(data).begin(local_name(name), attributes);
        },
        [](void* data, const char* name) { listener(data).end(local_name(name)); });
    XML_SetCharacterDataHandler(parser.get(), [](void* data, const char* text, int length) {
        listener(data).hear({text, static_cast<std::size_t>(length)});
    });
    constexpr std::size_t piece = 1 << 20; // [bytes]: the parser counts in int
    for (std::size_t at = 0; at <= xml.size(); at += piece) {
        const std::string_view part = xml.substr(at, piece);
        const bool is_last = at + piece > xml.size();
        if (XML_Parse(parser.get(), part.data(), static_cast<int>(part.size()), is_last ? 1 : 0) !=
            XML_STATUS_OK) {
            return {};
        }
    }
    return heard.take();
}

void add_kml_fields(const KmlContainers& containers, std::size_t most_columns,
                    std::vector<Table>& tables)
{
    std::multimap<std::string, Located> by_names;
    for (const std::vector<KmlPlacemark>& container : containers) {
        Located placemarks = located_of(container);
        std::string key = key_of(placemarks);
        by_names.emplace(std::move(key), std::move(placemarks));
    }
    for (Table& table : tables) {
        // Of containers with the same names the first in the file; GDAL keeps their order, too.
        const std::string key = key_of(table);
        const auto found = by_names.lower_bound(key);
        if (found != by_names.end() && found->first == key) {
            add_columns(table, found->second, most_columns);
            by_names.erase(found);
        }
    }
}

void add_kml_fields(const std::filesystem::path& file, std::size_t most_columns,
                    std::vector<Table>& tables)
{
    if (const auto text = read_file(file)) {
        add_kml_fields(read_kml_containers(*text), most_columns, tables);
    }
}

} // namespace dostyk::intake
