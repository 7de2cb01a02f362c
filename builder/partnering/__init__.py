"""What partners do: their folders found, their changes held against upstream and settled."""
