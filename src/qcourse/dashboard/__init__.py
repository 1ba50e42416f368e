"""The class dashboard: what learners' checks write into a folder, what is read there, and the page that shows it.

``journal`` is the learner's side, ``reader`` and ``board`` the instructor's, ``serve`` the page. Nothing leaves the
machines that share the folder.
"""
