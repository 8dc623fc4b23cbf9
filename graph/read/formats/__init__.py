"""Files as they come, as text: one small module a format, each bounded, none trusting its input.

`known` is the one list of formats; `recognised` tells in which a file is by what it holds.
"""
