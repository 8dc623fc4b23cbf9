"""What people send in: bounded, read in a process of its own, stored by a job in the background."""
