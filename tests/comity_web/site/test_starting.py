import socket

import pytest

from comity.terms.errors import InputError
from comity_web.site import environment, starting

OPTIONS = {
    "host": "127.0.0.1",
    "workers": 1,
    "threads": 1,
    "demonstration": True,
    "background": False,
    "stop": False,
}


def test_a_taken_port_is_refused_before_anything_is_made(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(InputError, match=f"Port {port} .* choose another with --port"):
            starting.start(port=port, **OPTIONS)


def test_there_is_nothing_to_stop():
    with pytest.raises(InputError, match="nothing to stop"):
        starting.start(port=1, **{**OPTIONS, "stop": True})


def test_a_number_used_again_by_another_program_is_not_ours():
    (environment.home() / "serve.pid").write_text("1", encoding="utf-8")
    with pytest.raises(InputError, match="nothing to stop"):
        starting.start(port=1, **{**OPTIONS, "stop": True})
