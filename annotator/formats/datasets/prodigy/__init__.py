"""Prodigy JSONL."""
