"""Country shapes and the points of small states, by partner."""

import csv
import json
from functools import cache
from importlib.resources import files
from typing import Any

from comity.world.partners import partners as partner_book

# Shapes without an ISO code, and the partner that each is drawn with.
_UNCODED = {"Kosovo": "XKX", "Somaliland": "SOM", "N. Cyprus": "CYP"}
_LEFT_OUT = {"ATA", "ATF"}


@cache
def _read() -> str:
    return files("comity.reports").joinpath("data", "countries-110m.json").read_text("utf-8")


def country_shapes() -> dict[str, Any]:
    """Return a TopoJSON topology whose shapes ``countries`` carry partners' ids.

    Antarctica and the French southern lands are left out.
    """
    topology: dict[str, Any] = json.loads(_read())
    shapes = []
    for shape in topology["objects"]["countries"]["geometries"]:
        partner = _partner(shape)
        if partner not in _LEFT_OUT:
            shapes.append({k: shape[k] for k in ("type", "arcs")} | {"id": partner})
    topology["objects"] = {"countries": {"type": "GeometryCollection", "geometries": shapes}}
    return topology


def _partner(shape: dict[str, Any]) -> str:
    name = str(shape["properties"]["name"])
    if "id" not in shape:
        return _UNCODED.get(name, "")
    found = partner_book().by_code("m49", int(shape["id"]))
    return found.id if found is not None else ""


@cache
def small_states() -> dict[str, tuple[float, float]]:
    """Latitude and longitude of states that have no shape at this scale, by id."""
    text = files("comity.reports").joinpath("data", "map_points.csv").read_text("utf-8")
    return {
        row["partner"]: (float(row["latitude"]), float(row["longitude"]))
        for row in csv.DictReader(text.splitlines())
    }
