"""An uploaded table, read once for each process."""

from comity.evaluate.study_data import read_table
from comity.methods.panel_columns import Table
from comity.terms.errors import DataMissing
from comity_web.evaluate.models import Dataset
from comity_web.site.computed import computed


def table_of_dataset(dataset: Dataset) -> Table:
    """Return the columns of an uploaded table.

    Raises
    ------
    DataMissing
        If its file is gone.
    """
    if not dataset.path.is_file():
        raise DataMissing(f"The file of {dataset.name} is no longer here; upload it again.")
    return computed(("dataset", dataset.pk, dataset.digest), lambda: read_table(dataset.path))
