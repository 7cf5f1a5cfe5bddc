import csv
import io


def test_the_matrix_and_the_long_form(run):
    out = run("authorities", "overlap", "--on", "2027-01-01").out
    assert "institution-building" in out
    found = run("authorities", "overlap", "--on", "2027-01-01", "--json").json
    train = next(
        c for c in found["cells"] if (c["activity"], c["recipient"]) == ("train", "military")
    )
    assert "T10-333" in train["authorities"]
    rows = list(csv.DictReader(io.StringIO(run("authorities", "overlap", "--csv", "-").out)))
    assert {"activity", "recipient", "number", "authorities", "to_check"} == set(rows[0])


def test_partner_and_recipient_narrow(run):
    every = run(
        "authorities", "overlap", "--columns", "purpose", "--on", "2027-01-01", "--json"
    ).json
    kenya = run("authorities", "overlap", "--columns", "purpose", "--on", "2027-01-01",
                "--partner", "KEN", "--recipient", "police", "--json").json  # fmt: skip
    assert sum(c["number"] for c in kenya["cells"]) < sum(c["number"] for c in every["cells"])


def test_side_by_side(run):
    rows = run("authorities", "overlap", "--side-by-side", "--on", "2027-01-01", "--json").json[
        "rows"
    ]
    train = next(row for row in rows if row["activity"] == "train")
    assert train["Title 10 (number)"] == len(train["Title 10"]) > 0


def test_the_partner_as_columns(run):
    asked = ("authorities", "overlap", "--columns", "partner", "--on", "2025-06-01", "--json")
    found = run(*asked, "--partner", "UKR", "--partner", "Philippines").json
    assert found["partners"] == {"Ukraine": ["UKR"], "Philippines": ["PHL"]}
    cells = {(c["activity"], c["partner"]): c["authorities"] for c in found["cells"]}
    assert "NDAA16-1250" in cells["train", "Ukraine"]
    assert "NDAA16-1250" not in cells["train", "Philippines"]
    kinds = run(*asked).json["partners"]
    assert "POL" in kinds["NATO"]
    assert "POL" not in kinds["Europe outside NATO"]
    assert not any("USA" in codes for codes in kinds.values())


def test_crowds_of_one_partner(run):
    found = run("authorities", "overlap", "--crowds", "3", "--partner", "KEN", "--recipient",
                "military", "--on", "2027-01-01", "--json").json  # fmt: skip
    assert [crowd["partner"] for crowd in found["crowds"]] == ["Kenya"] * 3
    assert found["crowds"][0]["number"] == len(found["crowds"][0]["authorities"]) > 5


def test_several_partners_need_an_axis(run):
    result = run("authorities", "overlap", "--partner", "KEN", "--partner", "PHL")
    assert result.code == 2
    assert "--columns partner" in result.said
