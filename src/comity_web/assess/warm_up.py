"""What the first visitor would wait for."""

from django.contrib.auth.models import AnonymousUser
from django.http import QueryDict

from comity_web.assess.board_answer import board, plane
from comity_web.assess.board_question import read_board
from comity_web.assess.scored import opening_year
from comity_web.assess.studio_answer import answer
from comity_web.assess.studio_map import studio_map
from comity_web.assess.studio_start import settings_of
from comity_web.assess.theatre import all_years
from comity_web.assess.theatre_question import Question
from comity_web.assess.told import told


def run() -> None:
    """Read the panel, write the start page, the studio and the board; then go through all years."""
    told(Question("propensity", None, opening_year()))
    nobody = AnonymousUser()
    _, settings = settings_of(nobody, QueryDict())
    answer(settings, full=True)
    studio_map(settings)
    question = read_board(nobody, QueryDict())
    plane(board(question, nobody), question)
    all_years()
