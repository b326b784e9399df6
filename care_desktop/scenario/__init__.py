"""What is written: the script that is played, as plain frozen data. No clock runs here."""
