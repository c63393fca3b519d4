"""Writing the GeoPackage: one function per kind of table, the same bytes for the same input."""
import contextlib
import os
import pathlib
import sqlite3

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


def mercator():
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(3857)
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

    def raster(self, name, bands, geotransform, description):
        """Write byte bands in EPSG:3857 as lossless tiles; three bands, the last may be empty."""
        self.data = None    # the raster driver opens the file by itself
        height, width = bands[0].shape
        memory = gdal.GetDriverByName("MEM").Create("", width, height, 3)
        memory.SetGeoTransform(geotransform)
        memory.SetProjection(mercator().ExportToWkt())
        for number, band in enumerate(bands, 1):
            memory.GetRasterBand(number).WriteArray(band)
        gdal.GetDriverByName("GPKG").CreateCopy(str(self.path), memory, options=[
            "APPEND_SUBDATASET=YES", f"RASTER_TABLE={name}", "TILE_FORMAT=PNG", "BLOCKSIZE=256",
            f"RASTER_DESCRIPTION={description}"])
        print(f"{name:10} {width} x {height} pixels")

    def close(self):
        """Pack the file."""
        self.data = None
        with contextlib.closing(sqlite3.connect(self.path)) as connection:
            connection.execute("VACUUM")
        print(f"{self.path.name}: {os.path.getsize(self.path):,} bytes")


def count_vertices(geometry):
    if hasattr(geometry, "geoms"):
        return sum(map(count_vertices, geometry.geoms))
    if geometry.geom_type == "Polygon":
        return sum(len(r.coords) for r in (geometry.exterior, *geometry.interiors))
    return len(geometry.coords)
