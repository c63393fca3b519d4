"""The steps that build maps/base.gpkg from open packages; tools/make_maps runs them."""
