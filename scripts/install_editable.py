"""Put src on the path and the `comity` command in bin, without building anything.

`pip install -e .` would fetch a build backend; a path file and a four-line script need no network.
"""

import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
purelib = Path(sysconfig.get_path("purelib"))
purelib.joinpath("comity-src.pth").write_text(f"{ROOT / 'src'}\n", encoding="utf-8")
command = Path(sysconfig.get_path("scripts")) / "comity"
command.write_text(
    f"#!{sys.executable}\nimport sys\nfrom comity.cli.main import main\nsys.exit(main())\n",
    encoding="utf-8",
)
command.chmod(0o755)
