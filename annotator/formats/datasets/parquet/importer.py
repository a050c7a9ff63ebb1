"""A Parquet table with an article a row."""

from annotator.formats.datasets.parquet_table import Parquet

IMPORTER = Parquet
