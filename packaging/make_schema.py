"""Write the JSON Schema of the corpus format from the types: `make schema`."""

import json

from annotator import resources
from annotator.core import record_schema
from annotator.storage import atomic


def main() -> None:
    """Replace the published schema."""
    schema = json.dumps(record_schema.json_schema(), indent=2) + "\n"
    atomic.write_whole(resources.path("schemas", "article.schema.json"), [schema.encode()])


if __name__ == "__main__":
    main()
