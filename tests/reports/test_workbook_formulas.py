from comity.reports.workbook_formulas import (
    ScaleCells,
    coverage_formula,
    fitted_formulas,
    mean_formula,
    rank_formula,
    scaled_formula,
    turned_formula,
)

AT = ScaleCells("R$1:R$9", "n", "a", "b", "l", "h", exact=True)


def test_missing_stays_missing_in_every_step():
    assert turned_formula("none", "C7", "s") == 'IF(ISNUMBER(C7),s*C7,"")'
    assert scaled_formula("none", "C7", AT) == 'IF(ISNUMBER(C7),C7,"")'
    assert mean_formula("arithmetic", "x", "w", "c", 0.4).startswith('IF(OR(c=0,c<0.4-1E-12),"",')


def test_small_values_get_a_series_for_the_logarithm():
    plain = turned_formula("log1p", "C7", "s")
    fine = turned_formula("log1p", "C7", "s", fine=True)
    assert plain == 'IF(ISNUMBER(C7),s*LN(1+MAX(C7,0)),"")'
    assert "<0.01" in fine


def test_the_series_is_log1p_to_the_last_digits():
    """Python's own log1p is the reference; the formula is run as Python."""
    from math import log, log1p

    text = turned_formula("log1p", "x", "1", fine=True)
    series = text.partition("<0.01,")[2].partition(",LN(")[0].replace("MAX(x,0)", "x")
    for x in (1e-9, 1e-5, 0.003, 0.0099):
        assert abs(eval(series, {"x": x}) / log1p(x) - 1) < 1e-14
    assert abs(log(1 + 1e-9) / log1p(1e-9) - 1) > 1e-9  # why the series is there


def test_transformed_values_are_looked_up_with_slack_and_others_exactly():
    from dataclasses import replace

    assert "SUMPRODUCT(--(R$1:R$9<x))" in scaled_formula("rank", "x", AT)
    slack = scaled_formula("rank", "x", replace(AT, exact=False))
    assert "SUMPRODUCT(--(R$1:R$9<x-1E-12*ABS(x)))" in slack


def test_the_numbers_of_a_scaling():
    assert fitted_formulas("minmax", "R", 0.0, (0, 0)) == ["MIN(R)", "MAX(R)"]
    assert fitted_formulas("zscore", "R", 0.0, (0, 0)) == ["AVERAGE(R)", "STDEV(R)"]
    assert fitted_formulas("goalposts", "R", 0.0, (-1, 2)) == ["-1.0", "2.0"]
    assert fitted_formulas("target", "R", 0.0, (0, 3)) == ["MIN(R)", "3.0"]
    assert "PERCENTILE(R,0.05)" in fitted_formulas("winsorised", "R", 0.05, (0, 0))[0]


def test_coverage_and_rank_count_numbers_only():
    assert coverage_formula("x", "w") == "SUMPRODUCT(ISNUMBER(x)*w)/SUM(w)"
    assert rank_formula("c", "r") == 'IF(ISNUMBER(c),1+SUMPRODUCT(ISNUMBER(r)*(r>c)),"")'
