import pytest
from django.db import IntegrityError, transaction

from comity_web.access.models import User


def test_a_person_without_a_full_name_is_called_by_username():
    assert str(User(username="ada")) == "ada"
    assert str(User(username="ada", first_name="Ada", last_name="Invented")) == "Ada Invented"


def test_the_trail_names_what_nobody_else_can_be_called():
    assert User(username="ada", first_name="Vera", last_name="X").trail_name == "ada"


def test_names_that_differ_in_capitals_are_one_name(people):
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(username="ADA")
