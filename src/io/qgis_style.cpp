#include "io/qgis_style.hpp"

#include "io/export_text.hpp"

#include <fmt/format.h>

#include <charconv>

namespace dostyk::io {

namespace {

/// "#1E90FF" -> "30,144,255,255", as QML has it.
std::string channels_of(std::string_view color)
{
    std::string text;
    for (std::size_t at = 1; at + 1 < color.size() && at < 7; at += 2) {
        int channel = 0;
        constexpr int hexadecimal = 16;
        std::from_chars(color.data() + at, color.data() + at + 2, channel, hexadecimal);
        text += std::to_string(channel) + ",";
    }
    return text + "255";
}

std::string labels_of(std::string_view column)
{
    if (column.empty()) {
        return {};
    }
    std::size_t replaced = 0;
    return fmt::format(
        "  <labeling type=\"simple\"><settings calloutType=\"simple\">\n"
        "    <text-style fieldName=\"{}\" isExpression=\"0\" fontSize=\"9\" "
        "textColor=\"30,30,30,255\">\n"
        "      <text-buffer bufferDraw=\"1\" bufferSize=\"1\" bufferColor=\"255,255,255,255\"/>\n"
        "    </text-style>\n"
        "    <placement placement=\"6\" dist=\"1\"/>\n"
        "  </settings></labeling>\n",
        xml_text(column, replaced));
}

} // namespace

std::string qgis_style(std::string_view fill, std::string_view outline,
                       std::string_view label_column)
{
    return fmt::format(
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
        "<qgis version=\"3.22\" styleCategories=\"Symbology|Labeling\" labelsEnabled=\"{}\">\n"
        "  <renderer-v2 type=\"singleSymbol\" enableorderby=\"0\"><symbols>\n"
        "    <symbol type=\"marker\" name=\"0\" alpha=\"1\" clip_to_extent=\"1\">\n"
        "      <layer class=\"SimpleMarker\" enabled=\"1\" pass=\"0\">\n"
        "        <prop k=\"name\" v=\"circle\"/>\n"
        "        <prop k=\"color\" v=\"{}\"/>\n"
        "        <prop k=\"outline_color\" v=\"{}\"/>\n"
        "        <prop k=\"outline_width\" v=\"0.4\"/>\n"
        "        <prop k=\"size\" v=\"4\"/>\n"
        "      </layer>\n"
        "    </symbol>\n"
        "  </symbols></renderer-v2>\n"
        "{}</qgis>\n",
        label_column.empty() ? 0 : 1, channels_of(fill), channels_of(outline),
        labels_of(label_column));
}

} // namespace dostyk::io
