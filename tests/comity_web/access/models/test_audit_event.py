from comity_web.access.models import AuditEvent


def test_the_newest_line_comes_first(people):
    lines = list(AuditEvent.objects.all())
    assert [line.pk for line in lines] == sorted((line.pk for line in lines), reverse=True)


def test_a_line_outlives_what_it_describes(people):
    about = AuditEvent.objects.filter(target_kind="user", target_name="nina")
    before = about.count()
    people["nina"].delete()
    assert about.count() == before > 0


def test_no_line_points_at_a_row():
    assert not [f for f in AuditEvent._meta.get_fields() if f.is_relation]
