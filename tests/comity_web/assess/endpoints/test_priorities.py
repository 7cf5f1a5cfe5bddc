import pytest

from comity_web.assess.models import Priority

KENYA = "/priorities/AFRICOM/KEN"


def put(caller, value, status=200, path=KENYA, **more):
    return caller.send("PUT", path, {"value": value, "reason": "a reason"} | more, status)


def test_a_priority_is_set_read_and_listed(program):
    pablo, vera = program("pablo"), program("vera")
    assert put(pablo, 70)["version"] == 1
    found = vera.call("GET", "/priorities/africom/Kenya")
    assert (found.json()["value"], found.json()["set_by"], found["ETag"]) == (70, "pablo", '"v1"')
    listed = vera.get("/priorities?partner=Kenya&scope=AFRICOM")["items"]
    assert [one["value"] for one in listed] == [70]
    assert vera.get("/priorities?scope=everywhere")["total"] == 0


def test_the_second_of_two_is_told_and_sees_both(program):
    pablo, petra = program("pablo"), program("petra")
    put(pablo, 70)
    put(petra, 20, 428)
    assert put(petra, 20, version=1)["version"] == 2
    refused = pablo.send("PUT", KENYA, {"value": 90, "reason": "b"}, 412, If_Match='"v1"')
    assert (refused["theirs"]["value"], refused["yours"]["value"], refused["version"]) == (
        20,
        90,
        2,
    )
    assert Priority.objects.get().value == 20


@pytest.mark.parametrize(
    ("who", "path", "status"),
    [("kofi", "/priorities/KEN/KEN", 200), ("kofi", KENYA, 403), ("pablo", "/priorities/everywhere/KEN", 403),
     ("vera", KENYA, 403), ("pablo", "/priorities/AFRICOM/DEU", 400), ("pablo", "/priorities/AFRICOM/Kenja", 404)],
)  # fmt: skip
def test_each_sets_their_own(program, who, path, status):
    put(program(who), 50, status, path)


@pytest.mark.parametrize("wrong", [{"value": 101}, {"reason": ""}, {"value": "50"}, {"worth": 5}])
def test_what_cannot_be_meant_is_refused(program, wrong):
    program("pablo").send("PUT", KENYA, {"value": 5, "reason": "r"} | wrong, 422)


def test_one_that_nobody_set_is_not_there_and_one_can_be_taken_back(program):
    pablo = program("pablo")
    pablo.get(KENYA, 404)
    put(pablo, 50)
    assert put(pablo, None, version=1)["value"] is None
