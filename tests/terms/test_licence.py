from comity.terms.licence import Licence


def test_only_public_domain_and_open_figures_may_ship():
    assert {x for x in Licence if x.may_ship} == {Licence.PUBLIC_DOMAIN, Licence.OPEN}
