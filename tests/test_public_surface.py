"""What ``import comity`` gives, and what it does not cost."""

import subprocess
import sys

import comity

PINNED = ["ComityError", "Panel", "PropensityModel", "Scores", "__version__", "load_panel"]


def test_the_exported_names_are_pinned():
    assert sorted(comity.__all__) == sorted(PINNED)
    for name in comity.__all__:
        assert getattr(comity, name) is not None
    assert set(PINNED) <= set(dir(comity))


def test_nothing_heavy_is_imported_before_it_is_needed():
    code = (
        "import sys, comity, comity.cli.main; "
        "heavy = {'pandas', 'numpy', 'scipy', 'altair', 'pyarrow', 'rich', 'pydantic', 'openpyxl'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_scoring_needs_no_pandas():
    code = (
        "import sys, comity; "
        "s = comity.PropensityModel.default().score(comity.load_panel(), year=2022); "
        "s.rank_intervals(draws=10, seed=1); s.to_dict(); "
        "print('pandas' in sys.modules, 'altair' in sys.modules)"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "False False"
