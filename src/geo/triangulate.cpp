#include "geo/triangulate.hpp"

#include "geo/mercator.hpp"

#include <GL/glu.h>

#include <array>
#include <cmath>
#include <deque>
#include <memory>

namespace dostyk::geo {

namespace {

struct Build {
    Triangles triangles;
    std::deque<std::array<double, 3>> vertices; ///< GLU keeps pointers until the polygon ends.
    WorldPoint origin;
};

// GLU hands our index through its void pointers: no allocation for each vertex.
void* as_pointer(std::size_t index) noexcept
{
    return reinterpret_cast<void*>(index); // NOLINT(performance-no-int-to-ptr)
}

std::uint32_t as_index(void* pointer) noexcept
{
    return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(pointer));
}

std::size_t add_vertex(Build& build, double x, double y)
{
    build.vertices.push_back({x, y, 0});
    build.triangles.points.push_back({x + build.origin.x, y + build.origin.y});
    return build.triangles.points.size() - 1;
}

void GLAPIENTRY on_vertex(void* vertex, void* state)
{
    static_cast<Build*>(state)->triangles.indices.push_back(as_index(vertex));
}

// Asking for edge flags makes GLU give plain triangles, no fans and strips.
void GLAPIENTRY on_edge_flag(GLboolean /*flag*/, void* /*state*/) {}

void GLAPIENTRY on_combine(const GLdouble* at, void** /*vertices*/, const GLfloat* /*weights*/,
                           void** out, void* state)
{
    *out = as_pointer(add_vertex(*static_cast<Build*>(state), at[0], at[1]));
}

using GluCallback = void(GLAPIENTRY*)();

struct TessellatorDeleter {
    void operator()(GLUtesselator* tessellator) const { gluDeleteTess(tessellator); }
};

void add_contour(GLUtesselator* tessellator, Build& build, const Ring& ring)
{
    gluTessBeginContour(tessellator);
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const WorldPoint at = to_world(ring[i]);
        const std::size_t index = add_vertex(build, at.x - build.origin.x, at.y - build.origin.y);
        gluTessVertex(tessellator, build.vertices[index].data(), as_pointer(index));
    }
    gluTessEndContour(tessellator);
}

} // namespace

Triangles triangulate(const MultiPolygon& polygons)
{
    const std::unique_ptr<GLUtesselator, TessellatorDeleter> tessellator(gluNewTess());
    GLUtesselator* tess = tessellator.get();
    gluTessCallback(tess, GLU_TESS_VERTEX_DATA, reinterpret_cast<GluCallback>(on_vertex));
    gluTessCallback(tess, GLU_TESS_EDGE_FLAG_DATA, reinterpret_cast<GluCallback>(on_edge_flag));
    gluTessCallback(tess, GLU_TESS_COMBINE_DATA, reinterpret_cast<GluCallback>(on_combine));
    gluTessProperty(tess, GLU_TESS_WINDING_RULE, GLU_TESS_WINDING_ODD);
    gluTessNormal(tess, 0, 0, 1);

    Build build;
    if (const LonLatBounds bounds = bounds_of(polygons); !bounds.is_empty()) {
        // GLU computes in double but compares in a fixed grid of its input's size: keep it small.
        build.origin = to_world(bounds.centre());
    }
    for (const Polygon& polygon : polygons) {
        gluTessBeginPolygon(tess, &build);
        add_contour(tess, build, polygon.outer);
        for (const Ring& hole : polygon.holes) {
            add_contour(tess, build, hole);
        }
        gluTessEndPolygon(tess);
    }
    return std::move(build.triangles);
}

double area_of(const Triangles& triangles) noexcept
{
    double area = 0;
    for (std::size_t i = 0; i + 2 < triangles.indices.size(); i += 3) {
        const WorldPoint a = triangles.points[triangles.indices[i]];
        const WorldPoint b = triangles.points[triangles.indices[i + 1]];
        const WorldPoint c = triangles.points[triangles.indices[i + 2]];
        area += std::abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2;
    }
    return area;
}

} // namespace dostyk::geo
