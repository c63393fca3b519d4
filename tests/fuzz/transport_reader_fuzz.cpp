/// \file
/// Any bytes are roads and railways that hang together, or findings with places; the same for a
/// template of a meeting.

#include "fuzz/expect.hpp"
#include "fuzz/memory_folder.hpp"
#include "io/json_reader.hpp"
#include "io/meeting_template.hpp"
#include "io/transport_json.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace dostyk;

namespace {

void check_transport(std::string_view text)
{
    Diagnostics diagnostics;
    const auto document = json::parse(text, "f.json", diagnostics);
    if (!document) {
        return;
    }
    model::Transport transport;
    io::JsonReader reader(*document, "f.json", diagnostics);
    io::read_transport(reader, false, transport);
    for (const model::TransportEdge& edge : transport.edges) {
        test::expect(edge.path.size() >= 2, "an edge leads somewhere");
        test::expect(std::isfinite(edge.length_km) && std::isfinite(edge.speed_kmh),
                     "its figures are finite");
    }
    for (const model::TransportCorridor& corridor : transport.corridors) {
        (void)model::path_of(transport, corridor.id);
    }
}

void check_template(std::string_view text)
{
    static const test::MemoryFolder folder("templates");
    folder.put("t.json", text);
    Diagnostics diagnostics;
    const auto templates = io::read_meeting_templates(folder.path(), diagnostics);
    test::expect(templates.size() + (diagnostics.has_errors() ? 1 : 0) >= 1, "read or told");
    for (const io::MeetingTemplate& each : templates) {
        for (const io::TemplateSession& session : each.sessions) {
            test::expect(session.day >= 0, "no day before the first");
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    check_transport(text);
    check_template(text);
    return 0;
}
