"""Difference and system GMM by pydynpd 0.2.2 (numpy < 2) on panel.csv; writes pydynpd.csv."""

import pandas as pd
from pydynpd import regression

frame = pd.read_csv("panel.csv")
MODELS = {
    "system two collapsed": "y L1.y w k | gmm(y, 2:99) gmm(w, 2:99) iv(k) | collapse",
    "system two": "y L1.y w k | gmm(y, 2:4) iv(w k) |",
    "system one": "y L1.y w k | gmm(y, 2:4) iv(w k) | onestep",
    "system two predetermined": "y L1.y w k | gmm(y, 2:5) gmm(w, 1:5) iv(k) | collapse",
    "difference two": "y L1.y w k | gmm(y, 2:4) gmm(w, 2:4) iv(k) | nolevel",
    "difference two lags": "y L1.y L2.y w k | gmm(y, 2:99) iv(w k) | nolevel collapse",
}
rows = []
for name, command in MODELS.items():
    found = regression.abond(command, frame, ["unit", "year"]).models[0]
    for _, row in found.regression_table.iterrows():
        rows.append((name, row["variable"], row["coefficient"], row["std_err"]))
    rows.append((name, "hansen", found.hansen.test_value, found.hansen.df))
    rows += [(name, f"ar{k + 1}", test.AR, None) for k, test in enumerate(found.AR_list)]
    rows.append((name, "instruments", found.z_information.num_instr, None))
pd.DataFrame(rows, columns=["id", "term", "estimate", "std_error"]).to_csv(
    "pydynpd.csv", index=False
)
