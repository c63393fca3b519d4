/// \file
/// Any bytes are an entity, whose canonical text reads back as itself, or findings with places.

#include "fuzz/expect.hpp"
#include "io/documents.hpp"
#include "io/entity_json.hpp"
#include "io/project_folder.hpp"
#include "io/project_json.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

using namespace dostyk;

namespace {

std::optional<model::Entity> read(std::string_view text, Diagnostics& diagnostics)
{
    const auto document = json::parse(text, "f.json", diagnostics);
    if (!document) {
        return std::nullopt;
    }
    io::JsonReader reader(*document, "f.json", diagnostics);
    return io::read_entity(reader);
}

void check_settings(std::string_view text)
{
    Diagnostics diagnostics;
    const io::DocumentText settings{io::settings_kind, io::settings_id, text};
    const auto canonical = io::canonical_document(settings, diagnostics);
    test::expect(canonical.has_value() == !diagnostics.has_errors(), "settings are read or told");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    check_settings(text);
    Diagnostics diagnostics;
    const auto entity = read(text, diagnostics);
    test::expect(entity.has_value() || diagnostics.has_errors(), "read or told");
    if (!entity) {
        return 0;
    }
    const std::string canonical = io::to_text(*entity);
    Diagnostics later;
    const auto again = read(canonical, later);
    test::expect(again.has_value() && later.findings.empty(), "canonical text is read");
    test::expect(*again == *entity, "as the entity that was written");
    test::expect(io::to_text(*again) == canonical, "and written alike again");

    Diagnostics of_document;
    const io::DocumentText document{entity->kind, entity->id, text};
    const auto sound = io::canonical_document(document, of_document);
    test::expect(sound.has_value() == !of_document.has_errors(), "sound or told");
    test::expect(!sound || *sound == canonical, "a sound document has one canonical text");
    return 0;
}
