"""The plan itself as a paper: a clean copy, and one with every change word for word.

clean_copy(dossier, lang, …) -> Document; changed_copy(old, new, lang, …) -> Document
"""

from drillsim.documents.plan_text.contacts import contact_list
from drillsim.documents.plan_text.document import Supported, Versions, changed_copy, clean_copy
from drillsim.documents.plan_text.wall_cards import wall_card, wall_cards

__all__ = ["Supported", "Versions", "changed_copy", "clean_copy", "contact_list", "wall_card", "wall_cards"]
