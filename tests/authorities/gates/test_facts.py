import tomllib
from datetime import date

import pytest

from comity.authorities.gates.child_soldiers import ChildSoldierFacts
from comity.authorities.gates.construction import ConstructionFacts
from comity.authorities.gates.coup import CoupFacts
from comity.authorities.gates.facts import build_facts, example, parse_pairs, read_facts
from comity.authorities.gates.leahy import LeahyFacts
from comity.authorities.gates.notice_333 import NoticeFacts
from comity.authorities.gates.registry import GATES
from comity.terms.errors import FileError, InputError, UnknownName


def test_facts_from_words():
    pairs = parse_pairs(
        ["vetting=cleared", "cleared-on=2027-01-10", "emergency=no", "used_on=unknown"]
    )
    facts = build_facts(pairs, LeahyFacts)
    assert facts == LeahyFacts(vetting="cleared", cleared_on=date(2027, 1, 10), emergency=False)


def test_a_word_that_is_not_known_keeps_the_gate_s_own_word_for_it():
    assert build_facts({"waiver": "unknown", "assistance": ""}, ChildSoldierFacts) == (
        ChildSoldierFacts()
    )
    assert build_facts({"to_government": "unknown"}, CoupFacts).to_government is None


def test_lists_and_numbers():
    assert build_facts({"projects": "700000; 1,800,000"}, ConstructionFacts).projects == (
        700_000,
        1_800_000,
    )
    assert build_facts({"dearest_project": "0"}, NoticeFacts).dearest_project == 0


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"emergency": "perhaps"}, "yes, no or unknown"),
        ({"cleared_on": "soon"}, "a day such as"),
        ({"vetting": "fine"}, "one of cleared"),
    ],
)
def test_wrong_values_are_refused(given, said):
    with pytest.raises(InputError, match=said):
        build_facts(given, LeahyFacts)


def test_wrong_numbers_and_names_are_refused():
    with pytest.raises(InputError, match="a whole number"):
        build_facts({"sustainment_years": "six"}, NoticeFacts)
    with pytest.raises(InputError, match="a whole number"):
        build_facts({"sustainment_years": True}, NoticeFacts)
    with pytest.raises(UnknownName, match="Did you mean 'vetting'"):
        build_facts({"veting": "cleared"}, LeahyFacts)
    with pytest.raises(InputError, match="name=value"):
        parse_pairs(["vetting"])


def test_facts_from_a_file(tmp_path):
    path = tmp_path / "facts.toml"
    path.write_text('vetting = "cleared"\ncleared_on = 2027-01-10\n')
    assert read_facts(path, LeahyFacts).cleared_on == date(2027, 1, 10)
    path.write_text("vetting = 3\n")
    with pytest.raises(FileError, match=r"facts\.toml"):
        read_facts(path, LeahyFacts)
    path.write_text("vetting =")
    with pytest.raises(FileError, match="must be TOML"):
        read_facts(path, LeahyFacts)


@pytest.mark.parametrize("name", sorted(GATES))
def test_every_example_names_every_fact_and_is_toml_once_the_marks_are_gone(name):
    text = example(GATES[name].facts)
    table = tomllib.loads(text)
    assert table == {}
    lines = [line.removeprefix("# ") for line in text.splitlines()]
    assert [line.partition(" = ")[0] for line in lines] == list(
        GATES[name].facts.__dataclass_fields__
    )
