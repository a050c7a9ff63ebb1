"""Write the JSON Schema of the corpus format from the types: `make schema`."""

import json

from annotator import resources
from annotator.storage import atomic, record


def main() -> None:
    """Replace the published schema."""
    schema = json.dumps(record.json_schema(), indent=2) + "\n"
    atomic.write_whole(resources.path("schemas", "article.schema.json"), [schema.encode()])


if __name__ == "__main__":
    main()
