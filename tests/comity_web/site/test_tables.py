import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from comity.terms.errors import InputError
from comity_web.site.tables import require_up_to_date, shape


@pytest.mark.django_db
def test_tables_of_an_older_comity_are_refused():
    require_up_to_date()
    app, name = "access", shape()["access"]
    MigrationRecorder(connection).record_unapplied(app, name)
    with pytest.raises(InputError, match="comity serve"):
        require_up_to_date()
