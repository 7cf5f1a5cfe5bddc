"""Callaway and Sant'Anna's estimator by csdid 0.4.3 on panel.csv; writes csdid.csv."""

import numpy as np
import pandas as pd
from csdid.att_gt import ATTgt

frame = pd.read_csv("panel.csv")
rows = []
for control in ("nevertreated", "notyettreated"):
    for base in ("varying", "universal"):
        for covariates in ("y ~ 1", "y ~ x"):
            name = f"{control} {base} {covariates}"
            made = ATTgt(
                yname="y", tname="year", idname="unit", gname="first", data=frame,
                control_group=control, xformla=covariates,
            ).fit(est_method="reg", base_period=base, bstrap=False)  # fmt: skip
            found = made.aggte("simple", bstrap=False, cband=False).atte
            cells = made.results
            for g, t, att, se in zip(
                cells["group"], cells["year"], cells["att"], cells["se"], strict=True
            ):
                rows.append((name, "cell", g, t, att, se))
            rows.append((name, "simple", "", "", found["overall_att"], found["overall_se"]))
            for kind in ("dynamic", "group", "calendar"):
                found = made.aggte(kind, bstrap=False, cband=False).atte
                rows.append((name, kind, "", "", found["overall_att"], found["overall_se"]))
                for at, att, se in zip(
                    found["egt"], found["att_egt"], np.ravel(found["se_egt"]), strict=True
                ):
                    rows.append((name, kind, "", at, att, se))
pd.DataFrame(rows, columns=["id", "kind", "group", "at", "estimate", "std_error"]).to_csv(
    "csdid.csv", index=False
)
