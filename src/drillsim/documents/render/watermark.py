"""The watermark of a Word file: large pale words across every page, in the form Word, WPS and LibreOffice draw."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

if TYPE_CHECKING:
    from docx.section import Section

LONG_PT, EM_PT = 440.0, 72.0
"""Longest a mark may be, and its height where it is short."""
_SHAPE = """<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><w:rPr><w:noProof/></w:rPr>
<w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"
 path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>
<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>
<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>
<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>
<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800"
 o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/></v:shapetype>
<v:shape id="watermark" o:spid="_x0000_s2049" type="#_x0000_t136" alt={words} style="{style}"
 o:allowincell="f" fillcolor="#e9c9c7" stroked="f"><v:fill opacity=".35"/>
<v:textpath style="font-family:&quot;SimSun&quot;;font-size:1pt;font-weight:bold"
 string={words}/></v:shape></w:pict></w:r>"""


STYLE = (
    "position:absolute;margin-left:0;margin-top:0;width:{wide:.0f}pt;height:{high:.0f}pt;rotation:325;"
    "z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    "mso-position-vertical:center;mso-position-vertical-relative:margin"
)


def stamp(section: Section, words: str, width_em: float) -> None:
    """Put the words across all pages that have this section's header. `width_em`: their width at a size of 1."""
    from docx.oxml import parse_xml

    high = min(EM_PT, LONG_PT / width_em)
    style = STYLE.format(wide=width_em * high, high=high)
    made = _SHAPE.format(words=quoteattr(words), style=style).replace("\n", " ")
    section.header.paragraphs[0]._p.append(parse_xml(made))
