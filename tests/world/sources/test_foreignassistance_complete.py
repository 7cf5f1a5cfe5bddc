"""The reader of ForeignAssistance.gov's files by account, with invented rows under the official names."""

import gzip
from pathlib import Path

import pytest

from comity.terms.errors import FileError
from comity.world.sources.foreignassistance_complete import parse

# Names of the Data Dictionary of 26 July 2021; the file has many more columns.
HEADER = (
    "Country ID,Country Code,Country Name,Funding Account Name,Foreign Assistance Objective Name,"
    "Activity Name,Transaction Type Name,Fiscal Year,Current Dollar Amount,Constant Dollar Amount"
)
FMF = "Foreign Military Financing Program"
NADR = '"Nonproliferation, Anti-Terrorism, Demining and Related Programs"'
CTR = '"Cooperative Threat Reduction Account, Defense"'
ROWS = [
    f"288,GHA,Ghana,{FMF},Military,a,Obligations,2021,100,101",
    f'288,GHA,Ghana,{FMF},Military,"two\nlines",Obligations,2021,20,21',
    f"288,GHA,Ghana,{FMF},Military,a,Disbursements,2021,9,9",
    f"288,GHA,Ghana,{NADR},Economic,a,Obligations,2021,5,5",
    f"288,GHA,Ghana,{CTR},Economic,a,Obligations,2021,6,6",
    f"288,GHA,Ghana,{CTR},Military,a,Obligations,2021,7,7",
    "288,GHA,Ghana,Afghanistan Security Forces Fund,Military,a,Obligations,2021,40,40",
    "288,GHA,Ghana,Economic Support Fund,Economic,a,Obligations,2021,1000,1000",
    f"1,WLD,World,{FMF},Military,a,Obligations,2021,300,300",
    f"288,GHA,Ghana,{FMF},Military,a,Obligations,2022,11,11",
]


def write(path: Path, rows=ROWS, header=HEADER, name="us_foreign_aid_complete.csv") -> Path:
    file = path / name
    file.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return file


def found(frame) -> dict[tuple[str, str, int], float]:
    names = frame["indicator"].str.removeprefix("foreignassistance_complete.")
    return dict(
        zip(zip(names, frame["partner"], frame["year"], strict=True), frame["value"], strict=True)
    )


def test_accounts_are_told_apart(tmp_path):
    assert found(parse(write(tmp_path))) == {
        ("fmf", "GHA", 2021): 120,
        ("nadr", "GHA", 2021): 5,
        ("ctr", "GHA", 2021): 7,
        ("other_military", "GHA", 2021): 40,
        ("security_total", "GHA", 2021): 172,
    }


def test_regions_and_the_unfinished_year_are_told(tmp_path):
    said = parse(write(tmp_path).parent).attrs["dropped"]
    assert said == [
        "World: 1 rows without a partner, 300 current US$ of obligations.",
        "Fiscal year 2022: unfinished, 11 current US$ of obligations.",
    ]


def test_the_summary_by_account_does_not_say_what_is_military(tmp_path):
    header = "Country Code,Country Name,Funding Account Name,Transaction Type Name,Fiscal Year,current_amount"
    rows = [
        f"GHA,Ghana,{FMF},Obligations,2021,100",
        f"GHA,Ghana,{CTR},Obligations,2021,6",
        f"GHA,Ghana,{FMF},Obligations,2022,1",
    ]
    frame = parse(write(tmp_path, rows, header, "us_foreign_aid_funding.csv"))
    assert found(frame) == {("fmf", "GHA", 2021): 100, ("ctr", "GHA", 2021): 6}
    assert "does not say what is military" in frame.attrs["dropped"][-1]


def test_a_gzip_file_is_read(tmp_path):
    plain = write(tmp_path)
    packed = tmp_path / "packed"
    packed.mkdir()
    file = packed / "us_foreign_aid_complete.csv.gz"
    file.write_bytes(gzip.compress(plain.read_bytes()))
    assert found(parse(packed)) == found(parse(plain))


def test_a_damaged_amount_is_refused(tmp_path):
    with pytest.raises(FileError, match="'amount' says 'lots'"):
        parse(write(tmp_path, [ROWS[0].replace(",100,", ",lots,")]))


def test_another_file_is_refused(tmp_path):
    with pytest.raises(FileError, match="the header lacks 'Country Code'"):
        parse(write(tmp_path, ["1,2"], "a,b"))


def test_a_file_without_amounts_is_refused(tmp_path):
    with pytest.raises(FileError, match="has none of 'Current Dollar Amount'"):
        parse(write(tmp_path, [], HEADER.replace("Current Dollar Amount", "x")))


@pytest.mark.publisher
@pytest.mark.slow
def test_accounts_sort_as_the_greenbooks_own_rows(publisher_data, tmp_path):
    """The Greenbook's rows, rewritten in the complete file's columns, give the Greenbook's own series."""
    import pandas as pd

    from comity.world.sources import greenbook

    source = publisher_data / "us-greenbook" / "us_foreignaid_greenbook.xlsx"
    sheet = pd.read_excel(source, header=6)
    sheet = sheet[sheet["Fiscal Year"] >= 1985]
    pd.DataFrame(
        {
            "Country Code": "",
            "Country Name": sheet["Country"],
            "Funding Account Name": sheet["Funding Account Name"],
            "Transaction Type Name": "Obligations",
            "Fiscal Year": sheet["Fiscal Year"].astype(int),
            "Current Dollar Amount": sheet["Obligations (Historical Dollars)"],
            "Foreign Assistance Objective Name": sheet["Assistance Category"],
        }
    ).to_csv(tmp_path / "us_foreign_aid_complete.csv", index=False)
    mine = found(parse(tmp_path))
    book = greenbook.parse(source)
    names = book["indicator"].str.removeprefix("greenbook.")
    book = book.assign(name=names)[
        names.str.endswith("_current")
        & ~names.str.startswith("economic")
        & book["year"].between(1985, 2019)
    ]
    printed = {
        (row.name_.removesuffix("_current"), row.partner, row.year): row.value
        for row in book.rename(columns={"name": "name_"}).itertuples()
    }
    assert len(printed) > 17_000
    assert mine == printed
