import pytest


def test_stop_and_take_up_again(signed_in, queued):
    client, job = signed_in("eva"), queued()
    assert client.post(f"/jobs/{job.pk}/stop/").status_code == 302
    job.refresh_from_db()
    assert job.state == "stopped"
    client.post(f"/jobs/{job.pk}/resume/")
    job.refresh_from_db()
    assert job.state == "queued"


def test_stopping_twice_is_said_in_one_sentence(signed_in, queued):
    client, job = signed_in("eva"), queued()
    client.post(f"/jobs/{job.pk}/stop/")
    answer = client.post(f"/jobs/{job.pk}/stop/")
    assert answer.status_code == 400
    assert "nothing to stop" in answer.content.decode()


@pytest.mark.parametrize(("person", "status"), [("vera", 403), ("petra", 403)])
def test_who_may_not(signed_in, queued, person, status):
    job = queued()
    assert signed_in(person).post(f"/jobs/{job.pk}/stop/").status_code == status
    job.refresh_from_db()
    assert job.state == "queued"
