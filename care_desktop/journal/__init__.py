"""What is kept: one writer, an insert-only chain, its backup. Bytes only; it knows no exercise."""
