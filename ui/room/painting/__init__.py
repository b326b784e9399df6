"""How each kind of scene is drawn."""
