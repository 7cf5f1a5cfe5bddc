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
