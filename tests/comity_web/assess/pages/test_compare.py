def test_partners_stand_side_by_side(signed_in):
    text = signed_in("vera").get("/compare/?partners=KEN,Uganda&year=2019").content.decode()
    assert "Kenya, Uganda side by side, 2019" in text
    assert "How likely does one outrank another?" in text
    assert 'href="/compare/?partners=UGA&amp;year=2019"' in text, "Kenya can be taken away"


def test_nobody_chosen_says_how_to_begin(signed_in):
    assert "Nobody is chosen yet" in signed_in("vera").get("/compare/").content.decode()


def test_one_is_added_by_any_name(signed_in):
    answer = signed_in("vera").get("/compare/?partners=KEN&add=Burma&year=2019")
    assert answer["Location"] == "/compare/?partners=KEN,MMR&year=2019"


def test_the_same_twice_counts_once(signed_in):
    answer = signed_in("vera").get("/compare/?partners=KEN,ken&add=Kenya&year=2019")
    assert answer["Location"] == "/compare/?partners=KEN&year=2019"


def test_a_sixth_is_refused_in_one_sentence_and_the_five_stay(signed_in):
    five = "KEN,UGA,TZA,RWA,ETH"
    answer = signed_in("vera").get(f"/compare/?partners={five}&add=Somalia&year=2019")
    text = answer.content.decode()
    assert answer.status_code == 400
    assert "At most 5 partners can stand side by side" in text
    assert "before you add Somalia" in text
    assert f'name="partners" value="{five}"' in text
    assert signed_in("vera").get(f"/compare/?partners={five},SOM").status_code == 400


def test_an_unknown_name_is_refused(signed_in):
    answer = signed_in("vera").get("/compare/?partners=KEN&add=Atlantis")
    assert answer.status_code == 404
    assert "Atlantis" in answer.content.decode()
