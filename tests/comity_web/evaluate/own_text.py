"""Studies as somebody would write them."""

ON_TABLE = """
name = "slope of two"
unit = "unit"
period = "year"
[data]
file = "panel.csv"
[outcome]
column = "y"
[treatment]
column = "x"
lag = [0, 1]
[controls]
optional = []
[model]
absorb = ["unit + year", "unit"]
errors = "unit"
"""
ON_PANEL = """
name = "assistance and democracy"
unit = "partner"
period = "year"
[data]
indicators = { y = "vdem.liberal_democracy", sc = "greenbook.security_total" }
years = [1995, 2000]
[outcome]
column = "y"
[treatment]
column = "sc"
transform = "asinh"
[model]
absorb = ["partner + year", "year"]
errors = "partner"
"""
