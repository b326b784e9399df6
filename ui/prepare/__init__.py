"""Preparation, on one page: who plays, how, who is there, on which screen; then DEBEX."""
