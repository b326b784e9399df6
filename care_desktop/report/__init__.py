"""What is handed out: a dossier of plain data in, documents out."""
