"""An invented panel whose outcome depends on its own past; some rows are taken out."""

import numpy as np
import pandas as pd

draw = np.random.default_rng(11)
units, years = 70, 9
own = draw.normal(size=units)
y, w, k = (np.zeros((units, years + 20)) for _ in range(3))
for t in range(1, years + 20):
    shock = draw.normal(size=units)
    w[:, t] = (
        0.5 * w[:, t - 1] + 0.3 * own + 0.2 * y[:, t - 1] + 0.4 * shock + draw.normal(size=units)
    )
    k[:, t] = 0.6 * k[:, t - 1] + draw.normal(size=units)
    y[:, t] = 0.5 * y[:, t - 1] + 0.4 * w[:, t] - 0.3 * k[:, t] + own + 0.1 * t + shock
frame = pd.DataFrame(
    {
        "unit": np.repeat(np.arange(1, units + 1), years),
        "year": np.tile(np.arange(2001, 2001 + years), units),
        "y": y[:, 20:].ravel().round(5),
        "w": w[:, 20:].ravel().round(5),
        "k": k[:, 20:].ravel().round(5),
    }
)
# Late starters and early leavers: plm and pydynpd differ in how they treat holes inside a series.
start, end = draw.integers(2001, 2004, units), draw.integers(2007, 2010, units)
inside = (frame["year"] >= start[frame["unit"] - 1]) & (frame["year"] <= end[frame["unit"] - 1])
frame[inside].to_csv("panel.csv", index=False)
