"""Writing the GeoPackage: one function per kind of table, the same bytes for the same input."""
import os
import pathlib

from osgeo import gdal, ogr, osr
from shapely.geometry import MultiLineString, MultiPolygon

gdal.UseExceptions()
STAMP = "2026-11-24T00:00:00Z"   # fixed, so that a rebuild gives the same file
KINDS = {"Point": ogr.wkbPoint, "MultiLineString": ogr.wkbMultiLineString,
         "MultiPolygon": ogr.wkbMultiPolygon}


def wgs84():
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4326)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


def multiple(geometry):
    """A Multi geometry of a simple one."""
    if geometry.geom_type == "Polygon":
        return MultiPolygon([geometry])
    if geometry.geom_type == "LineString":
        return MultiLineString([geometry])
    return geometry


class MapFile:
    """The GeoPackage that is being built."""

    def __init__(self, path: pathlib.Path):
        gdal.SetConfigOption("OGR_CURRENT_DATE", STAMP)
        self.path = path
        path.unlink(missing_ok=True)
        self.data = ogr.GetDriverByName("GPKG").CreateDataSource(
            str(path), options=["ADD_GPKG_OGR_CONTENTS=NO"])

    def layer(self, name, kind, columns, features, description):
        """Write a layer. `columns` maps field names to int, float or str; a feature is a pair
        (geometry, {field: value})."""
        layer = self.data.CreateLayer(name, wgs84(), KINDS[kind], options=[
            "SPATIAL_INDEX=NO", "GEOMETRY_NAME=geom", f"DESCRIPTION={description}"])
        types = {int: ogr.OFTInteger64, float: ogr.OFTReal, str: ogr.OFTString}
        for column, type_ in columns.items():
            layer.CreateField(ogr.FieldDefn(column, types[type_]))
        vertices = 0
        self.data.StartTransaction()
        for geometry, values in features:
            feature = ogr.Feature(layer.GetLayerDefn())
            for column in columns:
                value = values.get(column)
                if value is not None:
                    feature.SetField(column, value)
            feature.SetGeometry(ogr.CreateGeometryFromWkb(multiple(geometry).wkb))
            layer.CreateFeature(feature)
            vertices += count_vertices(geometry)
        self.data.CommitTransaction()
        print(f"{name:10} {len(features):5} features {vertices:7} vertices")

    def close(self):
        """Pack the file."""
        self.data.ExecuteSQL("VACUUM")
        self.data = None
        print(f"{self.path.name}: {os.path.getsize(self.path):,} bytes")


def count_vertices(geometry):
    if hasattr(geometry, "geoms"):
        return sum(map(count_vertices, geometry.geoms))
    if geometry.geom_type == "Polygon":
        return sum(len(r.coords) for r in (geometry.exterior, *geometry.interiors))
    return len(geometry.coords)
