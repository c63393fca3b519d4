#include "app/layer_keeper.hpp"

#include "editor/user_layer_edit.hpp"
#include "scene/layer_content.hpp"

#include <algorithm>
#include <optional>

namespace dostyk::app {

namespace fs = std::filesystem;

LayerKeeper::LayerKeeper(editor::Workspace& workspace, MainQueue& finished, Show show,
                         intake::ReadOptions reading)
: m_workspace(workspace),
  m_finished(finished),
  m_show(std::move(show)),
  m_reading(std::move(reading)),
  m_base(editor::layer_base(workspace.edits().path()))
{}

bool LayerKeeper::request()
{
    forget_removed();
    draft();
    bool has_begun = false;
    for (const model::UserLayer& layer : m_workspace.project().layers) {
        if (m_workspace.layers().is_wanted(layer)) {
            read(layer);
            has_begun = true;
        }
        if (layer.is_visible) {
            cook(layer);
        }
    }
    return has_begun;
}

void LayerKeeper::forget_removed()
{
    const auto& layers = m_workspace.project().layers;
    std::erase_if(m_known, [&](const std::string& id) {
        const bool is_gone = model::find_layer(layers, id) == nullptr;
        if (is_gone) {
            m_workspace.layers().forget(id);
            m_show(id, nullptr);
        }
        return is_gone;
    });
}

bool LayerKeeper::look()
{
    bool has_touched = false;
    for (const fs::path& changed : m_watch.take()) {
        // It may be one of the files, or one of its parts.
        for (const model::UserLayer& layer : m_workspace.project().layers) {
            const fs::path file = editor::file_of(layer, m_base);
            if (file.parent_path() == changed.parent_path() && file.stem() == changed.stem()) {
                m_workspace.layers().touch(layer.id);
                has_touched = true;
            }
        }
    }
    return has_touched;
}

void LayerKeeper::read(const model::UserLayer& layer)
{
    m_known.insert(layer.id);
    std::error_code error;
    const fs::path folder = editor::file_of(layer, m_base).parent_path();
    if (fs::is_directory(folder, error)) {
        m_watch.add(folder);
    }
    std::optional<editor::LoadedLayer> known;
    if (const editor::LoadedLayer* found = m_workspace.layers().find(layer.id)) {
        known = *found;
    }
    m_workspace.layers().begin(layer);
    m_jobs.submit([this, layer, known, base = m_base, zoom = m_workspace.view().camera.zoom,
                   reading = m_reading](std::stop_token stop) {
        intake::ReadOptions options = reading;
        options.stop = stop;
        auto loaded = std::make_shared<editor::LoadedLayer>(
            editor::load_layer(layer, base, zoom, options, known ? &*known : nullptr));
        m_finished.post([this, id = layer.id, loaded] {
            const auto content = loaded->content;
            if (m_workspace.layers().finish(id, std::move(*loaded))) {
                m_show(id, content);
            }
        });
    });
}

void LayerKeeper::cook(const model::UserLayer& layer)
{
    const editor::LoadedLayer* loaded = m_workspace.layers().find(layer.id);
    if (loaded == nullptr || loaded->content == nullptr || loaded->content->picture() != nullptr) {
        return;
    }
    const int level = scene::LayerContent::level_of(m_workspace.view().camera.zoom);
    if (loaded->content->is_cooked(level) || !m_cooking.insert({layer.id, level}).second) {
        return;
    }
    m_jobs.submit([this, id = layer.id, level, content = loaded->content](std::stop_token stop) {
        content->cook(level, stop);
        m_finished.post([this, id, level, content] {
            m_cooking.erase({id, level});
            const editor::LoadedLayer* now = m_workspace.layers().find(id);
            if (now != nullptr && now->content == content) {
                m_show(id, content);
            }
        });
    });
}

void LayerKeeper::draft()
{
    auto wanted = m_workspace.layers().take_draft();
    if (!wanted) {
        return;
    }
    m_jobs.submit([this, wanted = *std::move(wanted), base = m_base, reading = m_reading,
                   project = m_workspace.shared_project(),
                   language = m_workspace.view().language](std::stop_token stop) {
        editor::NewLayerOptions options;
        options.language = language;
        options.reading = reading;
        options.reading.stop = stop;
        options.reading.crs = wanted.crs;
        auto made = std::make_shared<Result<std::vector<editor::NewLayer>>>(
            editor::make_layers(*project, wanted.file, base, options));
        m_finished.post([this, made] { take_draft(std::move(*made)); });
    });
}

void LayerKeeper::take_draft(Result<std::vector<editor::NewLayer>> made)
{
    m_workspace.layers().end_draft(made ? std::optional<Error>() : made.error());
    if (!made) {
        m_workspace.tell(made.error());
        return;
    }
    // Somebody may have added others meanwhile.
    std::vector<model::UserLayer> added;
    const auto& layers = m_workspace.project().layers;
    int top = 0;
    for (const model::UserLayer& layer : layers) {
        top = std::max(top, layer.order);
    }
    std::size_t vertices = 0;
    for (editor::NewLayer& each : *made) {
        const std::string wanted = each.layer.id;
        for (int number = 2; model::find_layer(layers, each.layer.id) != nullptr; ++number) {
            each.layer.id = wanted + "-" + std::to_string(number);
        }
        each.layer.order = ++top;
        vertices += each.vertices;
        added.push_back(each.layer);
    }
    if (!m_workspace.submit(editor::add_layers(added))) {
        return;
    }
    const std::string title(added.front().title.in(m_workspace.view().language));
    if (vertices > editor::smooth_vertices) {
        m_workspace.tell(Message{"layer.slow",
                                 {{"title", title},
                                  {"count", std::to_string(vertices)},
                                  {"most", std::to_string(editor::smooth_vertices)}}});
    } else {
        m_workspace.tell(Message{"notice.layer_added", {{"title", title}}});
    }
}

} // namespace dostyk::app
