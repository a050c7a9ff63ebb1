"""Merge, compare and settle several readings of an article."""
