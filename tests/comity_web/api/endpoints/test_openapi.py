from comity_web.api.description import document


def test_the_document_is_served_to_whoever_may_read(program):
    served = program("vera").get("/openapi.json")
    assert served["info"] == document()["info"]
    assert set(served["paths"]) == set(document()["paths"])
    program().get("/openapi.json", 401)
    program("nina").get("/openapi.json", 403)
