#include "json/document.hpp"

#include "json/placed_reading.hpp"
#include "json/simdjson_place.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace dostyk::json {

namespace dom = simdjson::dom;

struct Document::State {
    std::string padded; ///< The text, and behind it what simdjson may read beyond its end
    std::size_t size = 0;
    dom::parser parser;
    dom::element root;
    bool has_root = false;
    std::optional<PlacedReading> placed; ///< When first asked for

    [[nodiscard]] std::string_view text() const { return std::string_view(padded).substr(0, size); }

    const PlacedReading& reading()
    {
        if (!placed) {
            placed = read_placed(text());
        }
        return *placed;
    }
};

namespace {

/// States of documents that are gone: a parser's memory is worth more than one small text.
constexpr std::size_t most_spare = 4;
constexpr std::size_t largest_spare = 1U << 20U; // bytes of text

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

bool is_plain(dom::element value, int depth);

bool has_plain_members(dom::object object, int depth)
{
    std::vector<std::string_view> keys; // where they are not in order, as ours are
    std::string_view last;
    std::size_t count = 0;
    for (const dom::key_value_pair member : object) {
        if (!is_plain(member.value, depth)) {
            return false;
        }
        if (keys.empty() && count++ > 0 && member.key <= last) {
            for (const dom::key_value_pair each : object) {
                keys.push_back(each.key);
            }
        }
        last = member.key;
    }
    std::sort(keys.begin(), keys.end());
    return std::adjacent_find(keys.begin(), keys.end()) == keys.end();
}

/// False where simdjson takes what we refuse, or what only the careful reading can tell: members of
/// one name, nesting that is too deep, a number that became zero.
bool is_plain(dom::element value, int depth)
{
    if (dom::array array; value.get(array) == simdjson::SUCCESS) {
        for (const dom::element element : array) {
            if (depth >= max_depth || !is_plain(element, depth + 1)) {
                return false;
            }
        }
        return depth < max_depth;
    }
    if (dom::object object; value.get(object) == simdjson::SUCCESS) {
        return depth < max_depth && has_plain_members(object, depth + 1);
    }
    return value.type() != dom::element_type::DOUBLE || value.get_double().value_unsafe() != 0;
}

/// Read by simdjson; false where the careful reading must say what it is.
template <typename State>
bool read_fast(std::string_view text, State& state)
{
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    state.placed.reset();
    state.size = text.size();
    state.padded.assign(text);
    state.padded.append(simdjson::SIMDJSON_PADDING, ' ');
    state.has_root = state.parser.parse(state.padded.data(), text.size(), false).get(state.root) ==
                     simdjson::SUCCESS;
    return state.has_root && !text.starts_with(byte_order_mark) && is_plain(state.root, 0);
}

/// Put the pointer of `wanted` below `value` behind `pointer`; false where it is not there.
bool find_pointer(Value value, Value wanted, std::string& pointer)
{
    if (value == wanted) {
        return true;
    }
    const std::size_t length = pointer.size();
    const auto is_in = [&](std::string_view token, Value child) {
        pointer += "/" + escape_pointer_token(token);
        const bool is_found = find_pointer(child, wanted, pointer);
        pointer.resize(is_found ? pointer.size() : length);
        return is_found;
    };
    std::size_t index = 0;
    for (const Value element : value.elements()) {
        if (is_in(std::to_string(index++), element)) {
            return true;
        }
    }
    for (const auto& [key, member] : value.members()) {
        if (is_in(key, member)) {
            return true;
        }
    }
    return false;
}

} // namespace

Document::Document(std::unique_ptr<State> state) noexcept : m_state(std::move(state)) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;

std::vector<std::unique_ptr<Document::State>>& Document::spare_states()
{
    thread_local std::vector<std::unique_ptr<State>> spare;
    return spare;
}

Document::~Document()
{
    auto& spare = spare_states();
    if (m_state && m_state->size <= largest_spare && spare.size() < most_spare) {
        spare.push_back(std::move(m_state));
    }
}

Value Document::value() const noexcept
{
    return Value(to_place(m_state->root));
}

const nlohmann::json& Document::root() const
{
    return m_state->reading().root;
}

Position Document::position_of(std::string_view pointer) const
{
    const std::vector<PlacedValue>& places = m_state->reading().places;
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
    return position_at(m_state->text(), places[found].offset);
}

std::string Document::pointer_of(Value wanted) const
{
    std::string pointer;
    (void)find_pointer(value(), wanted, pointer);
    return pointer;
}

std::optional<Document> parse(std::string_view text, std::string_view file,
                              Diagnostics& diagnostics)
{
    auto& spare = Document::spare_states();
    if (spare.empty()) {
        spare.push_back(std::make_unique<Document::State>());
    }
    Document document(std::move(spare.back()));
    spare.pop_back();
    Document::State& state = *document.m_state;
    if (read_fast(text, state)) {
        return document;
    }
    const auto& refusal = state.reading().refusal;
    if (!refusal && state.has_root) {
        return document;
    }
    diagnostics.add(to_finding(refusal.value_or(Refusal{"json.syntax", 0, {}, {}}), text, file));
    return std::nullopt;
}

} // namespace dostyk::json
