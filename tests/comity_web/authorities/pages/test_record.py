def read(client, address):
    return client.get(f"/authorities/records/{address}").content.decode()


def test_it_shows_lineage_amounts_gates_and_how_to_correct_it(signed_in):
    text = read(signed_in("vera"), "T10-333/?on=2027-03-01")
    assert "Lineage, oldest first" in text
    assert 'href="/authorities/records/T10-2282/' in text
    assert "USD 2,000,000" in text
    assert "Gate: notice 333" in text
    assert "Look again because" in text
    assert "T10-333.toml" in text
    assert "text as of PL 119-57" in text


def test_amounts_are_those_of_the_day(signed_in):
    client = signed_in("vera")
    assert "On 2023-06-30: <strong>USD 1,500,000</strong>" in read(client, "T10-301/?on=2023-06-30")
    assert "On 2025-06-30: <strong>USD 2,000,000</strong>" in read(client, "T10-301/?on=2025-06-30")


def test_a_section_leads_to_its_record(signed_in):
    answer = signed_in("vera").get("/authorities/records/333/?on=2027-03-01")
    assert answer["Location"] == "/authorities/records/T10-333/?on=2027-03-01"


def test_a_restriction_says_what_it_stops(signed_in):
    text = read(signed_in("vera"), "S7008/?on=2027-03-01")
    assert "What it stops" in text
    assert "Decided by the list" in text


def test_an_unknown_record_is_not_found(signed_in):
    answer = signed_in("vera").get("/authorities/records/T10-3333/")
    assert answer.status_code == 404
    assert "Did you mean" in answer.content.decode()
