from dataclasses import replace

import pytest

from comity.evaluate.record_words import causal_words, unearned_words
from comity.terms.evaluation import Design, DesignKind
from tests.evaluate.records import but, example

TESTED = Design("D2", DesignKind.DIFFERENCES, "d", "l", "parallel trends and placebo years")


@pytest.mark.parametrize(
    "text",
    ["The effect was large.", "It caused harm.", "Training led to gains.", "impact of training"],
)
def test_words_that_claim_an_effect(text):
    assert causal_words(text)


@pytest.mark.parametrize(
    "text",
    [
        "Effectiveness and cost-effectiveness were rated.",
        "The law took effect in 2024 and is in effect.",
        "More training goes with fewer losses, an association.",
        "because of rain",
    ],
)
def test_words_that_do_not(text):
    assert causal_words(text) == ()


def places(record):
    return [one.where for one in unearned_words(record)]


def test_the_worked_example_speaks_of_association():
    assert places(example()) == []


def test_a_design_that_tested_its_assumptions_earns_the_word():
    told = but(example(), "findings", "F4", text="The effect on days at sea is two thirds.")
    assert places(told) == ["finding F4"]
    assert places(replace(told, designs=(told.designs[0], TESTED))) == []


def test_a_conclusion_earns_it_only_if_all_its_findings_do():
    told = but(example(), "conclusions", "C1", text="Upkeep had an effect.")
    strong = replace(told, designs=(told.designs[0], TESTED))
    assert places(strong) == ["conclusion C1"]
    assert places(but(strong, "conclusions", "C1", findings=("F4",))) == []


def test_recommendations_and_summary_too():
    told = but(example(), "recommendations", "R1", text="Repeat what caused the gain.")
    assert places(told) == ["recommendation R1"]
    summary = replace(told.public_summary, text="It had a large impact on trade.")
    assert places(replace(example(), public_summary=summary)) == ["public summary"]
