#include "json/document.hpp"

#include "json/tree_builder.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

namespace dostyk::json {

struct Document::State {
    std::string text;
    nlohmann::json root;
    std::vector<PlacedValue> places;
};

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

bool is_continuation(unsigned char byte) noexcept
{
    return (byte & 0xC0U) == 0x80U;
}

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

Position position_at(std::string_view text, std::size_t offset) noexcept
{
    const std::string_view before = text.substr(0, offset);
    const std::size_t line_start = before.rfind('\n') + 1; // npos + 1 is 0
    Position position;
    position.line += static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    for (const char letter : before.substr(line_start)) {
        position.column += is_continuation(static_cast<unsigned char>(letter)) ? 0U : 1U;
    }
    return position;
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

Finding to_finding(const Refusal& refusal, std::string_view text, std::string_view file)
{
    constexpr std::size_t longest_token = 40;
    const Position position = position_at(text, refusal.offset);
    std::string token = refusal.token.substr(0, longest_token);
    token.resize(std::min(token.size(), find_invalid_utf8(token)));
    token.resize(std::min(token.size(), token.find_first_of("\r\n")));
    return Finding{.code = refusal.code,
                   .severity = Severity::error,
                   .file = std::string(file),
                   .line = position.line,
                   .column = position.column,
                   .pointer = refusal.pointer,
                   .message = {refusal.code, {{"token", token}}},
                   .hint = {refusal.code + ".hint", {}},
                   .subject = {}};
}

/// Next token of a pointer, unescaped; the rest stays in `pointer`.
std::string take_token(std::string_view& pointer)
{
    pointer.remove_prefix(1);
    const std::string_view raw = pointer.substr(0, pointer.find('/'));
    pointer.remove_prefix(raw.size());
    std::string token;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] == '~' && i + 1 < raw.size()) {
            ++i;
            token += raw[i] == '1' ? '/' : '~';
        } else {
            token += raw[i];
        }
    }
    return token;
}

} // namespace

Document::Document() = default;
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

const nlohmann::json& Document::root() const noexcept
{
    return m_state->root;
}

Position Document::position_of(std::string_view pointer) const noexcept
{
    const std::vector<PlacedValue>& places = m_state->places;
    std::size_t found = 0;
    while (pointer.starts_with('/')) {
        const std::string token = take_token(pointer);
        std::size_t child = found + 1;
        while (child < places[found].end && places[child].key != token) {
            child = places[child].end;
        }
        if (child >= places[found].end) {
            break; // No such value: the place of what should hold it helps more than none.
        }
        found = child;
    }
    return position_at(m_state->text, places[found].offset);
}

std::optional<Document> parse(std::string_view text, std::string_view file,
                              Diagnostics& diagnostics)
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
        diagnostics.add(to_finding(*refusal, text, file));
        return std::nullopt;
    }
    TreeBuilder builder(text, consumed);
    const bool is_parsed = read_tokens(text, consumed, builder);
    if (!is_parsed || builder.refusal()) {
        const Refusal otherwise{"json.syntax", consumed, {}, {}};
        diagnostics.add(to_finding(builder.refusal().value_or(otherwise), text, file));
        return std::nullopt;
    }
    Document document;
    document.m_state = std::make_unique<Document::State>();
    document.m_state->text = text;
    document.m_state->root = std::move(builder.root());
    document.m_state->places = std::move(builder.places());
    return document;
}

} // namespace dostyk::json
