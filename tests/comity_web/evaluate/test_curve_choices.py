from comity_web.evaluate.curve_choices import choices_of, neighbours, taken
from comity_web.evaluate.run_files import kept


def test_only_what_was_varied_is_a_choice(finished):
    found = kept(finished()).numbers("more")
    choices = choices_of(found.values())
    assert [choice.name for choice in choices] == ["absorbed", "outcome", "control: democracy"]
    assert choices[0].alternatives == ("partner + year", "year")
    assert choices[2].control
    assert choices[2].alternatives == ("out", "in")
    assert choices_of([]) == ()


def test_each_of_eight_has_three_neighbours_that_differ_in_one_choice(finished):
    found = kept(finished()).numbers("more")
    choices = choices_of(found.values())
    for number in found:
        near = neighbours(found, number, choices)
        assert [choice.name for _, _, choice in near] == [choice.name for choice in choices]
        for other, one, choice in near:
            apart = [c for c in choices if taken(one, c.name) != taken(found[number], c.name)]
            assert apart == [choice]
            assert found[other] is one
