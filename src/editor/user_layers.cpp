#include "editor/user_layers.hpp"

#include "scene/layer_content.hpp"

#include <array>
#include <system_error>
#include <utility>

namespace dostyk::editor {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 7> names{"waiting", "loading", "ready",     "changed",
                                                "missing", "no_crs",  "unreadable"};

} // namespace

std::string_view name_of(LayerState state) noexcept
{
    return names[static_cast<std::size_t>(state)];
}

LayerQuery query_of(const model::UserLayer& layer)
{
    return {layer.path, layer.table, layer.crs};
}

LoadedLayer load_layer(const model::UserLayer& layer, const fs::path& base, double zoom,
                       const intake::ReadOptions& reading, const LoadedLayer* known)
{
    LoadedLayer loaded;
    loaded.query = query_of(layer);
    const auto sum = layer_sum(file_of(layer, base), reading.stop);
    if (!sum) {
        loaded.reason = sum.error();
        return loaded;
    }
    loaded.sha256 = *sum;
    if (known != nullptr && known->content != nullptr && known->sha256 == *sum &&
        known->query == loaded.query) {
        loaded.content = known->content;
        return loaded;
    }
    auto data = read_layer_data(layer, base, reading);
    if (!data) {
        loaded.reason = data.error();
        return loaded;
    }
    if (data->picture.width > 0) {
        loaded.content = std::make_shared<scene::LayerContent>(std::move(data->picture));
    } else {
        loaded.content = std::make_shared<scene::LayerContent>(std::move(data->rows));
        loaded.content->cook(scene::LayerContent::level_of(zoom), reading.stop);
    }
    return loaded;
}

LayerState UserLayers::state_of(const model::UserLayer& layer) const
{
    const auto loading = m_loading.find(layer.id);
    const auto found = m_loaded.find(layer.id);
    const bool is_known = found != m_loaded.end() && found->second.query == query_of(layer);
    if (!is_known) {
        return loading != m_loading.end() ? LayerState::loading : LayerState::waiting;
    }
    const LoadedLayer& loaded = found->second;
    if (loaded.content != nullptr) {
        return loaded.sha256 == layer.sha256 ? LayerState::ready : LayerState::changed;
    }
    if (loaded.reason.message.key == "layer.no_crs") {
        return LayerState::no_crs;
    }
    return loaded.reason.code == ErrorCode::not_found ? LayerState::missing
                                                      : LayerState::unreadable;
}

const LoadedLayer* UserLayers::find(std::string_view layer) const
{
    const auto found = m_loaded.find(layer);
    return found != m_loaded.end() ? &found->second : nullptr;
}

bool UserLayers::is_wanted(const model::UserLayer& layer) const
{
    if (m_loading.contains(layer.id)) {
        return false;
    }
    const auto found = m_loaded.find(layer.id);
    return found == m_loaded.end() || found->second.query != query_of(layer) ||
           m_is_touched.contains(layer.id);
}

void UserLayers::begin(const model::UserLayer& layer)
{
    m_loading[layer.id] = query_of(layer);
    m_is_touched.erase(layer.id);
}

bool UserLayers::finish(const std::string& layer, LoadedLayer loaded)
{
    const auto loading = m_loading.find(layer);
    if (loading == m_loading.end() || loading->second != loaded.query) {
        return false;
    }
    m_loading.erase(loading);
    m_loaded[layer] = std::move(loaded);
    return true;
}

void UserLayers::touch(std::string_view layer)
{
    m_is_touched[std::string(layer)] = true;
}

void UserLayers::forget(std::string_view layer)
{
    if (const auto found = m_is_touched.find(layer); found != m_is_touched.end()) {
        m_is_touched.erase(found);
    }
    if (const auto found = m_loading.find(layer); found != m_loading.end()) {
        m_loading.erase(found);
    }
    if (const auto found = m_loaded.find(layer); found != m_loaded.end()) {
        m_loaded.erase(found);
    }
}

void UserLayers::ask(LayerDraft draft)
{
    m_draft = std::move(draft);
    m_is_drafting = true;
    m_refusal.reset();
}

std::optional<LayerDraft> UserLayers::take_draft()
{
    return std::exchange(m_draft, std::nullopt);
}

void UserLayers::end_draft(std::optional<Error> refusal)
{
    m_is_drafting = false;
    m_refusal = std::move(refusal);
}

} // namespace dostyk::editor
