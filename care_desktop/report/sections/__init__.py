"""The sections of the report: each a function from what the author has to blocks."""
