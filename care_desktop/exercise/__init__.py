"""What happens: a pure function from commands and passing time to events; state is their fold.

No wall clock, no file, no random source, no thread in here.
"""
