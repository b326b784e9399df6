"""Débriefer: what happened, who decided what and when, and the report that is made of it."""
