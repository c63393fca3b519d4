/// \file
/// The project's own layers in the panel of layers: what is shown, how, and what is wrong with
/// their files.

#pragma once

#include "ui/fields.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::ui {

/// A group of the panel. It draws and submits; what a layer is lives below.
class OwnLayers {
public:
    void draw(Canvas& canvas);

private:
    void draw_add(Canvas& canvas);
    void draw_layer(Canvas& canvas, const model::UserLayer& layer);
    void draw_head(Canvas& canvas, const model::UserLayer& layer, editor::LayerState state);
    void draw_cure(Canvas& canvas, const model::UserLayer& layer, editor::LayerState state);
    void draw_path(Canvas& canvas, const model::UserLayer& layer);
    void draw_crs(Canvas& canvas, const model::UserLayer& layer);
    void draw_style(Canvas& canvas, const model::UserLayer& layer);
    void draw_title(Canvas& canvas, const model::UserLayer& layer);
    void draw_color(Canvas& canvas, const model::UserLayer& layer);
    void draw_slider(Canvas& canvas, const model::UserLayer& layer, const char* member);
    void draw_label(Canvas& canvas, const model::UserLayer& layer);
    void draw_classes(Canvas& canvas, const model::UserLayer& layer);
    void draw_class_list(Canvas& canvas, const model::UserLayer& layer);
    void draw_order(Canvas& canvas, const model::UserLayer& layer);

    std::string m_path; ///< Of a file that somebody is about to add
    std::string m_crs;  ///< Likewise
    std::string m_open; ///< The layer whose style is being edited
    std::string m_kept; ///< The changed content that somebody does not want to accept: its sum
    Drafts m_drafts;
    Picker m_label_picker;
    Picker m_field_picker;
};

/// What is known of the feature of an own layer under the pointer, beside it.
void draw_layer_tooltip(Canvas& canvas);

} // namespace dostyk::ui
