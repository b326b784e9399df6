"""What is learnt: pure measures over the events of an exercise. Never stored, always computed anew."""
