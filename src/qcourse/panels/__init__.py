"""What a learner sees in a notebook: the check of an exercise, as a panel or as text."""
