"""Our own JSONL."""
