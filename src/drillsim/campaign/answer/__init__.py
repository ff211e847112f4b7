"""The answers of a campaign, worked out of its rows: streamed a batch at a time, in whole numbers, divided once.

    answer(runners, store)                  -> CampaignResult
    relative_error(runners, store.tables)   how well the unserved energy of a year is known

Every sum is one of whole numbers, so an answer does not depend on how rows are batched or ordered.
"""

from drillsim.campaign.answer.answer import Rows, answer
from drillsim.campaign.answer.harm import weighs_most
from drillsim.campaign.answer.interval import t975
from drillsim.campaign.answer.precision import relative_error

__all__ = [
    "Rows",
    "answer",
    "relative_error",
    "t975",
    "weighs_most",
]
