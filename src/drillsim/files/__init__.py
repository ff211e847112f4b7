"""Files to values and back: reading with line numbers, rules between files, edits that leave every other byte alone.

`load_customer` and `load_scenario` are the doors; both raise `InvalidInput` with every problem at once.
"""

from drillsim.files.assumed import AssumedFigure, assumed_figures
from drillsim.files.changed import Changed, changed
from drillsim.files.document import Document, Path, Tree, dotted, undotted
from drillsim.files.edit import Append, Edit, EditError, Insert, Remove, Set, apply_to_tree, spliced
from drillsim.files.edition_file import (
    EditionFile,
    NoPlace,
    edition_of,
    edition_path,
    find_editions,
    load_edition,
    place_name,
    place_of_entry,
    placed,
)
from drillsim.files.folder import CustomerFolder, assemble, load_customer, read_customer
from drillsim.files.history import REVISIONS, customer_root, kept_name, kept_versions, read_revisions, recorded
from drillsim.files.kept import keep
from drillsim.files.kept import kept as kept_bytes
from drillsim.files.msel_file import MselFile, load_msel, msel_document, msel_path, own_msel
from drillsim.files.near import near_folder, tidy
from drillsim.files.office_file import refuse_hostile
from drillsim.files.part import Part, SourceFile, part_of
from drillsim.files.pending import EDITIONS, HISTORY, Exchange, exchange, finish, pending_version
from drillsim.files.pinned import pinned
from drillsim.files.record_folder import digests_of, input_files, recorded_case
from drillsim.files.register_edit import RegisterDraft, draft_misfits, register_draft, write_register
from drillsim.files.register_file import REGISTER_NAME
from drillsim.files.render import entries
from drillsim.files.rule.around import Around
from drillsim.files.scenario_file import ScenarioFile, find_scenarios, load_scenario, own_first, scenario_path
from drillsim.files.schemas import json_schema, register, schema_names
from drillsim.files.shipped import shipped_root
from drillsim.files.validate import validate
from drillsim.files.write import begin_folder, finish_folder, naming, part_of_folder, write_bytes, write_text

__all__ = [
    "EDITIONS",
    "HISTORY",
    "REGISTER_NAME",
    "REVISIONS",
    "Append",
    "Around",
    "AssumedFigure",
    "Changed",
    "CustomerFolder",
    "Document",
    "Edit",
    "EditError",
    "EditionFile",
    "Exchange",
    "Insert",
    "MselFile",
    "NoPlace",
    "Part",
    "Path",
    "RegisterDraft",
    "Remove",
    "ScenarioFile",
    "Set",
    "SourceFile",
    "Tree",
    "apply_to_tree",
    "assemble",
    "assumed_figures",
    "begin_folder",
    "changed",
    "customer_root",
    "digests_of",
    "dotted",
    "draft_misfits",
    "edition_of",
    "edition_path",
    "entries",
    "exchange",
    "find_editions",
    "find_scenarios",
    "finish",
    "finish_folder",
    "input_files",
    "json_schema",
    "keep",
    "kept_bytes",
    "kept_name",
    "kept_versions",
    "load_customer",
    "load_edition",
    "load_msel",
    "load_scenario",
    "msel_document",
    "msel_path",
    "naming",
    "near_folder",
    "own_first",
    "own_msel",
    "part_of",
    "part_of_folder",
    "pending_version",
    "pinned",
    "place_name",
    "place_of_entry",
    "placed",
    "read_customer",
    "read_revisions",
    "recorded",
    "recorded_case",
    "refuse_hostile",
    "register",
    "register_draft",
    "scenario_path",
    "schema_names",
    "shipped_root",
    "spliced",
    "tidy",
    "undotted",
    "validate",
    "write_bytes",
    "write_register",
    "write_text",
]
