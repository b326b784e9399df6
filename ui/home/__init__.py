"""The home: the exercises at hand, three questions to choose one by, and those of before."""
