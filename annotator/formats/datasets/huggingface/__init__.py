"""Hugging Face dataset folders."""
