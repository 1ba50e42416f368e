"""The grader: strangers' answers, locked down, on the same checks that learners run."""
