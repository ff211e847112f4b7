"""The version of the product, as journals and campaigns carry it."""

__version__ = "0.1.0"
