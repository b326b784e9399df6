"""What is tried: a scenario played many times by simulated teams, before a room plays it once."""
