import pytest

from comity.terms.errors import DataMissing
from comity_web.evaluate.dataset_table import table_of_dataset


def test_a_table_is_read_where_it_lies(uploaded):
    table = uploaded()
    assert len(table_of_dataset(table)) == table.rows == 48
    table.path.unlink()
    with pytest.raises(DataMissing, match="upload it again"):
        table_of_dataset(table)
