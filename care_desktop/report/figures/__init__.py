"""One function per figure: plain data in, a drawing out. Vector shapes only; readable in black and white."""
