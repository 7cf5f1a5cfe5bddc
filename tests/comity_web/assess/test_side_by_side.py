from comity.assess.funding import funding_of
from comity.reports.numbers_in_words import money
from comity.world.partners import partners
from comity_web.assess.outranking import outranks
from comity_web.assess.scored import scores_of
from comity_web.assess.side_by_side import side_by_side
from comity_web.world.evidence import panel


def gathered(*codes, year=2019):
    return side_by_side([partners()[c] for c in codes], year)


def rows(found):
    return {row.name: row for _, part in found.parts for row in part}


def test_every_row_has_a_cell_for_each_partner_in_their_order(db):
    found = gathered("UGA", "KEN")
    assert all(len(row.cells) == 2 for row in rows(found).values())
    scores = scores_of(2019)
    wanted = tuple(f"{scores.overall[scores.row(c)]:.1f}" for c in ("UGA", "KEN"))
    assert rows(found)["Propensity"].cells == wanted
    paid = funding_of(panel(), 2019).amounts
    assert rows(found)["US funding a year"].cells == (money(paid["UGA"]), money(paid["KEN"]))


def test_pairs_are_the_probabilities(db):
    place, table = outranks(2019)
    pairs = gathered("UGA", "KEN").pairs
    assert pairs[0] == (None, table[place["UGA"], place["KEN"]])


def test_who_is_not_scored_has_dashes_and_not_zeros(db):
    found = gathered("KEN", "ABW")
    assert rows(found)["Propensity"].cells[1] == "–"
    assert found.pairs[0][1] is None
    assert gathered("ABW").figure is None


def test_a_value_carries_its_year(db):
    years, values = panel().series("wgi.rule_of_law", "KEN")
    cell = rows(gathered("KEN"))["Rule of law"].cells[0]
    assert cell.endswith("(2019)")
    assert float(cell.split(" ")[0].replace("−", "-")) == round(
        float(values[years.tolist().index(2019)]), 3
    )


def test_a_year_without_money_says_so(db):
    found = gathered("KEN", year=2025)
    assert rows(found)["US funding a year"].cells == ("–",)
    assert "no funding" in found.funding_note
