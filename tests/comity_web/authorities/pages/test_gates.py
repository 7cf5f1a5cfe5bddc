from comity.authorities.gates.registry import GATES


def test_every_gate_is_there(signed_in):
    text = signed_in("vera").get("/authorities/gates/").content.decode()
    for name in GATES:
        assert f'href="/authorities/gates/{name}/"' in text
