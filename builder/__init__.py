"""Workshop materials for child online protection, from lesson YAML to slides, guide and handouts."""

__version__ = "0.1.0"
