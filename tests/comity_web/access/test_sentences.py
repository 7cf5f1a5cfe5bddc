import re
from pathlib import Path

from comity_web import access
from comity_web.access.sentences import SENTENCES


def test_every_act_of_people_and_site_has_its_sentence():
    folder = Path(access.__file__).parent
    written = set()
    for path in folder.glob("*actions.py"):
        written |= set(re.findall(r'"((?:user|membership|site)\.[a-z_]+)"', path.read_text()))
    assert len(written) > 12
    assert written <= set(SENTENCES)
