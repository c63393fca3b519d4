/// \file
/// What is seen in XML does not depend on how it is cut into pieces.

#include "fuzz/expect.hpp"
#include "intake/xml_judge.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace dostyk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 1) {
        return 0;
    }
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    const std::size_t piece = 1 + data[0] % 40;
    intake::XmlScanner whole;
    whole.feed(text);
    intake::XmlScanner cut;
    for (std::string_view left = text; !left.empty();) {
        cut.feed(left.substr(0, piece));
        left.remove_prefix(std::min(piece, left.size()));
    }
    test::expect(cut.rows() == whole.rows(), "as many rows");
    test::expect(cut.has_declaration() == whole.has_declaration(), "and the same declarations");
    const auto tags = static_cast<std::size_t>(std::count(text.begin(), text.end(), '<'));
    test::expect(whole.rows() <= tags, "a row is a tag");
    test::expect(!whole.has_declaration() || tags > 0, "and so is a declaration");
    return 0;
}
