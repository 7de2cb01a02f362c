"""What translators do: files brought up to date, sent, taken back, counted and signed."""
