"""Other people's files: documents and data sets come in, data sets and reports go out."""
