"""REFI-QDA projects."""
