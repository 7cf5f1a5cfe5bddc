def test_the_list_and_an_example(run):
    assert len(run("authorities", "gate", "--json").json["rows"]) == 8
    assert "# vetting = " in run("authorities", "gate", "leahy", "--example").out


def test_facts_on_the_line(run):
    found = run("authorities", "gate", "construction", "--fact", "projects=700000;1800000",
                "--on", "2023-06-30", "--json").json  # fmt: skip
    assert found["outcome"] == "fail"
    out = run("authorities", "gate", "leahy", "--fact", "vetting=cleared", "--on", "2027-03-01").out
    assert "PASS on 2027-03-01" in out


def test_facts_in_a_file(run, tmp_path):
    path = tmp_path / "facts.toml"
    path.write_text('vetting = "pending"\nstarts_on = 2027-01-01\n')
    found = run(
        "authorities", "gate", "leahy", "--facts", path, "--on", "2027-03-01", "--json"
    ).json
    assert found["outcome"] == "fail"


def test_clocks_are_shown(run):
    out = run("authorities", "gate", "leahy", "--fact", "vetting=credible information", "--fact",
              "law=dod", "--fact", "emergency=yes", "--fact", "state_consulted=yes", "--fact",
              "used_on=2027-01-01", "--on", "2027-03-01").out  # fmt: skip
    assert "by 2027-01-16, not done, LATE" in out


def test_mistakes(run, tmp_path):
    assert run("authorities", "gate", "lehy").code == 2
    assert run("authorities", "gate", "leahy", "--fact", "veting=cleared").code == 2
    path = tmp_path / "facts.toml"
    path.write_text("")
    both = run("authorities", "gate", "leahy", "--facts", path, "--fact", "vetting=cleared")
    assert (both.code, "not both" in both.said) == (2, True)
