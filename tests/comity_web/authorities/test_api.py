from comity_web.api.interface import interface, operations


def test_every_topic_of_the_law_is_served():
    paths = {o.path for o in operations(interface()) if o.path.startswith("/authorities")}
    assert {path.split("/")[2] for path in paths if path.count("/") > 1} >= {
        "find", "records", "words", "parameters", "combinations", "gates", "calendar", "overlap",
        "gaps", "timeline",
    }  # fmt: skip
