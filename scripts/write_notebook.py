"""Write the notebook that has the text and the cells of a tutorial: run it after editing the page.

python scripts/write_notebook.py docs/tutorials/call-the-api.md
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

CODE = re.compile(r"^```python\n(.*?)^```\n", flags=re.DOTALL | re.MULTILINE)


def notebook(page: str) -> dict[str, Any]:
    """Return the notebook of a page: its Python blocks are cells, the rest is text."""
    cells = []
    for place, part in enumerate(CODE.split(page)):
        source = part.strip("\n").splitlines(keepends=True)
        if source and place % 2:
            code = {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": []}
            cells.append({**code, "id": f"cell-{place}", "source": source})
        elif source:
            cells.append(
                {"cell_type": "markdown", "id": f"cell-{place}", "metadata": {}, "source": source}
            )
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    return {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def as_file(page: str) -> str:
    """Return the same as the text of its file."""
    return json.dumps(notebook(page), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for name in sys.argv[1:]:
        given = Path(name)
        given.with_suffix(".ipynb").write_text(
            as_file(given.read_text(encoding="utf-8")), encoding="utf-8"
        )
