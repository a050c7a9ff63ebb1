"""Everything a config of ours names beyond spaCy itself; for `spacy train --code`."""

import annotator.language.tokenizer  # noqa: F401
