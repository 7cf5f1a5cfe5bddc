# Difference and system GMM by plm 2.6-2 on panel.csv; writes plm.csv.
library(plm)
d <- pdata.frame(read.csv("panel.csv"), index = c("unit", "year"))

add <- function(id, z, own) {
  s <- summary(z, robust = TRUE)
  row <- function(term, estimate, std_error) data.frame(id, term, estimate, std_error)
  b <- s$coefficients
  rbind(row(rownames(b), b[, 1], b[, 2]),
        row("hansen", sargan(z, "twosteps")$statistic, sargan(z, "twosteps")$parameter),
        if (own) row("ar1", mtest(z, 1, vcov = vcovHC(z))$statistic, NA),
        if (own) row("ar2", mtest(z, 2, vcov = vcovHC(z))$statistic, NA))
}
exogenous <- y ~ lag(y, 1) + w + k | lag(y, 2:99)
endogenous <- y ~ lag(y, 1) + w + k | lag(y, 2:99) + lag(w, 2:99) | k
# In systems plm's autocorrelation test is left out: it lines up the levels with the changes in another way.
out <- rbind(
  add("difference one", pgmm(exogenous, d, effect = "twoways", model = "onestep"), TRUE),
  add("difference two", pgmm(exogenous, d, effect = "twoways", model = "twosteps"), TRUE),
  add("difference two collapsed", pgmm(endogenous, d, effect = "twoways", model = "twosteps", collapse = TRUE), TRUE),
  add("difference two plain", pgmm(exogenous, d, effect = "individual", model = "twosteps"), TRUE),
  add("system one", pgmm(y ~ lag(y, 1) + w | lag(y, 2:3) + lag(w, 2:3), d, effect = "twoways",
                         model = "onestep", transformation = "ld"), FALSE),
  add("system two collapsed", pgmm(y ~ lag(y, 1) + w | lag(y, 2:99) + lag(w, 2:99), d, effect = "twoways",
                         model = "twosteps", transformation = "ld", collapse = TRUE), FALSE))
write.csv(out[!is.na(out$estimate), ], "plm.csv", row.names = FALSE)
