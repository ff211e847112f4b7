"""A look ahead: the plan goes on from where a drill stands, or from one decision there, over some draws of luck.

question  where the drill stands, as a value another process can go on from
draw      one way on with one draw of luck
answer    all draws of a way together
process   processes that play them beside the drill

A drill is never touched: everything is played in copies that begin anew from its decisions. All that was drawn by now
stays as it was; all that is drawn from now on is drawn anew for each draw.
"""

from drillsim.session.ahead.answer import Ahead, LevelAhead, LimitAhead, Shares, Spent, look_ahead
from drillsim.session.ahead.draw import OneDraw, play_draw
from drillsim.session.ahead.process import Foresight, Looked
from drillsim.session.ahead.question import DRAWS, Question, question_of

__all__ = [
    "DRAWS",
    "Ahead",
    "Foresight",
    "LevelAhead",
    "LimitAhead",
    "Looked",
    "OneDraw",
    "Question",
    "Shares",
    "Spent",
    "look_ahead",
    "play_draw",
    "question_of",
]
