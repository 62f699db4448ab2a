"""What is to be done after each step of a notice, by whom and by when, and whether it was done.

rules    content/monitoring.toml, read strictly
events   what has happened to the notice: decided, served, made, breached, over, moved
tasks    the tasks that the events call for, with owner, due time and answer
answer   answer a task, or give it an owner
"""
