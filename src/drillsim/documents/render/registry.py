"""The formats a document can be written in."""

from __future__ import annotations

from typing import Literal, get_args

from drillsim.documents.blocks import Document
from drillsim.documents.render.data import data
from drillsim.documents.render.docx import docx
from drillsim.documents.render.html import html
from drillsim.documents.render.markdown import markdown
from drillsim.documents.render.pdf import pdf
from drillsim.documents.render.xlsx import xlsx

Format = Literal["html", "docx", "xlsx", "pdf", "md", "json"]
FORMATS: tuple[Format, ...] = get_args(Format)


def render(document: Document, form: Format, template: bytes | None = None, name: str = "") -> bytes:
    """Return the document in a format; `template`: the company's own .docx, for `docx` alone, and its `name`.

    Raises: InvalidInput where the machine has nothing to print a PDF with, or the template cannot be filled.
    """
    match form:
        case "html":
            return html(document)
        case "docx":
            return docx(document, template, name)
        case "xlsx":
            return xlsx(document)
        case "pdf":
            return pdf(html(document), f"{document.kind}.pdf")
        case "md":
            return markdown(document)
        case "json":
            return data(document)
