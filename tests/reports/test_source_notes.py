from dataclasses import replace

from comity.reports.source_notes import licence_words, source_notes, source_of
from tests.reports.small_world import described


def test_an_import_is_cited_from_its_indicator(scores):
    (note,) = source_notes(scores)
    assert (note.id, note.publisher, note.licence) == ("test", "Test Press", "open licence")
    assert note.indicators == scores.model.indicators


def test_a_derived_indicator_leads_back_to_what_it_was_computed_from(scores):
    first = scores.model.indicators[0]
    derived = replace(
        described("rule"), id=first, source="democracy", derived_from=("vdem.liberal_democracy",)
    )
    notes = source_notes(replace(scores, catalogue={**scores.catalogue, first: derived}))
    by_id = {note.id: note for note in notes}
    assert by_id["democracy"].indicators == (first,)
    assert by_id["vdem"].through == (first,)
    assert "V-Dem" in by_id["vdem"].citation


def test_words_for_licences_and_unknown_sources():
    assert licence_words("NC") == "non-commercial use only"
    assert source_of(described("rule")) is None
