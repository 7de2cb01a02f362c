"""How texts read: how hard they are, and what must not stand in them."""
