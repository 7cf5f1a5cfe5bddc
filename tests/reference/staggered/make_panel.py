"""An invented balanced panel whose units are treated from different years on, or never."""

import numpy as np
import pandas as pd

draw = np.random.default_rng(5)
units, years = 90, 8
first = np.repeat([2004, 2006, 2007, 0], [20, 20, 15, 35])
x = draw.normal(size=units) + 0.5 * (first > 0)
own = draw.normal(size=units) + x
rows = []
for u in range(units):
    for t in range(years):
        year = 2001 + t
        since = year - first[u] + 1 if first[u] and year >= first[u] else 0
        gain = since * (1.0 if first[u] == 2004 else 0.4)
        y = own[u] + 0.3 * t + 0.1 * t * x[u] + gain + draw.normal()
        rows.append((u + 1, year, first[u], u % 18, round(x[u], 4), round(y, 5)))
pd.DataFrame(rows, columns=["unit", "year", "first", "region", "x", "y"]).to_csv(
    "panel.csv", index=False
)
