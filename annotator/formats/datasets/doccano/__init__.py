"""doccano JSONL."""
