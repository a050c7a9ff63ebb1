"""Import all that our configs need beyond spaCy, for `spacy train --code`."""

import annotator.language.tokenizer  # noqa: F401
