"""Files as they come, as text: one small module a format, each bounded, none trusting its input.

`known` is the one list of formats; `reading` recognises a file by what it holds and reads it.
"""
