import pytest

from comity.authorities.catalogue import catalogue
from comity.authorities.programs import Money, accounts, programs, read_money
from comity.terms.errors import FileError


def test_accounts_and_programs_name_records_and_one_another():
    for item in (*accounts().values(), *programs().values()):
        for authority in item.authorities:
            assert authority in catalogue(), (item.id, authority)
    for program in programs().values():
        assert program.account in accounts(), program.id


def test_money_from_a_file(tmp_path):
    path = tmp_path / "money.toml"
    path.write_text('[[money]]\naccount = "om-dsca"\nfiscal_year = 2027\nusd = 7\nsource = "x"\n')
    assert read_money(path) == (Money("om-dsca", 2027, 7, "x"),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[money]]\nusd = 1\n", "no usable 'account'"),
        ('[[money]]\naccount = "om-dcsa"\nfiscal_year = 2027\nusd = 1\n', "Did you mean 'om-dsca'"),
        ("[[money", "cannot be read"),
    ],
)
def test_a_wrong_file_of_money_is_refused(tmp_path, text, said):
    path = tmp_path / "money.toml"
    path.write_text(text)
    with pytest.raises(FileError, match=said):
        read_money(path)
