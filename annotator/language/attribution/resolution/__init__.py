"""Decide what needs more than one sentence: scope, coreference, attributes, reasons."""
