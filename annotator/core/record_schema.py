"""The JSON Schema of a corpus line, made from the types."""

from typing import Any

import msgspec

from annotator.core.article import Article
from annotator.core.record import SCHEMA
from annotator.core.spans import OFFSET_UNIT


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of a line, made from the types."""
    _, parts = msgspec.json.schema_components([Article])
    article = parts.pop("Article")
    header = parts.pop("Header")
    properties = article["properties"]
    for key in ("header", "extra"):
        del properties[key]
    properties |= header["properties"]
    properties["schema"] = {"const": SCHEMA}
    properties["offset_unit"] = {"const": OFFSET_UNIT}
    properties["boilerplate"] = {"type": "array", "items": parts["Span"]}
    text = {"type": "string", "description": "text[start:end], checked when the line is read"}
    parts["Entity"]["properties"]["text"] = text
    parts["Claim"]["properties"] |= {
        "content_text": text,
        "source_text": {"anyOf": [text, {"type": "null"}]},
        "cue_text": {"type": "array", "items": text},
        "hedge_text": {"type": "array", "items": text},
    }
    for part in ("Entity", "Claim"):
        del parts[part]["properties"]["extra"]
    for part in parts.values():
        part["required"] = [key for key in part.get("required", []) if key != "id"]
    article["required"] = ["id", "text"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"annotator-article-{SCHEMA}",
        "title": "Annotator article",
        **{key: value for key, value in article.items() if key != "title"},
        "$defs": parts,
    }
