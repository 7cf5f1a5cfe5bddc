import pytest

from comity_web.answers.paging import MOST, Paging, page_of


@pytest.fixture
def request_to(rf):
    return lambda query: rf.get(f"/api/v1/things?{query}")


def test_a_page_in_the_middle_names_both_neighbours(request_to):
    page = page_of(request_to("kind=a&kind=b"), range(10), Paging(limit=3, offset=3))
    assert (page["items"], page["total"]) == ([3, 4, 5], 10)
    assert page["next"] == "http://testserver/api/v1/things?kind=a&kind=b&offset=6&limit=3"
    assert "offset=0" in page["previous"]


def test_first_and_last_page_end_there(request_to):
    page = page_of(request_to(""), range(3), Paging())
    assert (page["next"], page["previous"], page["items"]) == (None, None, [0, 1, 2])


def test_an_offset_beyond_the_end_is_an_empty_page(request_to):
    page = page_of(request_to(""), range(3), Paging(offset=99))
    assert (page["items"], page["total"], page["next"]) == ([], 3, None)


def test_rows_are_shaped_only_where_they_are_shown(request_to):
    shaped = []
    page = page_of(request_to(""), range(5), Paging(limit=2), lambda n: shaped.append(n) or -n)
    assert (page["items"], shaped) == ([0, -1], [0, 1])


@pytest.mark.django_db
def test_a_query_is_counted_and_cut_by_the_database(request_to, people, django_assert_num_queries):
    from comity_web.access.models import User

    with django_assert_num_queries(2):
        page = page_of(request_to(""), User.objects.order_by("username"), Paging(limit=1), str)
    assert (page["total"], page["items"]) == (len(people), ["ada"])


@pytest.mark.parametrize("wrong", [{"limit": 0}, {"limit": MOST + 1}, {"offset": -1}])
def test_pages_are_bounded(wrong):
    with pytest.raises(ValueError, match=next(iter(wrong))):
        Paging(**wrong)
