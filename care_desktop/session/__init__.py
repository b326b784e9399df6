"""What runs: engine and journal joined, the clocks of the machine, resume, replay. The only threads."""
