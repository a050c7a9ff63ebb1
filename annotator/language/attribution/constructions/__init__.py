"""Attribution constructions, one module each."""
