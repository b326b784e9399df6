"""Simulated teams: what they intend, by which habits, and who does what."""
