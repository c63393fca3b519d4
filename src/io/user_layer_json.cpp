#include "io/user_layer_json.hpp"

#include "io/entity_json.hpp"
#include "io/value_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

namespace dostyk::io {

namespace {

constexpr double most_order = 1'000'000;

/// Takes one layer apart; what was unsound is remembered.
class LayerReader {
public:
    LayerReader(JsonReader& reader, Node node) : m_reader(reader), m_node(node) {}

    [[nodiscard]] bool is_sound() const noexcept { return m_is_sound; }

    /// A text that must pass a test; the finding's code says which.
    using Test = bool (*)(std::string_view) noexcept;
    void text(std::string_view key, std::string& value, bool is_needed, Test test = nullptr,
              std::string_view code = {})
    {
        const auto member = is_needed ? m_reader.need(m_node, key) : m_reader.find(m_node, key);
        const auto read = member ? m_reader.string_of(*member) : std::nullopt;
        if (!member && !is_needed) {
            return;
        }
        if (!read) {
            m_is_sound = false;
        } else if (test != nullptr && !test(*read)) {
            fail(*member, code, {{"value", *read}});
        } else {
            value = *read;
        }
    }

    void number(std::string_view key, double& value, double least, double most)
    {
        const auto member = m_reader.find(m_node, key);
        if (!member) {
            return;
        }
        const auto read = m_reader.number_of(*member);
        if (!read) {
            m_is_sound = false;
        } else if (!(*read >= least && *read <= most)) {
            fail(*member, "layer_number",
                 {{"least", nlohmann::json(least).dump()}, {"most", nlohmann::json(most).dump()}});
        } else {
            value = *read;
        }
    }

    void whole(std::string_view key, int& value, int least, int most)
    {
        double read = value;
        number(key, read, least, most);
        if (read != std::floor(read)) {
            fail(*m_reader.find(m_node, key), "layer_number",
                 {{"least", std::to_string(least)}, {"most", std::to_string(most)}});
        } else {
            value = static_cast<int>(read);
        }
    }

    void flag(std::string_view key, bool& value)
    {
        if (const auto member = m_reader.find(m_node, key)) {
            const auto read = m_reader.flag_of(*member);
            m_is_sound = read.has_value() && m_is_sound;
            value = read.value_or(value);
        }
    }

    /// \returns The index of the word.
    std::size_t word(std::string_view key, std::span<const std::string_view> words,
                     std::string_view otherwise)
    {
        std::string read(otherwise);
        text(key, read, false);
        const auto found = std::find(words.begin(), words.end(), read);
        if (found != words.end()) {
            return static_cast<std::size_t>(found - words.begin());
        }
        std::string known;
        for (const std::string_view each : words) {
            known += (known.empty() ? "" : " ") + std::string(each);
        }
        fail(*m_reader.find(m_node, key), "unknown_word", {{"word", read}, {"words", known}});
        return 0;
    }

    void title(Text4& value)
    {
        const auto member = m_reader.need(m_node, "title");
        auto read = member ? m_reader.text4_of(*member) : std::nullopt;
        m_is_sound = read.has_value() && m_is_sound;
        value = std::move(read).value_or(Text4{});
        if (read && value.is_empty()) {
            fail(*member, "layer_title", {});
        }
    }

    void classes(model::LayerClasses& value);

private:
    void fail(Node at, std::string_view code,
              std::vector<std::pair<std::string, std::string>> values)
    {
        m_reader.report(code, at, std::move(values));
        m_is_sound = false;
    }

    JsonReader& m_reader;
    Node m_node;
    bool m_is_sound = true;
};

void LayerReader::classes(model::LayerClasses& value)
{
    const auto member = m_reader.find(m_node, "classes");
    if (!member) {
        return;
    }
    if (!m_reader.is_object(*member, "object {field, method, count, ramp}")) {
        m_is_sound = false;
        return;
    }
    m_reader.check_keys(*member, {"count", "field", "is_reversed", "method", "ramp"});
    LayerReader inner(m_reader, *member);
    inner.text("field", value.field, true);
    value.method = static_cast<model::ClassMethod>(
        inner.word("method", model::class_methods(), name_of(value.method)));
    inner.whole("count", value.count, model::min_classes, model::max_classes);
    value.ramp = model::ramps()[inner.word("ramp", model::ramps(), value.ramp)];
    inner.flag("is_reversed", value.is_reversed);
    m_is_sound = inner.is_sound() && m_is_sound;
}

std::optional<model::UserLayer> read_layer(JsonReader& reader, Node node, std::string id)
{
    if (!is_id(id)) {
        reader.report("bad_id", node, {{"id", id}});
        return std::nullopt;
    }
    if (!reader.is_object(node, "object {path, sha256, title, color, width, ...}")) {
        return std::nullopt;
    }
    reader.check_keys(node, {"classes", "color", "crs", "fill", "is_hidden", "label", "opacity",
                             "order", "path", "sha256", "table", "title", "width"});
    model::UserLayer layer;
    layer.id = std::move(id);
    LayerReader in(reader, node);
    in.title(layer.title);
    in.text("path", layer.path, true, model::is_layer_path, "layer_path");
    in.text("sha256", layer.sha256, true, model::is_sha256, "layer_sum");
    in.text("table", layer.table, false);
    in.text("crs", layer.crs, false, model::is_crs_code, "layer_crs");
    in.text("color", layer.color, false, model::is_layer_color, "layer_color");
    in.text("label", layer.label, false);
    in.whole("order", layer.order, 0, static_cast<int>(most_order));
    in.number("opacity", layer.opacity, 0, 1);
    in.number("fill", layer.fill, 0, 1);
    in.number("width", layer.width_px, model::min_layer_width_px, model::max_layer_width_px);
    bool is_hidden = false;
    in.flag("is_hidden", is_hidden);
    layer.is_visible = !is_hidden;
    in.classes(layer.classes);
    return in.is_sound() ? std::optional(std::move(layer)) : std::nullopt;
}

} // namespace

std::vector<model::UserLayer> read_user_layers(JsonReader& reader, Node node)
{
    std::vector<model::UserLayer> layers;
    if (!reader.is_object(node, "object {id: {path, sha256, title, ...}}")) {
        return layers;
    }
    for (const auto& [id, value] : node.members()) {
        if (auto layer = read_layer(reader, value, std::string(id))) {
            layers.push_back(*std::move(layer));
        }
    }
    std::sort(layers.begin(), layers.end(),
              [](const model::UserLayer& a, const model::UserLayer& b) {
                  return std::tie(a.order, a.id) < std::tie(b.order, b.id);
              });
    return layers;
}

nlohmann::json to_json(const model::LayerClasses& classes)
{
    nlohmann::json made = {{"field", classes.field},
                           {"method", name_of(classes.method)},
                           {"count", classes.count},
                           {"ramp", classes.ramp}};
    if (classes.is_reversed) {
        made["is_reversed"] = true;
    }
    return made;
}

nlohmann::json to_json(const model::UserLayer& layer)
{
    const model::UserLayer plain;
    nlohmann::json made = {{"color", layer.color},
                           {"path", layer.path},
                           {"sha256", layer.sha256},
                           {"title", to_json(layer.title)}};
    const auto put = [&](const char* key, const auto& value, const auto& otherwise) {
        if (value != otherwise) {
            made[key] = value;
        }
    };
    put("table", layer.table, plain.table);
    put("crs", layer.crs, plain.crs);
    put("label", layer.label, plain.label);
    put("order", layer.order, plain.order);
    put("opacity", layer.opacity, plain.opacity);
    put("fill", layer.fill, plain.fill);
    put("width", layer.width_px, plain.width_px);
    put("is_hidden", !layer.is_visible, false);
    if (!layer.classes.field.empty()) {
        made["classes"] = to_json(layer.classes);
    }
    return made;
}

} // namespace dostyk::io
