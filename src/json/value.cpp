#include "json/value.hpp"

#include "json/simdjson_place.hpp"

namespace dostyk::json {

namespace {

namespace dom = simdjson::dom;
using dom::element_type;

dom::element element_at(Value::Place place) noexcept
{
    return from_place<dom::element>(place);
}

} // namespace

bool Value::is_null() const noexcept
{
    return element_at(m_place).is_null();
}

bool Value::is_boolean() const noexcept
{
    return element_at(m_place).is_bool();
}

bool Value::is_number() const noexcept
{
    return element_at(m_place).is_number();
}

bool Value::is_string() const noexcept
{
    return element_at(m_place).is_string();
}

bool Value::is_array() const noexcept
{
    return element_at(m_place).is_array();
}

bool Value::is_object() const noexcept
{
    return element_at(m_place).is_object();
}

std::string_view Value::type_name() const noexcept
{
    switch (element_at(m_place).type()) {
    case element_type::ARRAY:
        return "array";
    case element_type::OBJECT:
        return "object";
    case element_type::INT64:
    case element_type::UINT64:
    case element_type::DOUBLE:
        return "number";
    case element_type::STRING:
        return "string";
    case element_type::BOOL:
        return "boolean";
    case element_type::NULL_VALUE:
        break;
    }
    return "null";
}

bool Value::flag() const noexcept
{
    return element_at(m_place).get_bool().value_unsafe();
}

double Value::number() const noexcept
{
    return element_at(m_place).get_double().value_unsafe();
}

bool Value::is_whole() const noexcept
{
    // Not is_double(): any number passes for one.
    return is_number() && element_at(m_place).type() != element_type::DOUBLE;
}

std::string Value::digits() const
{
    const dom::element element = element_at(m_place);
    const bool is_large = element.type() == element_type::UINT64;
    return is_large ? std::to_string(element.get_uint64().value_unsafe())
                    : std::to_string(element.get_int64().value_unsafe());
}

std::string_view Value::text() const noexcept
{
    return element_at(m_place).get_string().value_unsafe();
}

std::size_t Value::size() const noexcept
{
    const dom::element element = element_at(m_place);
    if (dom::array array; element.get(array) == simdjson::SUCCESS) {
        return array.size();
    }
    dom::object object;
    return element.get(object) == simdjson::SUCCESS ? object.size() : 0;
}

std::optional<Value> Value::find(std::string_view key) const noexcept
{
    dom::object object;
    dom::element member;
    const bool is_there = element_at(m_place).get(object) == simdjson::SUCCESS &&
                          object.at_key(key).get(member) == simdjson::SUCCESS;
    return is_there ? std::optional(Value(to_place(member))) : std::nullopt;
}

Value Value::at(std::size_t index) const noexcept
{
    auto element = elements().begin();
    for (std::size_t i = 0; i < index; ++i) {
        ++element;
    }
    return *element;
}

Value::Elements Value::elements() const noexcept
{
    dom::array array;
    if (element_at(m_place).get(array) != simdjson::SUCCESS) {
        return {m_place, m_place};
    }
    return {to_place(array.begin()), to_place(array.end())};
}

Value::Members Value::members() const noexcept
{
    dom::object object;
    if (element_at(m_place).get(object) != simdjson::SUCCESS) {
        return {m_place, m_place};
    }
    return {to_place(object.begin()), to_place(object.end())};
}

Value Value::Elements::Iterator::operator*() const noexcept
{
    return Value(to_place(*from_place<dom::array::iterator>(m_place)));
}

Value::Elements::Iterator& Value::Elements::Iterator::operator++() noexcept
{
    auto at = from_place<dom::array::iterator>(m_place);
    m_place = to_place(++at);
    return *this;
}

std::pair<std::string_view, Value> Value::Members::Iterator::operator*() const noexcept
{
    const auto at = from_place<dom::object::iterator>(m_place);
    return {at.key(), Value(to_place(at.value()))};
}

Value::Members::Iterator& Value::Members::Iterator::operator++() noexcept
{
    auto at = from_place<dom::object::iterator>(m_place);
    m_place = to_place(++at);
    return *this;
}

} // namespace dostyk::json
