"""A ready study small enough to run in a test: eight specifications on the panel that ships."""

TINY = """
id = "tiny"
title = "Education and democracy"
question = "Are partners that get more military education more democratic?"
design = "Partners and years, with effects of both."
limits = ["Invented for a test: nothing was assigned at random."]

[frame]
years = [1995, 2004]
[frame.indicators]
imet = "greenbook.imet"
electoral = "vdem.electoral_democracy"
[frame.optional]
coups = "coups.all"
[frame.columns]
education = "log1p(positive(imet) / 1000)"
democracy = "standard(electoral)"

[study.outcome]
column = "democracy"
lead = [1, 3]
[study.treatment]
column = "education"
[study.controls]
optional = ["democracy"]
[study.model]
absorb = ["partner + year", "year"]
errors = "partner"
[study.samples]
all = ""

[[variant]]
id = "index"
title = "with a publisher's file"
indicators = { fragility = "sfi.total" }

[[variant]]
id = "open"
title = "open sources"

[dynamics]
outcome = "democracy"
treatment = "education"

[[check]]
id = "more"
claim = "rr350-average"
question = "Is democracy higher after more education?"
expect = "more"
unit = "standard deviations for one log point"

[[check]]
id = "coups"
claim = "yi-small-coups"
question = "Are coups rarer?"
expect = "less"
needs = ["coups"]
"""
