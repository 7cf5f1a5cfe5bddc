import json

from click.testing import CliRunner

from comity.cli.main import root


def test_the_list_says_what_runs_and_how_to_bring_the_rest():
    result = CliRunner().invoke(root, ["evaluate", "studies", "--json"])
    assert result.exit_code == 0, result.output
    studies = {one["id"]: one for one in json.loads(result.stdout)["studies"]}
    assert studies["fragility"]["runs"] == "embedded"
    needs = studies["fragility"]["needs"]["index"]
    assert any(need["how"].startswith("comity world import sfi") for need in needs)


def test_the_table_names_every_study():
    result = CliRunner().invoke(root, ["evaluate", "studies"])
    assert result.exit_code == 0, result.output
    for name in ("africa", "fragile-states", "fragility", "training-allocation"):
        assert name in result.stdout
