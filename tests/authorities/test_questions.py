"""Worked questions in plain words, with the expected answer and why; see ``questions.toml``."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from comity.authorities.catalogue import catalogue
from comity.authorities.finder import find
from comity.authorities.query import Query
from comity.authorities.vocabulary import words
from comity.terms.authority import Verdict
from comity.terms.partner_status import PartnerStatus

TABLE = tomllib.loads(Path(__file__).with_name("questions.toml").read_text(encoding="utf-8"))
QUESTIONS = {question["id"]: question for question in TABLE["question"]}
KNOWN_GROUPS = frozenset(g for partner in TABLE["partner"].values() for g in partner["groups"])


def partner_of(question):
    code = question.get("partner")
    if code is None:
        return None
    known = TABLE["partner"][code]
    groups, listed = frozenset(known["groups"]), frozenset(question.get("listed", ()))
    return PartnerStatus(
        code,
        known["name"],
        groups,
        KNOWN_GROUPS - groups,
        known["income"],
        listed,
        frozenset(words("list")) - listed,
    )


@cache
def answer_to(name):
    question = QUESTIONS[name]
    until = question.get("until")
    return find(
        Query(
            question["activity"],
            date.fromisoformat(question["on"]),
            purpose=question.get("purpose", ""),
            partner=partner_of(question),
            recipient=question.get("recipient", "military"),
            amount=question.get("amount"),
            project=question.get("project"),
            until=date.fromisoformat(until) if until else None,
            aim=question.get("aim", ""),
        )
    )


def ids(judgements):
    return [judgement.authority.id for judgement in judgements]


def test_there_are_at_least_forty_and_three_with_nothing_usable_and_named_misses():
    assert len(QUESTIONS) >= 40
    empty = [q for q in QUESTIONS.values() if not q["usable"] and q.get("near")]
    assert len(empty) >= 3
    assert all(question["why"] and question["ask"] for question in QUESTIONS.values())


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_usable_set_is_exactly_the_expected_one(name):
    answer = answer_to(name)
    assert sorted(ids([*answer.usable, *answer.conditional])) == QUESTIONS[name]["usable"]


@pytest.mark.parametrize("name", QUESTIONS)
def test_what_must_be_checked_asks_for_a_check(name):
    question, answer = QUESTIONS[name], answer_to(name)
    assert set(question.get("check", ())) <= set(ids(answer.to_check))
    for authority in question.get("leaning_no", ()):
        judgement = answer[authority]
        assert (judgement.verdict, judgement.leaning) == (Verdict.CHECK, "no"), authority


@pytest.mark.parametrize("name", QUESTIONS)
def test_what_is_not_usable_says_why(name):
    answer = answer_to(name)
    for authority, words_of_it in QUESTIONS[name].get("not_usable", {}).items():
        judgement = answer[authority]
        assert judgement.verdict is Verdict.NOT_USABLE, authority
        assert words_of_it in " | ".join(judgement.reasons), authority


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_nearest_misses_are_named(name):
    assert set(QUESTIONS[name].get("near", ())) <= set(ids(answer_to(name).near_misses()))


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_steps_carry_who_when_and_what(name):
    answer = answer_to(name)
    for authority, wanted in QUESTIONS[name].get("steps", {}).items():
        said = " | ".join(condition.text for condition in answer[authority].conditions)
        for words_of_it in wanted:
            assert words_of_it in said, (authority, words_of_it)


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_record_answers_with_a_reason(name):
    answer = answer_to(name)
    assert sorted(ids(answer.judgements)) == sorted(record.id for record in catalogue())
    assert all(judgement.reasons for judgement in answer.judgements)


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_recalled_record_is_never_usable_and_never_ruled_out_by_what_was_not_read(name):
    for judgement in answer_to(name).judgements:
        if judgement.authority.certainty.value == "recalled" and judgement.role == "acts":
            assert judgement.verdict not in {Verdict.USABLE, Verdict.CONDITIONAL}
            if judgement.verdict is Verdict.NOT_USABLE:
                settled = {f.rule for f in judgement.findings if f.answer.value == "no"}
                fit = judgement.authority.fit
                assert settled <= {"validity", "bar", "exclusion", *fit.sure}, (
                    judgement.authority.id
                )
