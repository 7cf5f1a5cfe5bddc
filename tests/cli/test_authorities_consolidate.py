def test_candidates(run):
    found = run("authorities", "consolidate", "--top", 5, "--on", "2027-01-01", "--json").json
    assert len(found["candidates"]) == 5
    assert found["candidates"][0]["overlap"] >= found["candidates"][4]["overlap"]


def test_a_cut_as_large_as_rand_s(run):
    found = run("authorities", "consolidate", "--cut", 15, "--on", "2027-01-01", "--json").json
    assert found["core_before"] - found["core_after"] == 15
    assert "not RAND's" in found["reference"]
    assert all(merge["removes"] and merge["touches"] for merge in found["merges"])
