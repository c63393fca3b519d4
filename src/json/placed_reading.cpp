#include "json/placed_reading.hpp"

#include <iterator>
#include <utility>

namespace dostyk::json {

namespace {

/// Input iterator that tells how many bytes were taken; the parser itself keeps no places.
class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, std::size_t* consumed) : m_at(at), m_consumed(consumed) {}

    reference operator*() const noexcept { return *m_at; }
    CountingIterator& operator++() noexcept
    {
        ++m_at;
        ++*m_consumed;
        return *this;
    }
    CountingIterator operator++(int) noexcept
    {
        const CountingIterator before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(const CountingIterator& a, const CountingIterator& b) noexcept
    {
        return a.m_at == b.m_at;
    }

private:
    const char* m_at;
    std::size_t* m_consumed;
};

/// Length of the well-formed UTF-8 sequence at the head of a text, 0 when it is ill-formed
/// (Unicode 15, table 3-7).
std::size_t sequence_length(std::string_view text) noexcept
{
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i])
                               : static_cast<unsigned char>(0);
    };
    const unsigned char first = byte(0);
    const unsigned char second = byte(1);
    if (first < 0x80) {
        return 1;
    }
    if (first >= 0xC2 && first <= 0xDF) {
        return is_continuation(second) ? 2 : 0;
    }
    if (first >= 0xE0 && first <= 0xEF) {
        const bool is_overlong = first == 0xE0 && second < 0xA0;
        const bool is_surrogate = first == 0xED && second > 0x9F;
        const bool fits = is_continuation(second) && is_continuation(byte(2));
        return fits && !is_overlong && !is_surrogate ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool is_overlong = first == 0xF0 && second < 0x90;
        const bool is_beyond = first == 0xF4 && second > 0x8F;
        const bool fits =
            is_continuation(second) && is_continuation(byte(2)) && is_continuation(byte(3));
        return fits && !is_overlong && !is_beyond ? 4 : 0;
    }
    return 0;
}

/// What the bytes alone tell, before any token is read.
std::optional<Refusal> check_bytes(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF")) {
        return Refusal{"json.byte_order_mark", 0, {}, {}};
    }
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
        return Refusal{"json.empty", 0, {}, {}};
    }
    if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {
        return Refusal{"json.nul_byte", nul, {}, {}};
    }
    if (const std::size_t bad = find_invalid_utf8(text); bad != std::string_view::npos) {
        return Refusal{"json.invalid_utf8", bad, {}, {}};
    }
    return std::nullopt;
}

bool read_tokens(std::string_view text, std::size_t& consumed, TreeBuilder& builder)
{
    std::size_t unused = 0;
    return nlohmann::json::sax_parse(CountingIterator(text.data(), &consumed),
                                     CountingIterator(text.data() + text.size(), &unused),
                                     &builder);
}

} // namespace

std::size_t find_invalid_utf8(std::string_view text) noexcept
{
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = sequence_length(text.substr(at));
        if (length == 0) {
            return at;
        }
        at += length;
    }
    return std::string_view::npos;
}

PlacedReading read_placed(std::string_view text)
{
    std::size_t consumed = 0;
    if (auto refusal = check_bytes(text)) {
        // What stands before it says which value it is in.
        const std::string_view before = text.substr(0, refusal->offset);
        TreeBuilder builder(before, consumed);
        (void)read_tokens(before, consumed, builder);
        if (builder.refusal() && builder.refusal()->code == "json.truncated") {
            refusal->pointer = builder.refusal()->pointer;
        }
        return {{}, {}, std::move(refusal)};
    }
    TreeBuilder builder(text, consumed);
    const bool is_parsed = read_tokens(text, consumed, builder);
    if (!is_parsed || builder.refusal()) {
        return {{}, {}, builder.refusal().value_or(Refusal{"json.syntax", consumed, {}, {}})};
    }
    return {std::move(builder.root()), std::move(builder.places()), {}};
}

} // namespace dostyk::json
