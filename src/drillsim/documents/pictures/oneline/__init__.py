"""The one-line diagram with IEC 60617 symbols, and the layout that carries it from one board to sixty substations.

The layout rule. Buses that no line parts (joined by switches, transformers, UPSs) are one *station*. A small network is
one station: its buses stand in levels by their distance from the sources, each as a bar, boards without a board of
their own behind them as a list of outgoing circuits under the bar that feeds them. A large network is cut at its lines:
every station becomes a block, drawn by the same rule; the blocks stand in rows in the order of the rings (from the
sources along each ring to its open point and back along the other half), rows that a ring runs over are read to and
fro. Between the rows and at both edges run channels with one track a cable, so that no cable passes through a block it
does not end at. If more than a few cables would run criss-cross, those that are neither on a way from a source nor
between neighbours of a ring end in an arrow that names the other end. Sheets are as large as readable text makes them:
A4 to A0, words of 6 points at least.
"""

from drillsim.documents.pictures.oneline.picture import network_drawn

__all__ = ["network_drawn"]
