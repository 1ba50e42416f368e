"""The look of the book: templates, one style sheet, two small scripts, fonts. Only the Sphinx extension uses it."""
