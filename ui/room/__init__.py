"""The room's screen: what players see on the wall, and nothing else."""
