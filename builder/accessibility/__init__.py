"""What would keep somebody from reading a deck or a PDF: found as PowerPoint's own checker finds it, in any file."""
