from comity_web.api.interface import interface, operations


def test_every_topic_of_partners_and_data_is_served():
    paths = {o.path for o in operations(interface()) if "world" in o.view_func.__module__}
    heads = {path.strip("/").partition("/")[0] for path in paths}
    assert heads >= {
        "partners",
        "groupings",
        "indicators",
        "sources",
        "values",
        "coverage",
        "panel",
    }
