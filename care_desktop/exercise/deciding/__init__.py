"""What the engine answers to a command: the facts that it brings, or a refusal in words."""
