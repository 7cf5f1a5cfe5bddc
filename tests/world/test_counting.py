import pandas as pd

from comity.world.counting import count_distinct


def test_things_are_counted_once_and_strangers_keep_their_name():
    rows = pd.DataFrame(
        {
            "partner": ["KEN", "KEN", "KEN", "", ""],
            "place": ["Kenya", "Kenya", "Kenya", "Nowhere", "Elsewhere"],
            "year": [2000, 2000, 2001, 2000, 2000],
            "event": ["a", "a", "b", "c", "d"],
        }
    )
    counted = count_distinct(rows, "event", "test.events").sort_values(["place", "year"])
    assert counted[["partner", "place", "year", "value"]].to_numpy().tolist() == [
        ["", "Elsewhere", 2000, 1],
        ["KEN", "Kenya", 2000, 1],
        ["KEN", "Kenya", 2001, 1],
        ["", "Nowhere", 2000, 1],
    ]
    assert set(counted["indicator"]) == {"test.events"}
