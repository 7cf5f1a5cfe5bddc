import io

import pandas as pd

import comity


def test_the_panel_comes_as_one_file_and_not_twice(program):
    vera = program("vera")
    answer = vera.call("GET", "/panel?format=parquet")
    content = b"".join(answer.streaming_content)
    assert len(content) == int(answer["Content-Length"])
    frame = pd.read_parquet(io.BytesIO(content))
    assert len(frame) == len(comity.load_panel().value)
    assert comity.load_panel().edition in answer["Content-Disposition"]
    again = vera.call("GET", "/panel?format=parquet", If_None_Match=answer["ETag"])
    assert (again.status_code, again.content) == (304, b"")


def test_a_kind_that_there_is_not_is_refused(program):
    assert program("vera").get("/panel?format=xlsx", 422)["field"] == "query.format"
