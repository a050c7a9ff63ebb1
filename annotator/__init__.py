"""Annotator: mark the claims of a news article and tag who stands behind them."""

__version__ = "0.1.0"
