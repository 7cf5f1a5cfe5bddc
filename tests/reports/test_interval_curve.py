from comity.reports.interval_curve import interval_curve


def rows(count):
    return [
        {"a.b": float(k), "estimate": k * 1.0, "low": k - 1.0, "high": k + 1.0}
        for k in range(count)
    ]


def drawn(count):
    chart = interval_curve(rows(count), "a.b", title="T", claim="association", subtitle="S")
    found = chart.to_dict()
    return found, [layer["mark"]["type"] for layer in found["vconcat"][0]["layer"]]


def test_a_band_and_a_line_over_many_values():
    found, marks = drawn(7)
    assert marks == ["area", "line", "rule"]
    assert found["title"] == {"text": "T", "subtitle": "S"}
    layer = found["vconcat"][0]["layer"][1]["encoding"]
    # A dot in a name is no path into the data.
    assert (layer["x"]["field"], layer["x"]["title"]) == ("at", "a.b")
    assert layer["y"]["title"] == "Association"
    (data,) = found["datasets"].values()
    assert data[3] == {"at": 3.0, "estimate": 3.0, "low": 2.0, "high": 4.0}


def test_points_with_whiskers_over_two_values():
    assert drawn(2)[1] == ["rule", "point", "rule"]
