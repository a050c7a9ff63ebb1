"""Citron JSON."""
