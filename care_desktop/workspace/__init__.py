"""What lasts over many exercises: the place where they are kept, who has it open, the recent ones."""
