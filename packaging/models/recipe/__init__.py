"""Train the language models that ship in resources/models, from the data to the package."""
