"""Checks of briefing_note that run on submission: none. What the form asks is said in full beforehand."""
