from comity_web.access.models import SiteSettings


def test_a_versioned_record_begins_at_one_and_names_what_the_trail_keeps():
    record = SiteSettings()
    assert record.version == 1
    assert record.audited_fields() == ("banner", "anonymous_viewers", "require_second_factor")
