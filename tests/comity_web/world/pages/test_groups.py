from comity_web.world.actions import archive_group, create_group


def test_everybody_sees_them_and_who_may_changes_them(signed_in, people):
    create_group("Horn", members=["ETH", "KEN"], by=people["petra"], title="The Horn")
    away = create_group("Old", members=["ETH"], by=people["petra"], title="Old one")
    archive_group(away, by=people["petra"], expected=1)
    planner = signed_in("petra").get("/groups/").content.decode()
    assert 'aria-label="Change The Horn"' in planner
    assert 'aria-label="Bring Old one back"' in planner
    viewer = signed_in("vera").get("/groups/").content.decode()
    assert "The Horn" in viewer
    assert "Change The Horn" not in viewer
    assert "Make a group" not in viewer
    command = signed_in("pablo").get("/groups/").content.decode()
    assert "Make a group" in command
    assert "Change The Horn" not in command


def test_none_yet(signed_in):
    assert "Nobody has made a group yet" in signed_in("vera").get("/groups/").content.decode()
