/// \file
/// The values of a parsed text as they lie in its tape: nothing is copied until it is asked for.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace dostyk::json {

/// One value of a Document, which must outlive it. As cheap to copy as a pointer.
class Value {
public:
    /// simdjson's element, or its iterator: its header is too heavy to be included here.
    using Place = std::array<std::uintptr_t, 2>;

    class Elements;
    class Members;

    explicit Value(Place place) noexcept : m_place(place) {}

    [[nodiscard]] bool is_null() const noexcept;
    [[nodiscard]] bool is_boolean() const noexcept;
    [[nodiscard]] bool is_number() const noexcept;
    [[nodiscard]] bool is_string() const noexcept;
    [[nodiscard]] bool is_array() const noexcept;
    [[nodiscard]] bool is_object() const noexcept;
    /// "object", "array", "string", "number", "boolean" or "null".
    [[nodiscard]] std::string_view type_name() const noexcept;

    /// \pre is_boolean()
    [[nodiscard]] bool flag() const noexcept;
    /// The nearest double. \pre is_number()
    [[nodiscard]] double number() const noexcept;
    /// A number that is written without fraction and exponent.
    [[nodiscard]] bool is_whole() const noexcept;
    /// The digits of a whole number, its sign before them. \pre is_whole()
    [[nodiscard]] std::string digits() const;
    /// Unescaped. \pre is_string()
    [[nodiscard]] std::string_view text() const noexcept;

    /// How many an array or an object holds; for what holds none 0.
    [[nodiscard]] std::size_t size() const noexcept;
    /// The member of a name; nothing where there is none, and for what is no object.
    [[nodiscard]] std::optional<Value> find(std::string_view key) const noexcept;
    /// Linear. \pre is_array() and index < size()
    [[nodiscard]] Value at(std::size_t index) const noexcept;
    /// In the order of the text; none for what is no array.
    [[nodiscard]] Elements elements() const noexcept;
    /// In the order of the text; none for what is no object.
    [[nodiscard]] Members members() const noexcept;

    friend bool operator==(Value, Value) = default;

private:
    Place m_place;
};

class Value::Elements {
public:
    class Iterator {
    public:
        explicit Iterator(Place place) noexcept : m_place(place) {}
        Value operator*() const noexcept;
        Iterator& operator++() noexcept;
        friend bool operator==(Iterator, Iterator) = default;

    private:
        Place m_place;
    };

    Elements(Place first, Place last) noexcept : m_first(first), m_last(last) {}
    [[nodiscard]] Iterator begin() const noexcept { return Iterator(m_first); }
    [[nodiscard]] Iterator end() const noexcept { return Iterator(m_last); }

private:
    Place m_first, m_last;
};

class Value::Members {
public:
    class Iterator {
    public:
        explicit Iterator(Place place) noexcept : m_place(place) {}
        std::pair<std::string_view, Value> operator*() const noexcept;
        Iterator& operator++() noexcept;
        friend bool operator==(Iterator, Iterator) = default;

    private:
        Place m_place; ///< Of the key
    };

    Members(Place first, Place last) noexcept : m_first(first), m_last(last) {}
    [[nodiscard]] Iterator begin() const noexcept { return Iterator(m_first); }
    [[nodiscard]] Iterator end() const noexcept { return Iterator(m_last); }

private:
    Place m_first, m_last;
};

} // namespace dostyk::json
