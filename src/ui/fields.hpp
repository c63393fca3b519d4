/// \file
/// Controls that people type and pick values with.

#pragma once

#include "ui/canvas.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::ui {

struct FieldOptions {
    std::string prefix;      ///< In front, dim: "KK"
    std::string empty_words; ///< While nothing stands in it; also what it says
    float width = 0;         ///< [px] 0 = all there is
    bool is_bad = false;     ///< With a red edge
    bool takes_keys = false; ///< From now on one types here
};

/// A field of text. True while its text changes.
[[nodiscard]] bool edit_field(Canvas& canvas, const char* id, std::string& text,
                              const FieldOptions& options);

/// What people type, kept until it is a value; committed a moment after the last key, or when the
/// field is left.
class Drafts {
public:
    /// Gives the sentence why a text is no value, or nothing when it was committed.
    using Commit = std::function<std::string(const std::string& text)>;

    /// \param key      Name of the field among all fields.
    /// \param id       Its name for logs, behind what push_id() says.
    /// \param current  What the project says now; stands in the field while nobody types.
    void draw(Canvas& canvas, const std::string& key, std::string_view id,
              const std::string& current, FieldOptions options, const Commit& commit);

    void clear() { m_drafts.clear(); }
    [[nodiscard]] bool is_empty() const noexcept { return m_drafts.empty(); }

private:
    struct Draft {
        std::string text;
        std::string problem;
        double changed_s = 0;
        bool is_dirty = false;
        bool was_active = false;
    };
    std::map<std::string, Draft> m_drafts;
};

struct PickItem {
    std::string id;
    std::string text;
    std::string kind; ///< Entity kind whose symbol stands in front; empty = none
};

struct PickerOptions {
    std::string_view icon;
    std::string_view label;
    bool is_icon_alone = false; ///< The label is its hint then.
};

/// A button that opens a list with a filter; gives what is picked.
class Picker {
public:
    using Items = std::function<std::vector<PickItem>()>;

    /// \param items  Asked for when the list opens.
    /// \returns      Id of the picked item, or nothing.
    [[nodiscard]] std::optional<std::string> draw(Canvas& canvas, const char* id,
                                                  const PickerOptions& options, const Items& items);

private:
    struct Shown {
        PickItem item;
        std::string folded;
    };
    std::string m_filter;
    std::vector<Shown> m_items; ///< Of the list that is open
    unsigned m_open = 0;        ///< ImGui's id of the popup
};

/// A small word with a cross that takes it away. True when the cross is pressed; the word itself
/// leads to its entity.
[[nodiscard]] bool chip(Canvas& canvas, const char* id, const std::string& entity,
                        std::string_view text);

} // namespace dostyk::ui
