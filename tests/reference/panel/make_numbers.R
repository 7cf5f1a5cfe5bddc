# The calls that make fixest_results.csv and plm_within_twoways.csv from panel.csv and counts.csv.
# The original script is not kept; these calls follow README.md. Needs fixest 0.12.2 and plm.
library(fixest); library(plm)
d <- merge(read.csv("panel.csv"), read.csv("counts.csv"), by = c("unit", "year"))
formulas <- list(
  pooled = y ~ treat + x1 + x2 + x3,
  unit = y ~ treat + x1 + x2 + x3 | unit,
  twfe = y ~ treat + x1 + x2 + x3 + x4 + x5 + x6 | unit + year,
  three = y ~ treat + x1 + x2 | unit + year + region^year,
  inter = y ~ treat * x1 + x2 | unit + year)
kinds <- list(iid = "iid", hetero = "hetero", unit = ~unit, twoway = ~ unit + year)
for (f in formulas) for (k in kinds) print(coeftable(feols(f, d, vcov = k)))
for (k in kinds) print(coeftable(feols(y ~ treat + x1 + x2 + x3 | unit + year, d, weights = ~w, vcov = k)))
for (k in c("none", "nested", "full")) print(coeftable(feols(formulas$twfe, d, cluster = ~unit, ssc = ssc(fixef.K = k))))
print(coeftable(fepois(n ~ treat + x1 + x2 | unit + year, d, cluster = ~unit)))
print(coeftable(feols(y ~ x2 | unit + year | x1 ~ x3 + x5, d, cluster = ~unit)))
p <- plm(y ~ treat + x1 + x2 + x3, d, index = c("unit", "year"), model = "within", effect = "twoways")
print(sqrt(diag(vcovHC(p, method = "arellano", type = "HC0", cluster = "group"))))
