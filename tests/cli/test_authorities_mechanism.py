CHAIN = (
    "authorities", "mechanism", "--activity", "train", "--purpose", "counterterrorism",
    "--partner", "KEN", "--on", "2027-03-01", "--today", "2026-11-24", "--authority", "T10-333",
)  # fmt: skip


def test_a_broken_link_is_named(run):
    found = run(*CHAIN, "--lead-days", 365, "--json").json["mechanisms"][0]
    assert found["outcome"] == "fail"
    assert [link["link"] for link in found["links"] if link["outcome"] == "fail"] == ["program"]
    assert "BROKEN" in run(*CHAIN, "--lead-days", 365).out


def test_money_from_a_file_makes_it_whole(run, tmp_path):
    path = tmp_path / "money.toml"
    path.write_text('[[money]]\naccount = "om-dsca"\nfiscal_year = 2027\nusd = 9000000\n')
    found = run(*CHAIN, "--lead-days", 30, "--money", path, "--json").json["mechanisms"][0]
    assert found["outcome"] == "pass"


def test_a_wrong_file_is_refused(run, tmp_path):
    answer = run(*CHAIN, "--money", tmp_path / "none.toml")
    assert (answer.code, "cannot be read" in answer.said) == (2, True)
