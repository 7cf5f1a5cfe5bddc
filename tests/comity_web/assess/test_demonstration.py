from comity_web.access.models import User
from comity_web.assess import demonstration
from comity_web.assess.models import AgreedResult, Priority, Scenario


def test_what_is_shown_is_said_to_be_invented(db):
    demonstration.add(by="comity")
    scenarios = Scenario.objects.all()
    assert sorted(s.status for s in scenarios) == ["agreed", "draft", "in review"]
    assert all(s.name.startswith("Invented: ") for s in scenarios)
    assert all("nobody's view" in s.note for s in scenarios)
    agreed = AgreedResult.objects.get()
    assert (agreed.prepared_by, agreed.agreed_by) == ("invented planner", "invented approver")
    assert Priority.objects.count() >= 4
    assert all(p.reason.startswith("Invented") for p in Priority.objects.all())
    assert not User.objects.exists()
