import gzip


def test_what_did_not_change_is_not_sent_again(program):
    vera = program("vera")
    first = vera.call("GET", "/partners?limit=2")
    again = vera.call("GET", "/partners?limit=2", If_None_Match=first["ETag"])
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    other = vera.call("GET", "/partners?limit=3", If_None_Match=first["ETag"])
    assert other.status_code == 200


def test_answers_are_private_and_depend_on_who_asks(program):
    answer = program("vera").call("GET", "/partners?limit=2")
    assert answer["Cache-Control"] == "private, no-cache"
    assert {"Authorization", "Cookie", "Accept"} <= set(answer["Vary"].split(", "))


def test_a_long_answer_is_compressed_and_its_tag_still_matches(program):
    vera = program("vera")
    packed = vera.call("GET", "/partners", Accept_Encoding="gzip")
    assert packed["Content-Encoding"] == "gzip"
    assert b'"AFG"' in gzip.decompress(packed.content)
    assert packed["ETag"].startswith('W/"')
    assert vera.call("GET", "/partners", If_None_Match=packed["ETag"]).status_code == 304


def test_head_says_what_get_would_and_sends_no_body(program):
    vera = program("vera")
    get, head = vera.call("GET", "/partners"), vera.call("HEAD", "/partners")
    assert (head.status_code, head.content) == (200, b"")
    assert (head["ETag"], head["Content-Length"]) == (get["ETag"], str(len(get.content)))


def test_another_method_is_refused_in_the_same_shape(program):
    answer = program("vera").call("DELETE", "/partners")
    assert (answer.status_code, answer["Allow"]) == (405, "GET")
    assert answer["Content-Type"] == "application/problem+json"
