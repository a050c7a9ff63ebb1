"""Read documents and data sets; write data sets and reports."""
