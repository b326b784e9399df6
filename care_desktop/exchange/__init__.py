"""What comes from elsewhere and goes there: packages of scenarios."""
