import re

from comity_web.evaluate.actions import queue_ready


def test_what_could_be_found_comes_before_what_was_found(signed_in, finished):
    job = finished()
    html = signed_in("petra").get(f"/evaluate/runs/{job.pk}/").content.decode()
    order = [
        html.index(w) for w in ("what the design could have found", "Claim by claim", "Limits")
    ]
    assert order == sorted(order)
    assert "under 9 permutations" in html
    assert "Placebo" in html
    assert "several estimators" in html
    assert "bias-corrected fixed effects" in html
    assert "U.S. Agency for International Development" in html
    assert "seed 1" in html
    assert "How a verdict is reached" in html


def test_nothing_is_called_an_effect_but_what_is_absorbed(signed_in, finished):
    html = signed_in("petra").get(f"/evaluate/runs/{finished().pk}/").content.decode()
    text = re.sub(r"<[^>]+>", " ", html).lower()
    others = re.sub(r"fixed effects?|with effects of both", "", text)
    assert "effect" not in others


def test_every_download_is_offered(signed_in, finished):
    html = signed_in("petra").get(f"/evaluate/runs/{finished().pk}/").content.decode()
    for kind in ("parquet", "csv", "json", "html", "toml", "data"):
        assert f"/export/{kind}/" in html


def test_a_run_that_is_not_done_leads_to_its_progress(signed_in, people):
    job = queue_ready("tiny", by=people["eva"])
    client = signed_in("eva")
    for address in ("", "claims/more/", "specification/1/", "specification/1/study.toml"):
        answer = client.get(f"/evaluate/runs/{job.pk}/{address}")
        assert (answer.status_code, answer["Location"]) == (302, f"/jobs/{job.pk}/")


def test_the_page_of_the_job_leads_to_what_came_out(signed_in, finished):
    job = finished()
    assert f"/evaluate/runs/{job.pk}/" in signed_in("eva").get(f"/jobs/{job.pk}/").content.decode()


def test_who_may_only_read_cannot_know_of_it(signed_in, finished):
    assert signed_in("vera").get(f"/evaluate/runs/{finished().pk}/").status_code == 403
