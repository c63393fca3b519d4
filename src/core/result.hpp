/// \file
/// Expected failure as a value: Result<T>, Status, Error.

#pragma once

#include "core/message.hpp"

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace dostyk {

enum class ErrorCode {
    not_found,
    unreadable,
    parse,
    invalid,
    unsupported,
    write_failed,
    no_display,
    cancelled,
    usage,
};

/// One failure of one operation: what went wrong, where, and (in the sentence) what to do.
struct Error {
    ErrorCode code = ErrorCode::invalid;
    Message message;
    std::string
        where; ///< A path, "file:line:col: /pointer", an id; empty when the message says it.

    friend bool operator==(const Error&, const Error&) = default;
};

/// "where: sentence" in a language.
[[nodiscard]] std::string text_of(const Error& error, Language language);

/// Value or Error. Check with operator bool; value() of an error is a bug.
template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}     // NOLINT: implicit
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {} // NOLINT: implicit

    [[nodiscard]] explicit operator bool() const noexcept { return m_state.index() == 0; }

    [[nodiscard]] T& value() & { return checked(); }
    [[nodiscard]] const T& value() const& { return const_cast<Result*>(this)->checked(); }
    [[nodiscard]] T&& value() && { return std::move(checked()); }
    [[nodiscard]] T& operator*() & { return checked(); }
    [[nodiscard]] const T& operator*() const& { return value(); }
    [[nodiscard]] T&& operator*() && { return std::move(checked()); }
    [[nodiscard]] T* operator->() { return &checked(); }
    [[nodiscard]] const T* operator->() const { return &value(); }

    [[nodiscard]] const Error& error() const
    {
        assert(!*this && "error() of a success");
        return *std::get_if<1>(&m_state);
    }

private:
    T& checked()
    {
        assert(*this && "value() of an error");
        return *std::get_if<0>(&m_state);
    }

    std::variant<T, Error> m_state;
};

/// Success without a value.
using Status = Result<std::monostate>;

[[nodiscard]] inline Status ok()
{
    return Status{std::monostate{}};
}

} // namespace dostyk
