"""The writer of tagged PDF on which documents are composed: type, flowables, grid, finished file."""
