"""The fold: how events add up to a state. Total: a stored event is never refused, never decided about."""
