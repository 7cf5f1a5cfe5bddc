from comity_web.api.interface import interface, operations


def test_every_topic_of_the_assessment_is_served():
    paths = {o.path for o in operations(interface()) if "assess" in o.view_func.__module__}
    heads = {path.strip("/").partition("/")[0] for path in paths}
    assert heads >= {
        "models", "scores", "rank-intervals", "explanation", "matches", "comparison", "sensitivity",
        "scenarios", "priorities",
    }  # fmt: skip
