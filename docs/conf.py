"""How the documentation is built."""

from comity import __version__

project = "Comity"
author = "The Comity maintainers"
copyright = "2026, the Comity maintainers"
release = __version__
extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.doctest",
    "sphinx.ext.napoleon",
    "sphinx_click",
    "sphinxcontrib.bibtex",
]
bibtex_bibfiles = ["refs.bib"]
bibtex_default_style = "plain"
myst_enable_extensions = ["colon_fence", "deflist", "dollarmath"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = "Comity"
exclude_patterns = ["_build"]
autodoc_typehints = "none"
autodoc_member_order = "bysource"
napoleon_google_docstring = False
napoleon_use_rtype = False
napoleon_preprocess_types = False
# No inventory of other projects is fetched, so their names are plain text.
nitpick_ignore_regex = [("py:.*", r".*")]
doctest_global_setup = """
import os, tempfile
os.environ["COMITY_HOME"] = tempfile.mkdtemp()
"""
