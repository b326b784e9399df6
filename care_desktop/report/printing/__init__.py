"""The report model set in type: each block made of the flowables of the tagged PDF."""
