from comity_web.api.description import document


def test_every_operation_of_studies_is_in_the_document_with_its_permission():
    paths = document()["paths"]
    asked = {
        (method, path.removeprefix("/api/v1")): operation["x-permission"]
        for path, methods in paths.items()
        for method, operation in methods.items()
        if "Studies" in operation["tags"]
    }
    assert asked == {
        ("get", "/studies"): "read",
        ("get", "/studies/{name}"): "read",
        ("post", "/studies/{name}/runs"): "run studies",
        ("get", "/runs"): "read drafts",
        ("get", "/runs/{pk}"): "read drafts",
        ("post", "/runs/{pk}/moves"): "run studies",
        ("get", "/runs/{pk}/result"): "read drafts",
        ("get", "/runs/{pk}/curve"): "read drafts",
        ("get", "/runs/{pk}/specifications/{number}"): "read drafts",
        ("post", "/panel-model"): "run studies",
    }
