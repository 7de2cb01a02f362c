"""Corporate templates: what of a .pptx can become a partner's theme, and what is wrong with one."""
